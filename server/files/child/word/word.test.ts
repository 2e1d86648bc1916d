import { expect, test } from 'vitest';
import { docx, p, r, style, val } from './docx.fixture.ts';
import { htmlOf, take, takeBytes } from './take.fixture.ts';

const jc = (value: string) => val('jc', value);
const large = '<w:sz w:val="44"/>';

test('headings are known by their style in English and Chinese, by WPS ids, and by their outline level', async () => {
  const styles = [
    style('1', 'Normal'),
    style('2', 'heading 1'),
    style('a9', '标题 2'),
    style('Own', '我的小节', val('basedOn', '2')),
    style('Deep', '条', `<w:pPr>${val('outlineLvl', '2')}</w:pPr>`),
  ].join('');
  const body = [
    p('甲', val('pStyle', '2')),
    p('正文'),
    p('乙', val('pStyle', 'a9')),
    p('丙', val('pStyle', 'Own')),
    p('丁', val('pStyle', 'Deep')),
    p('戊', val('outlineLvl', '3')),
    p('己', `${val('pStyle', '2')}${val('outlineLvl', '9')}`),
  ];
  expect(await htmlOf({ body: body.join(''), styles })).toBe(
    ['<h2>甲</h2>', '<p>正文</p>', '<h3>乙</h3>', '<h2>丙</h2>', '<h4>丁</h4>', '<h4>戊</h4>', '<p>己</p>'].join('\n'),
  );
});

test('no heading level is skipped, and a heading is not bold as well', async () => {
  const body =
    p('甲', val('outlineLvl', '0')) + p(r('乙', '<w:b/>'), val('outlineLvl', '4')) + p('甲二', val('outlineLvl', '0'));
  expect(await htmlOf(body)).toBe('<h2>甲</h2>\n<h3>乙</h3>\n<h2>甲二</h2>');
});

test.each([
  ['the Title style', p('关于开展检查的通知', val('pStyle', 'T')) + p('正文'), '关于开展检查的通知'],
  [
    'two lines of it',
    p('关于开展', val('pStyle', 'T')) + p('检查的通知', val('pStyle', 'T')) + p('正文'),
    '关于开展检查的通知',
  ],
  ['large and centred', p(r('通　知', large), jc('center')) + p('各县（区）：'), '通知'],
  [
    'below the letterhead and its number',
    p(r('云山市文件', `<w:sz w:val="120"/>${val('color', 'FF0000')}`), jc('center')) +
      p('云市监〔2026〕5号', jc('center')) +
      p(r('关于开展', large), jc('center')) +
      p(r('检查的通知', large), jc('center')) +
      p('各县（区）：'),
    '关于开展检查的通知',
  ],
  ['below 附件1', p('附件 1') + p(r('检查清单', large), jc('center')) + p('正文'), '检查清单'],
  [
    'a first and only heading',
    p('办事指南', val('outlineLvl', '0')) + p('正文') + p('一', val('outlineLvl', '1')),
    '办事指南',
  ],
  [
    'a line break in it',
    p(`${r('About', large)}<w:r><w:br/></w:r>${r('checks', large)}`, jc('center')) + p('x'),
    'About checks',
  ],
])('the title is %s, and leaves the text', async (_name, body, title) => {
  const word = await take({ body, styles: style('T', 'Title') });
  expect(word.title).toBe(title);
  expect(word.html).not.toContain(title.slice(-3));
});

test('a text that only has paragraphs has no title, and nothing is taken out', async () => {
  const word = await take(p('第一段。') + p('第二段。'));
  expect([word.title, word.html]).toEqual(['', '<p>第一段。</p>\n<p>第二段。</p>']);
});

test('alignment becomes a class, also from a style, from spaces and from right-to-left', async () => {
  const body = [
    p('正文很长'),
    p('中', jc('center')),
    p('右', jc('right')),
    p('样式', val('pStyle', 'S')),
    p(`${'　'.repeat(12)}云山市市场监督管理局`),
    p('2026年11月25日', '<w:ind w:firstLineChars="1500" w:firstLine="4800"/>'),
    p('مرحبا', '<w:bidi/>'),
  ];
  expect(await htmlOf({ body: body.join(''), styles: style('S', '落款', `<w:pPr>${jc('end')}</w:pPr>`) })).toBe(
    [
      '<p>正文很长</p>',
      '<p class="al-center">中</p>',
      '<p class="al-right">右</p>',
      '<p class="al-right">样式</p>',
      '<p class="al-right">云山市市场监督管理局</p>',
      '<p class="al-right">2026年11月25日</p>',
      '<p class="al-right">مرحبا</p>',
    ].join('\n'),
  );
});

