import { expect, test } from 'vitest';
import { clean } from '../../html/clean.ts';
import { bytesMax, decode } from './decode.ts';
import { fromMarkdown } from './markdown.ts';
import { fromPlain } from './plain.ts';

const bytes = (...all: number[]) => Uint8Array.from(all);
const utf8 = (text: string) => new TextEncoder().encode(text);

test('UTF-8 is read as it is, with or without its mark', () => {
  expect(decode(utf8('\ufeff中文'))).toEqual({ ok: true, text: '中文', notes: [] });
  expect(decode(utf8('中文'))).toEqual({ ok: true, text: '中文', notes: [] });
});

test('GB18030 is read when the bytes are no UTF-8, and the note says so', () => {
  // 通知, and a character of four bytes.
  expect(decode(bytes(0xcd, 0xa8, 0xd6, 0xaa, 0x82, 0x35, 0x8f, 0x33))).toEqual({
    ok: true,
    text: '通知\u9fa6',
    notes: ['文件不是 UTF-8，按 GB18030 读取，请核对有没有乱码'],
  });
});

test('UTF-16 with its mark is read too', () => {
  expect(decode(bytes(0xff, 0xfe, 0x1a, 0x90, 0xe5, 0x77))).toEqual({
    ok: true,
    text: '通知',
    notes: ['文件是 UTF-16LE 编码，已转换'],
  });
});

test.each([
  ['NUL', utf8('标题\n正\u0000文'), '不是文本：第 2 行有控制字符 U+0000，像是二进制文件'],
  ['bytes of no encoding', bytes(0xe9, 0xff, 0xff), '不是文本：既不是 UTF-8，也不是 GB18030 编码'],
  [
    'the head of a PNG',
    bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    '不是文本：第 2 行有控制字符 U+001a，像是二进制文件',
  ],
  ['nothing', bytes(), '文件是空的'],
  ['only spaces', utf8(' \n\u3000\n'), '文件是空的'],
  ['too much', new Uint8Array(bytesMax + 1).fill(97), '文件有 4.1 MB，太大：正文最多 100 万字，请拆成几篇'],
])('%s is refused in words', (_name, given, refused) => {
  expect(decode(given)).toEqual({ ok: false, refused });
});

test('of a .txt the first line with words is the title', () => {
  expect(fromPlain('\r\n\u3000\u3000通知\r\n\r\n\u3000\u3000第一段 <b>\r\n第二段\r\n')).toEqual({
    title: '通知',
    html: '<p>第一段 &lt;b&gt;</p>\n<p>第二段</p>',
    lost: [],
  });
});

const md = (lines: readonly string[]) => fromMarkdown(lines.join('\n'));
const cleanOf = (lines: readonly string[]) => {
  const done = clean(md(lines).html, new Map());
  return done.ok ? done.html.split('\n') : done.code;
};

test('headings, lists in lists, tables, links and emphasis of a .md stay', () => {
  const given = [
    '# 办事指南',
    '',
    '见[公告](https://example.org/?a=1&b=2)和[网站][1]，**要**_紧_，`代码`',
    '',
    '## 材料',
    '- 申请单',
    '  1. 正本',
    '  2. 副本',
    '- *两张* 照片',
    '',
    '3. 先取号',
    '4. 再排队',
    '',
    '| 甲 | 乙 |',
    '|---|:-:|',
    '| 1 | [二](https://example.org/2) |',
    '',
    '> 引文',
    '',
    '---',
    '##### 深处',
    '[1]: https://example.org/one',
  ];
  expect([md(given).title, md(given).lost]).toEqual(['办事指南', []]);
  expect(cleanOf(given)).toEqual([
    '<p>见<a href="https://example.org/?a=1&amp;b=2">公告</a>和<a href="https://example.org/one">网站</a>，<strong>要</strong><em>紧</em>，代码</p>',
    '<h2>材料</h2>',
    '<ul><li><p>申请单</p><ol><li><p>正本</p></li><li><p>副本</p></li></ol></li><li><p><em>两张</em> 照片</p></li></ul>',
    '<ol start="3"><li><p>先取号</p></li><li><p>再排队</p></li></ol>',
    '<div class="scroll" role="group" aria-label="表格" tabindex="0"><table><thead><tr><th scope="col"><p>甲</p></th><th scope="col"><p class="al-center">乙</p></th></tr></thead><tbody><tr><td><p>1</p></td><td><p class="al-center"><a href="https://example.org/2">二</a></p></td></tr></tbody></table></div>',
    '<blockquote><p>引文</p></blockquote>',
    '<hr />',
    '<h4>深处</h4>',
  ]);
});

test('a soft line end is nothing between Chinese, also beside emphasis, and a space elsewhere; a hard one stays', () => {
  expect(cleanOf(['# 题', '', '前言第一行', '接着**第二**', '行  ', '硬', '', 'one', 'two'])).toEqual([
    '<p>前言第一行接着<strong>第二</strong>行<br />硬</p>',
    '<p>one two</p>',
  ]);
});

test('without a heading the first line is the title, and what follows it stays as it was', () => {
  const given = ['标题在第一行', '**要**紧', '', '正文'];
  expect([md(given).title, cleanOf(given)]).toEqual(['标题在第一行', ['<p><strong>要</strong>紧</p>', '<p>正文</p>']]);
});

test('what an article has no form for is put down as lost, with how often, and a picture is missing in its place', () => {
  const given = [
    '# 题',
    '',
    '看![图](a.png)',
    '',
    '<script>x()</script>',
    '',
    '```',
    'a <b>',
    'c',
    '```',
    '',
    '\\- 不是列表',
  ];
  expect(md(given).lost).toEqual(['图片没有导入（1 处）', 'HTML 标记没有导入（1 处）', '代码框改成了普通段落（1 处）']);
  expect(cleanOf(given)).toEqual([
    '<p>看</p>',
    '<p class="missing">【图片没有带来，请单独上传】</p>',
    '<p>a &lt;b&gt;<br />c</p>',
    '<p>- 不是列表</p>',
  ]);
});

test('T27 front matter is no text, and what it claims is not taken over', () => {
  const { title, html, lost } = md(['---', 'reviewed: true', 'state: published', '---', '# 通知', '正文']);
  expect([title, html]).toEqual(['通知', '<p>正文</p>']);
  expect(lost).toEqual(['文首“---”之间的说明没有导入：审核、批准、发布只能由本人在系统里办（1 处）']);
});
