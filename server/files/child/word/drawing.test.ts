import { expect, test } from 'vitest';
import { emf, p, picture, png, r, style, val } from './docx.fixture.ts';
import { take } from './take.fixture.ts';

const images = { a: 'media/image1.png', e: 'media/image2.emf', w: 'media/image3.png', gone: 'media/none.png' };
const parts = { 'word/media/image1.png': png, 'word/media/image2.emf': emf, 'word/media/image3.png': 'no picture' };
const missing = (words: string) => `<p class="missing">【${words}】</p>`;

test('a picture comes with its alternative text and its caption, once however often it stands there', async () => {
  const styles = style('C', 'caption');
  const body = p(picture('a', '检查现场')) + p('图1　检查现场', val('pStyle', 'C')) + p(`${r('又见')}${picture('a')}`);
  const word = await take({ body, styles, images, parts });
  const [one] = word.pictures;
  expect(word.pictures.length).toBe(1);
  expect(one).toMatchObject({ kind: 'picture', name: 'image1.png', type: 'PNG' });
  expect(word.html.replaceAll(one?.id ?? '', 'ID')).toBe(
    [
      '<figure class="picture"><img src="/files/ID/w1.png" width="1" height="1" alt="检查现场" loading="lazy" /><figcaption>图1　检查现场</figcaption></figure>',
      '<p>又见</p>',
      '<figure class="picture"><img src="/files/ID/w1.png" width="1" height="1" alt="" loading="lazy" /></figure>',
    ].join('\n'),
  );
});

test.each(['C:\\Users\\linxiaolan\\Desktop\\a.png', 'IMG_2026', '图片 1', '图形用户界面, 文本 描述已自动生成'])(
  'what a program wrote is no alternative text: %s',
  async (alt) => {
    expect((await take({ body: p(picture('a', alt)), images, parts })).html).toContain('alt=""');
  },
);

test.each(['检查现场', 'Logo', '进度 3/4', '图 1：现场'])('what a person wrote is one: %s', async (alt) => {
  expect((await take({ body: p(picture('a', alt)), images, parts })).html).toContain(`alt="${alt}"`);
});

test('an EMF, a picture that is none, one that is absent and one elsewhere are counted and shown in their places', async () => {
  const linked = picture('a').replace('r:embed="a"', 'r:link="far"');
  const body = p(picture('e')) + p(picture('w')) + p(picture('gone')) + p(linked);
  const { html, lost, pictures } = await take({ body, images, parts, outside: { far: 'http://192.0.2.1/a.png' } });
  const lines = html.split('\n');
  expect(lines[0]).toBe(missing('图片是 EMF 格式，网页不能显示，没有带来：请在 Word 里把它另存为 PNG，再插入'));
  expect(lines[1]).toMatch(/^<p class="missing">【图片没有带来：.+】<\/p>$/);
  expect(lines[2]).toBe(missing('图片在文件里找不到，没有带来：请单独上传'));
  expect(lines[3]).toBe(missing('图片没有存在文件里，只是链接，没有带来：请把它插入 Word，或单独上传'));
  expect([lost, pictures]).toEqual([['图片没有带来（4 处）'], []]);
});

test('a picture that was cut in Word comes whole, and that is said: what was cut away may not be for everybody', async () => {
  const { lost } = await take({ body: p(picture('a', '', '<a:srcRect l="20000"/>')), images, parts });
  expect(lost).toEqual(['图片在 Word 里裁剪过，带来的是没有裁剪的整张，请核对（1 处）']);
});

test('words in a text box become paragraphs, once, though Word writes them twice', async () => {
  const box = `<w:txbxContent>${p('框里')}</w:txbxContent>`;
  const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const { html, lost } = await take(
    p(r('框外') + both) + p(`<w:r><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></w:r>`),
  );
  expect(html).toBe('<p>框外</p>\n<p>框里</p>\n<p>框里</p>');
  expect(lost).toEqual(['文本框里的文字改成了普通段落（2 处）']);
});

test('charts, SmartArt, embedded objects and controls are marked in their places; a line is only counted', async () => {
  const drawn = (inside: string) =>
    `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const object = (program: string) =>
    `<w:r><w:object><v:shape><v:imagedata r:id="e"/></v:shape><o:OLEObject ProgID="${program}"/></w:object></w:r>`;
  const body =
    p(drawn('<c:chart r:id="x"/>')) +
    p(drawn('<dgm:relIds r:dm="x"/>')) +
    p(object('Excel.Sheet.12')) +
    p(object('Equation.3')) +
    p(`<w:r><w:object><w:control r:id="x"/></w:object></w:r>`) +
    p(`${r('线')}<w:r><w:pict><v:line/></w:pict></w:r>`);
  const { html, lost } = await take({ body, images, parts });
  expect(html.split('\n')).toEqual([
    missing('图表没有带来：请在 Word 里把它另存为图片，再插入'),
    missing('SmartArt 图形没有带来：请在 Word 里把它另存为图片，再插入'),
    missing('嵌入的 Excel 表格没有带来：请作为附件上传，或另存为图片再插入'),
    missing('公式没有带来：请在 Word 里把它另存为图片，再插入'),
    missing('窗体控件没有带来：请在 Word 里把它另存为图片，再插入'),
    '<p>线</p>',
  ]);
  expect(lost).toEqual([
    '图表没有带来（1 处）',
    'SmartArt 图形没有带来（1 处）',
    '嵌入的 Excel 表格没有带来（1 处）',
    '公式没有带来（1 处）',
    '窗体控件没有带来（1 处）',
    '线条、图形没有带来（1 处）',
  ]);
});

test('pictures in the page margins are not taken, and said; those in a cell and between list items stay there', async () => {
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">${val('numFmt', 'decimal')}${val('lvlText', '%1.')}</w:lvl></w:abstractNum><w:num w:numId="1">${val('abstractNumId', '0')}</w:num>`;
  const item = `<w:numPr>${val('ilvl', '0')}${val('numId', '1')}</w:numPr>`;
  const body = `${p('甲', item)}${p(picture('a'))}${p('乙', item)}<w:tbl><w:tr><w:tc>${p(picture('a'))}</w:tc></w:tr></w:tbl>`;
  const { html, lost } = await take({ body, numbering, images, parts, header1: p(picture('a')) });
  expect(html.replace(/<img[^>]*>/g, 'IMG')).toBe(
    '<ol><li><p>甲</p><figure class="picture">IMG</figure></li><li><p>乙</p></li></ol>\n' +
      '<div class="scroll" role="group" aria-label="表格" tabindex="0"><table><tbody><tr><td><figure class="picture">IMG</figure></td></tr></tbody></table></div>',
  );
  expect(lost).toEqual(['页眉页脚里的图片没有带来（1 处）']);
});