test('a first-line indent is no content, and a line without one among others begins at the margin', async () => {
  const indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
  const body =
    p('各县（区）：') +
    p('正文一', indent) +
    p('　　正文二') +
    p('\u00a0\u00a0 正文三') +
    p('<w:r><w:tab/><w:t>正文四</w:t></w:r>');
  expect(await htmlOf(body)).toBe(
    '<p class="noindent">各县（区）：</p>\n<p>正文一</p>\n<p>正文二</p>\n<p>正文三</p>\n<p>正文四</p>',
  );
});

test('bold, italic, underline, strike, raised and lowered stay, also from styles; full-width, 𠮷 and emoji are as they were', async () => {
  const strong = '<w:style w:type="character" w:styleId="B"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>';
  const body = p(
    [
      r('粗', '<w:b/>'),
      r('斜', '<w:i/>'),
      r('线', val('u', 'single')),
      r('删', '<w:dstrike/>'),
      `${r('m')}${r('2', val('vertAlign', 'superscript'))}`,
      r('2', val('vertAlign', 'subscript')),
      r('强', val('rStyle', 'B')),
      r('不', `${val('rStyle', 'B')}${val('b', '0')}`),
      r('ＡＢ１２ 𠮷 😀'),
    ].join(''),
  );
  expect(await htmlOf({ body, styles: strong })).toBe(
    '<p><strong>粗</strong><em>斜</em><u>线</u><s>删</s>m<sup>2</sup><sub>2</sub><strong>强</strong>不ＡＢ１２ 𠮷 😀</p>',
  );
});

test('a line break stays; a page break divides lines, and nothing more', async () => {
  const body =
    p('<w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r>') +
    p('<w:r><w:br w:type="page"/></w:r>') +
    p('<w:r><w:t>前</w:t><w:br w:type="page"/><w:t>后</w:t></w:r>');
  expect(await htmlOf(body)).toBe('<p>上<br />下</p>\n<p>前<br />后</p>');
});

test('links go where they went; a bookmark and a dangerous address leave their words', async () => {
  const body = p(
    [
      `<w:hyperlink r:id="a">${r('网站')}</w:hyperlink>`,
      `<w:hyperlink w:anchor="here">${r('见下')}</w:hyperlink>`,
      `<w:hyperlink r:id="b">${r('坏')}</w:hyperlink>`,
      '<w:bookmarkStart w:id="0" w:name="here"/><w:bookmarkEnd w:id="0"/>',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>',
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('域')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ].join(''),
  );
  const word = await take({ body, outside: { a: 'https://example.org/?a=1&amp;b=2', b: 'javascript:alert(1)' } });
  expect(word.html).toBe(
    '<p><a href="https://example.org/?a=1&amp;b=2">网站</a>见下坏<a href="https://example.org/b">域</a></p>',
  );
  expect(word.lost).toEqual(['不能用的链接，只留下文字（1 处）']);
});

test('footnotes and endnotes take our form, in the order of the text; a reference to none is said', async () => {
  const note = (kind: string, id: number, text: string) =>
    `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${r(` ${text}`)}`)}</w:${kind}>`;
  const refer = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const word = await take({
    body: p(r('甲') + refer('endnote', 5) + r('乙') + refer('footnote', 2) + r('丙') + refer('footnote', 9)),
    footnotes: `<w:footnote w:type="separator" w:id="0">${p('线')}</w:footnote>${note('footnote', 2, '脚注')}`,
    endnotes: note('endnote', 5, '尾注'),
  });
  const back = (n: number) => `<a class="back" href="#fnref-${n}" aria-label="回到正文">↩</a>`;
  expect(word.html).toBe(
    '<p>甲<sup class="fnref" id="fnref-1"><a href="#fn-1">[1]</a></sup>乙<sup class="fnref" id="fnref-2"><a href="#fn-2">[2]</a></sup>丙</p>\n' +
      `<ol class="footnotes"><li id="fn-1"><p>尾注${back(1)}</p></li><li id="fn-2"><p>脚注${back(2)}</p></li></ol>`,
  );
  expect(word.lost).toEqual(['脚注的内容在文件里找不到（1 处）']);
});

test('a file that is no Word text is refused, saying what it is', async () => {
  const sheet = await docx({
    body: '',
    mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  });
  const macros = await docx({ body: p('x'), mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' });
  const empty = await docx({ body: p('　') });
  const broken = await docx({ body: '', parts: { 'word/document.xml': '<w:document>' } });
  const codes = [];
  for (const bytes of [sheet, macros, empty, broken]) codes.push(await takeBytes(bytes));
  expect(codes).toMatchObject([
    { ok: false, code: 'not_word' },
    { ok: false, code: 'macros' },
    { ok: false, code: 'empty_document' },
    { ok: false, code: 'part_broken' },
  ]);
});
