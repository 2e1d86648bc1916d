import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlOfText } from '../../core/plain-text.ts';
import { packageRoot } from '../db/package-root.ts';
import { cleaned, document, known, picture, printed } from './clean.fixture.ts';
import { clean } from './clean.ts';
import { textOf } from './text.ts';

test.each([
  ['a heading of the page is one below', '<h1>一</h1><h5>二</h5>', '<h2>一</h2>\n<h4>二</h4>'],
  ['words outside paragraphs', '一<div>二</div>三', '<p>一</p>\n<p>二</p>\n<p>三</p>'],
  [
    'marks around a paragraph go inside',
    '<b><p>一</p><p>二</p></b>',
    '<p><strong>一</strong></p>\n<p><strong>二</strong></p>',
  ],
  ['marks nest in one order', '<em><b>一</b></em>二', '<p><strong><em>一</em></strong>二</p>'],
  [
    'alignment is a class',
    '<p style="text-align: right">落款</p><center>题</center>',
    '<p class="al-right">落款</p>\n<p class="al-center">题</p>',
  ],
  ['an indent is never content', '<p>　　首行\u00a0</p>', '<p>首行</p>'],
  ['empty paragraphs go', '<p> </p><p><br></p><h2></h2>一', '<p>一</p>'],
  ['spaces as a browser shows them', '<p> a\n b  <b> c</b></p>', '<p>a b <strong>c</strong></p>'],
  ['line breaks', '<p>一<br>二<br></p>', '<p>一<br />二</p>'],
  [
    'a list in a list without an item',
    '<ul><li>一</li><ul><li>二</li></ul></ul>',
    '<ul><li><p>一</p><ul><li><p>二</p></li></ul></li></ul>',
  ],
  ['a numbered list that begins later', '<ol start="3"><li>三</ol>', '<ol start="3"><li><p>三</p></li></ol>'],
  [
    'links',
    '<a href="https://example.org/?a=1&b=2">好</a><a href="javascript:x">坏</a>',
    '<p><a href="https://example.org/?a=1&amp;b=2">好</a>坏</p>',
  ],
  [
    'a link that leads off this site in disguise',
    '<a href="//x">一</a><a href="/\\x">二</a><a href="/a">三</a>',
    '<p>一二<a href="/a">三</a></p>',
  ],
  [
    'a picture in a line is lifted out',
    `<p class="al-center">一<img src="/files/${picture}/x" alt="桥">二</p>`,
    `<p class="al-center">一</p>\n${printed.picture('桥')}\n<p class="al-center">二</p>`,
  ],
  [
    'a caption',
    `<figure><img src="/files/${picture}/x" alt=""><figcaption>一<b>座</b></figcaption></figure>`,
    printed.picture('', '一<strong>座</strong>'),
  ],
  [
    'a picture from elsewhere',
    '<img src="http://example.org/a.png">',
    '<p class="missing">【图片在别的网站上，没有带来，请下载后上传】</p>',
  ],
  [
    'an attachment, whatever it says about itself',
    `<p class="attachment"><a href="/files/${document}/x" download="病毒.exe">表</a><span class="about">EXE</span></p>`,
    printed.document('表'),
  ],
  [
    'a link to a file in a line',
    `<p>见<a href="/files/${document}/zzz">表</a></p>`,
    `<p>见<a href="/files/${document}/file.pdf">表</a></p>`,
  ],
  ['a rule and a quote', '<hr><blockquote>一<hr></blockquote>', '<hr />\n<blockquote><p>一</p><hr /></blockquote>'],
])('%s', (_name, given, expected) => expect(cleaned(given).html).toBe(expected));

const table = (inside: string) =>
  `<div class="scroll" role="group" aria-label="表格" tabindex="0"><table>${inside}</table></div>`;
test.each([
  [
    'leading rows of th are the head',
    '<table style="width:1px"><caption>表</caption><tr><th width=3 colspan=2>头<tr><th>甲<td>1</table>',
    table(
      '<caption>表</caption><thead><tr><th colspan="2" scope="col"><p>头</p></th></tr></thead><tbody><tr><th scope="row"><p>甲</p></th><td><p>1</p></td></tr></tbody>',
    ),
  ],
  [
    'no cell reaches below its part',
    '<table><tr><th rowspan=9>头<th>b<tr><td rowspan=900>c<td><tr><td>d</table>',
    table(
      '<thead><tr><th scope="col"><p>头</p></th><th scope="col"><p>b</p></th></tr></thead><tbody><tr><td rowspan="2"><p>c</p></td><td></td></tr><tr><td><p>d</p></td></tr></tbody>',
    ),
  ],
  [
    'a table in a cell becomes lines',
    '<table><tr><td>一<table><tr><td>二<td>三</table></table>',
    table('<tbody><tr><td><p>一</p><p>二　三</p></td></tr></tbody>'),
  ],
])('table: %s', (_name, given, expected) => expect(cleaned(given).html).toBe(expected));

test('footnotes stand once, at the end, and lead back', () => {
  const given =
    '<p>一<sup class="fnref"><a href="#fn-1">[9]</a></sup>又<sup class="fnref"><a href="#fn-1">[1]</a></sup></p>' +
    '<ol class="footnotes"><li id="fn-1">注</li></ol><p>后</p>';
  expect(cleaned(given).html).toBe(
    '<p>一<sup class="fnref" id="fnref-1"><a href="#fn-1">[1]</a></sup>又<sup class="fnref"><a href="#fn-1">[1]</a></sup></p>\n' +
      '<p>后</p>\n<ol class="footnotes"><li id="fn-1"><p>注<a class="back" href="#fnref-1" aria-label="回到正文">↩</a></p></li></ol>',
  );
});

