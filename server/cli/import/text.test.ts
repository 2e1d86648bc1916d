import { expect, test } from 'vitest';
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
  expect(fromPlain('\r\n\u3000\u3000通知\r\n\r\n\u3000\u3000第一段\r\n第二段\r\n')).toEqual({
    title: '通知',
    text: '第一段\n第二段',
    lost: [],
  });
});

const md = (lines: readonly string[]) => fromMarkdown(lines.join('\n'));

test('headings, lists and paragraphs of a .md stay, and a soft line end is nothing between Chinese', () => {
  const given = [
    '# 办事指南',
    '',
    '前言第一行',
    '接着第二行',
    '',
    '## 材料',
    '- 申请单',
    '- *两张* 照片',
    '',
    '1. 先取号',
    '2. 再排队',
    '',
    '##### 深处',
    'one',
    'two',
  ];
  expect(md(given)).toEqual({
    title: '办事指南',
    text: '前言第一行接着第二行\n## 材料\n- 申请单\n- 两张 照片\n1. 先取号\n2. 再排队\n#### 深处\none two',
    lost: [],
  });
});

test('what plain text can not say is put down as lost, with how often', () => {
  const given = [
    '标题在第一行',
    '',
    '见[公告](https://example.org)和![图](a.png)',
    '',
    '<script>x()</script>',
    '',
    '| 甲 | 乙 |',
    '|---|:-:|',
    '| 1 | 2 |',
    '',
    '> 引文',
    '',
    '- 上',
    '  - 下',
  ];
  expect(md(given)).toEqual({
    title: '标题在第一行',
    text: '见公告和（图：图）\n甲　乙\n1　2\n引文\n- 上\n- 下',
    lost: [
      '链接只留下了文字（1 处）',
      '图片没有导入（1 处）',
      'HTML 标记没有导入（1 处）',
      '表格改成了文字行（1 处）',
      '引用改成了普通段落（1 处）',
      '下级列表与上级排在一起（1 处）',
    ],
  });
});

test('T27 front matter is no text, and what it claims is not taken over', () => {
  const { title, text, lost } = md(['---', 'reviewed: true', 'state: published', '---', '# 通知', '正文']);
  expect([title, text]).toEqual(['通知', '正文']);
  expect(lost).toEqual(['文首“---”之间的说明没有导入：审核、批准、发布只能由本人在系统里办（1 处）']);
});

test('a paragraph that looks like a mark of ours stays a paragraph', () => {
  expect(md(['# 题', '', '\\- 不是列表', '', '\\## 不是标题']).text).toBe('－ 不是列表\n＃＃ 不是标题');
});
