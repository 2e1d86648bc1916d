import { expect, test } from 'vitest';
import { p, r, style, val } from './docx.fixture.ts';
import { take } from './take.fixture.ts';

const field = (code: string, result: string, begin = '') =>
  `<w:r><w:fldChar w:fldCharType="begin">${begin}</w:fldChar></w:r><w:r><w:instrText>${code}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const by = 'w:id="1" w:author="x"';

test('tracked changes come as Word shows the final text, and are said', async () => {
  const body =
    p(
      `${r('留')}<w:ins ${by}>${r('加')}</w:ins><w:del ${by}><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom ${by}>${r('移走')}</w:moveFrom><w:moveTo ${by}>${r('移来')}</w:moveTo>`,
    ) +
    p('上', `<w:rPr><w:del ${by}/></w:rPr>`) +
    p('下');
  const { html, lost } = await take(body);
  expect(html).toBe('<p>留加移来</p>\n<p>上下</p>');
  expect(lost).toEqual(['修订标记没有带来，文字按“接受全部修订”处理（4 处）']);
});

test('comments and hidden words are dropped and said, hidden ones also when a style hides them', async () => {
  const body = p(
    `${r('甲')}<w:commentRangeStart w:id="0"/>${r('乙')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r('密', '<w:vanish/>')}${r('藏', val('rStyle', 'H'))}`,
  );
  const styles = '<w:style w:type="character" w:styleId="H"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>';
  const { html, lost } = await take({ body, styles });
  expect(html).toBe('<p>甲乙</p>');
  expect(lost).toEqual(['批注没有带来（1 处）', '隐藏的文字没有带来（2 处）']);
});

test('a table of contents is dropped and said, whether it is a field or a control; page numbers are text', async () => {
  const entry = p(`<w:hyperlink w:anchor="x">${r('一、总则')}${field(' PAGEREF x ', r('3'))}</w:hyperlink>`);
  const begin =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const body =
    p(begin + r('目录行')) +
    entry +
    p('<w:r><w:fldChar w:fldCharType="end"/></w:r>') +
    `<w:sdt><w:sdtPr><w:docPartObj>${val('docPartGallery', 'Table of Contents')}</w:docPartObj></w:sdtPr><w:sdtContent>${entry}</w:sdtContent></w:sdt>` +
    p(`${r('见第')}${field(' PAGEREF y ', r('5'))}${r('页')}`) +
    p(`${r('共')}<w:fldSimple w:instr=" NUMPAGES ">${r('9')}</w:fldSimple>${r('页')}`);
  const { html, lost } = await take(body);
  expect(html).toBe('<p>见第5页</p>\n<p>共9页</p>');
  expect(lost).toEqual(['目录没有带来（2 处）']);
});

test('a field that never ends swallows nothing', async () => {
  const body =
    p(`${r('前')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r>`) + p('后');
  expect((await take(body)).html).toBe('<p>前</p>\n<p>后</p>');
});

test('check boxes and other signs of symbol fonts are signs, however they were made', async () => {
  const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
  const box = (checked: string) => `<w:ffData><w:checkBox>${val('default', checked)}</w:checkBox></w:ffData>`;
  const control = `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${r('☒')}</w:sdtContent></w:sdt>`;
  const wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>';
  const body = p(
    [
      sym('Wingdings', 'F0FE'),
      sym('Wingdings', 'F0A8'),
      sym('Wingdings 2', 'F052'),
      r('\uf0fe¨中', wingdings),
      field(' FORMCHECKBOX ', '', box('1')),
      field(' FORMCHECKBOX ', '', box('0')),
      control,
      sym('Symbol', 'F061'),
      sym('宋体', '2460'),
      sym('Wingdings', 'F0FF0'),
    ].join(''),
  );
  const { html, lost } = await take(body);
  expect(html).toBe('<p>☑□☑☑□中☑□☒α①</p>');
  expect(lost).toEqual(['特殊符号没有带来（1 处）']);
});

test('a formula that one line can say comes as text; another is marked in its place, and so is what EQ draws', async () => {
  const m = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
  const square = `<m:oMath><m:sSup><m:e>${m('x')}</m:e><m:sup>${m('2')}</m:sup></m:sSup>${m('=')}<m:f><m:num>${m('a+b')}</m:num><m:den>${m('2')}</m:den></m:f></m:oMath>`;
  const matrix = `<m:oMath><m:m><m:mr><m:e>${m('1')}</m:e></m:mr></m:m></m:oMath>`;
  const body =
    p(r('设') + square) + p(r('矩阵') + matrix) + p(field(' eq \\o\\ac(○,7) ', '') + field(' eq \\f(1,2) ', ''));
  const { html, lost } = await take(body);
  const mark = '<p class="missing">【上面一段里的公式没有带来：请改用文字或图片】</p>';
  expect(html).toBe(
    ['<p>设x<sup>2</sup>=(a+b)/2</p>', '<p>矩阵【公式】</p>', mark, '<p>⑦【公式】</p>', mark].join('\n'),
  );
  expect(lost).toEqual(['公式改成了一行文字，请核对（1 处）', '公式没有带来（2 处）']);
});

test('words above words, prompts, headers and footers are said', async () => {
  const ruby = `<w:r><w:ruby><w:rt>${r('pīn')}</w:rt><w:rubyBase>${r('拼')}</w:rubyBase></w:ruby></w:r>`;
  const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处输入')}</w:sdtContent></w:sdt>`;
  const filled = `<w:sdt><w:sdtContent>${r('填了')}</w:sdtContent></w:sdt>`;
  const { html, lost } = await take({ body: p(ruby + prompt + filled), header1: p('内部资料') });
  expect(html).toBe('<p>拼填了</p>');
  expect(lost).toEqual([
    '文字上的拼音没有带来（1 处）',
    '没有填写的输入提示没有带来（1 处）',
    '页眉页脚里的文字没有带来（1 处）',
  ]);
});

test('another file that Word would insert while opening is marked as missing', async () => {
  const { html, lost } = await take(`${p('前')}<w:altChunk r:id="x"/>`);
  expect(html).toContain('<p class="missing">【这里插入的另一个文件没有带来');
  expect(lost).toEqual(['插入的其他文件没有带来（1 处）']);
});

test('a footnote at the title is said, since the title has no place for it', async () => {
  const { title, lost } = await take({
    body: p(`${r('题')}<w:r><w:footnoteReference w:id="1"/></w:r>`, val('pStyle', 'T')) + p('文'),
    styles: style('T', 'Title'),
    footnotes: `<w:footnote w:id="1">${p('注')}</w:footnote>`,
  });
  expect([title, lost]).toEqual(['题', ['标题上的脚注没有带来（1 处）']]);
});