test('what could not stay is counted in words, what is hidden does not become visible', () => {
  const { html, lost, missing, speechless } = cleaned(
    `<script>1</script><style>x</style><script>2</script><p style="display : none">赌</p><a href="#x">书签</a><a href="ftp://x">下载</a>` +
      `<img src="/files/${picture}/x"><img src="data:image/png;base64,AAAA"><img src="http://x/c.gif" width=1 height=1>`,
  );
  expect(html).not.toContain('赌');
  expect([missing, speechless]).toEqual([1, 1]);
  expect(lost).toEqual([
    '脚本（2 处）',
    '样式表（1 处）',
    '隐藏的文字（1 处）',
    '不能用的链接，只留下文字（1 处）',
    '看不见的图片（1 处）',
  ]);
});

test.each([
  ['html', '中'.repeat(2_000_001), 'text_too_long'],
  ['text', `<p>${'中'.repeat(1_000_001)}</p>`, 'text_too_long'],
  ['depth', '<div>'.repeat(300), 'text_too_deep'],
  [
    'marks that would be repeated for ever',
    `<p>${Array.from({ length: 200 }, (_, i) => `<font size=${i}>`).join('')}</p>${'<p>x'.repeat(10_000)}`,
    'text_too_deep',
  ],
  ['rows', `<table>${'<tr><td>1'.repeat(2001)}</table>`, 'table_too_big'],
  ['columns', `<table><tr>${'<td>1'.repeat(101)}</table>`, 'table_too_big'],
])('more %s than the limit is refused, by name', (_name, html, code) => {
  expect(clean(html, new Map())).toEqual({ ok: false, code });
});

test('words come line by line, without what the profile itself wrote', () => {
  const html = cleaned(
    `<h2>题</h2><p>甲 &lt;乙&gt;<br>丙</p>${printed.document('表')}<table><tr><td>1<td>2<tr><td><p>3</p><p>4</p><td></table>`,
  ).html;
  expect(textOf(html)).toBe('题\n甲 <乙>\n丙\n表\n1\t2\n3\n4');
});

const signs = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((s) => s.replace(/[\p{Cc}\p{Z}]/gu, ''));
test('G2 text comes back sign by sign: rare characters, emoji, bidi, markup typed as text', () => {
  const lines = fc.array(
    fc
      .oneof(
        signs,
        fc.constantFrom('𠮷野家', '👨‍👩‍👧 一家', '\u202eabc\u202c', '<b>不是标记</b>', '&amp;lt;', 'e\u0301'),
      )
      .filter((s) => s !== ''),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(lines, (given) => {
      const plain = given.filter((l) => !/^(#{2,4}|-)( |$)/.test(l));
      expect(cleaned(htmlOfText(plain.join('\n'))).text).toBe(plain.join('\n'));
    }),
  );
});

/** Html as no person writes it: any tag in any other, unclosed, with attributes that must not stay. */
const tags =
  'p div span b i a ul ol li table tr td th caption figure figcaption img h1 h2 blockquote hr br sup center svg math style script form input select option template noscript iframe font pre dl dt dd'.split(
    ' ',
  );
const attributes = [
  '',
  ' class="al-center"',
  ' style="text-align:right"',
  ' class="missing"',
  ' onclick=x',
  ' href="javascript:x"',
  ' href="#fn-1"',
  ' class="fnref"',
  ' id="fn-1"',
  ' class="footnotes"',
  ` src="/files/${picture}/x"`,
  ` href="/files/${document}/x"`,
  ' class="attachment"',
  ' colspan=3',
  ' rowspan=9',
  ' align=center',
];
const piece = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes)).map(([t, a]) => `<${t}${a}>`),
  },
  { weight: 3, arbitrary: fc.constantFrom(...tags).map((t) => `</${t}>`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('文', ' ', '\u00a0', '　', '&lt;', '&', '<', '"', '<!--', '-->', ']]>', '\n'),
  },
);
test('G4 the way back of a footnote that ends with a missing picture is read as one, and not as words', () => {
  const once = cleaned('<ol class="footnotes"><li id="fn-1"><img></li></ol>').html;
  expect(once.match(/↩/g)).toHaveLength(1);
  expect(cleaned(once).html).toBe(once);
});

test('G4 cleaning twice is cleaning once, for any html', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const once = cleaned(pieces.join(''));
      const twice = cleaned(once.html);
      expect(twice.html).toBe(once.html);
      expect(twice.text).toBe(once.text);
      expect(twice.files).toEqual(once.files);
    }),
    { numRuns: 1000 },
  );
});

const lists = join(packageRoot(), '../shared/material/xss');
test.skipIf(!existsSync(lists))(
  'G4 every payload of the lists is cleaned to the same twice, and to forms of ours alone',
  () => {
    const files = readdirSync(lists, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const payloads = files.flatMap((entry) => {
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      return [text, ...text.split('\n')].filter((line) => line.length < 1_000_000);
    });
    for (const payload of payloads) {
      const once = clean(payload, known);
      if (!once.ok) continue;
      expect(cleaned(once.html).html).toBe(once.html);
      expect(once.html.replace(/"[^"<>]*"/g, '""')).not.toMatch(
        /<(?!\/?(p|h[234]|ul|ol|li|blockquote|hr|figure|img|figcaption|div|table|caption|thead|tbody|tr|td|th|br|strong|em|u|s|sup|sub|a|span)[ >])/,
      );
      expect(once.html).not.toMatch(/<[^<>]*\s(on\w+|style)=|<[^<>]*(href|src)="\s*(javascript|data|vbscript):/i);
    }
    expect(payloads.length).toBeGreaterThan(2_000);
  },
);
