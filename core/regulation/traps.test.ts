import { expect, test } from 'vitest';
import { readRegulation } from './read.ts';
import { blocksFrom, fence, headApproves, plainFlow, sampleWith } from './sample.fixture.ts';

/** Line 0 is the fence of the block under test. */
type Case = readonly [name: string, block: string, line: number, column: number, says: string];

const note = (...lines: string[]) => fence('note a', ...lines);

const traps: readonly Case[] = [
  ['a full-width colon after a key', note('kind： purpose', 'why: 甲'), 1, 5, '全角冒号'],
  [
    'a full-width colon inside braces',
    fence('columns main', 'list: [ { id: news, lead：office } ]'),
    1,
    25,
    '全角冒号',
  ],
  ['an ideographic space before a key', note('kind: purpose', '\u3000why: 甲'), 2, 1, '全角空格'],
  ['an ideographic space after a colon', note('kind:\u3000purpose', 'why: 甲'), 1, 6, '全角空格'],
  ['a no-break space from Word', note('kind:\u00a0purpose', 'why: 甲'), 1, 6, '不间断空格'],
  ['a hash that would cut prose', note('kind: purpose', 'why: 见 #14 条'), 2, 8, '加引号'],
  ['an anchor', note('kind: &x purpose', 'why: 甲'), 1, 10, '锚点'],
  ['an alias', note('kind: purpose', 'why: *x'), 2, 6, '锚点'],
  ['a tag', note('kind: !day purpose', 'why: 甲'), 1, 12, '锚点'],
  ['a merge key', note('<<: { kind: purpose }', 'why: 甲'), 1, 3, '合并键'],
  ['a key given twice', note('kind: purpose', 'kind: scope', 'why: 甲'), 2, 1, '“kind”写了两次'],
  ['quotes of Word around prose', note('kind: purpose', 'why: “甲：乙”'), 2, 6, 'Word 的弯引号'],
  ['quotes of Word around a word', note('kind: “purpose”', 'why: 甲'), 1, 7, '是 Word 的弯引号'],
  ['a colon in prose', note('kind: purpose', 'why: 例如: 甲'), 2, 6, '加引号'],
  ['a tab as indentation', fence('posts b', 'list:', '\t- { id: head, of: section }'), 2, 1, '制表符'],
  ['a second document', note('kind: purpose', 'why: 甲', '---', 'b: 1'), 3, 1, '---'],
  ['a bracket that opens prose', note('kind: purpose', 'why: [2010]12 号文'), 2, 12, '引号'],
  ['a backtick that opens prose', note('kind: purpose', 'why: `x` 甲'), 2, 6, '特殊字符'],
  [
    'a Chinese numeral for a number',
    fence('posts b', 'list: [ { id: head, of: section, min: 一 } ]'),
    1,
    39,
    '“一”写成 1',
  ],
  ['a full-width digit', fence('posts b', 'list: [ { id: head, of: section, min: １ } ]'), 1, 39, '半角'],
  ['a bare true', plainFlow('a', '{ sensitive: true }', headApproves), 1, 19, 'yes 或 no'],
  ['an unknown key', note('kind: purpose', 'wyh: 甲'), 2, 1, '没有键“wyh”'],
  ['an unknown key, with the nearest', note('kind: purpose', 'whyy: 甲'), 2, 1, '是不是“why”'],
  ['a missing key', note('kind: purpose'), 1, 1, '缺少“why”'],
  ['a word that is not in the list', note('kind: purpos', 'why: 甲'), 1, 7, '是不是“purpose”'],
  ['an unknown kind', fence('folw a', 'for: {}'), 0, 4, '没有条款块种类“folw”'],
  ['an unknown kind, with the nearest', fence('flwo a', 'for: {}'), 0, 4, '是不是“flow”'],
  ['a fence without a kind', fence('', 'for: {}'), 0, 4, '没有写种类'],
  ['a fence without an id', fence('note', 'kind: purpose', 'why: 甲'), 0, 1, '没有编号'],
  ['a fence with two ids', fence('note a b', 'kind: purpose', 'why: 甲'), 0, 1, '“a b”不行'],
  ['a fence with a Chinese id', fence('note 目的', 'kind: purpose', 'why: 甲'), 0, 1, '“目的”不行'],
  ['an empty block', fence('facility fast-pages'), 1, 1, '空的'],
  ['a block in a list', '- 甲\n\n  ```note a\n  kind: purpose\n  why: 甲\n  ```', 2, 3, '列表'],
  ['a block in a quotation', '> ```note a\n> kind: purpose\n> ```', 0, 3, '列表'],
  ['a block that is not at the margin', ' ```note a\n kind: purpose\n why: 甲\n ```', 0, 2, '顶格'],
  ['text indented like code', '试文如下：\n\n    第一款', 2, 1, '缩进了四格'],
  ['a fence that is never closed', '```note a\nkind: purpose\nwhy: 甲\n\n## 第三条 {#3}', 0, 1, '没有结尾'],
  ['a line of dashes under text', '试文\n---', 0, 1, '空一行'],
  ['a hash without a space', '##第三条', 0, 1, '空一格'],
  ['an article without an id', '## 第三条 目的', 0, 1, '没有编号'],
  ['an id in full-width brackets', '## 第三条 目的 ｛#3｝', 0, 1, '半角'],
  ['an id that is no number', '## 第三条 目的 {#third}', 0, 1, '用数字和点'],
  ['an id that is there already', '## 第三条 目的 {#1}', 0, 1, '已经用过'],
  ['an id of a column mistyped', fence('columns main', 'list: [ { id: nwes, joint: section } ]'), 1, 15, '没有名称'],
  ['a column of a flow mistyped', plainFlow('a', '{ column: nwes }', headApproves), 1, 16, '是不是“news”'],
  ['a facet mistyped', plainFlow('a', '{ weigt: important }', headApproves), 1, 8, '是不是“weight”'],
  ['a value mistyped', plainFlow('a', '{ weight: imporant.. }', headApproves), 1, 16, '是不是“important”'],
  ['a range over what has no order', plainFlow('a', '{ kind: news.. }', headApproves), 1, 14, '有高低'],
  ['move inside an expression', plainFlow('a', '{ not: { move: site.open } }', headApproves), 1, 15, '最外一层'],
  ['a role mistyped', plainFlow('a', '{}', '{ post: head, of: ofice, act: approve }'), 3, 23, '是不是“office”'],
  ['a post mistyped', plainFlow('a', '{}', '{ post: haed, of: office, act: approve }'), 3, 13, '是不是“head”'],
  [
    'a full-width comma in a list',
    plainFlow('a', '{}', '{ post: [head，vice-leader], of: office, act: approve }'),
    3,
    14,
    '是不是“head, vice-leader”？（逗号用半角）',
  ],
  ['a name in place of a list', fence('posts b', 'list: head, vice-leader'), 1, 7, '[a, b]'],
  [
    'an event mistyped',
    fence('flow a', 'for: { move: site.open }', `steps: [ ${headApproves} ]`, 'requires: article.aproved'),
    3,
    11,
    '是不是“article.approved”',
  ],
  [
    'words left over in a phrase',
    fence('step a', 'for: {}', 'add: { post: head, of: office, act: review }', 'place: last one'),
    3,
    13,
    '（到此为止）',
  ],
  ['an id used twice', `${note('kind: purpose', 'why: 甲')}\n\n${note('kind: scope', 'why: 乙')}`, 5, 4, '写了两次'],
];

test.each(traps)('%s is told, where it stands', (_name, block, line, column, says) => {
  const { regulation, faults } = readRegulation(sampleWith(block));
  expect(regulation).toBeUndefined();
  const at = faults.find((fault) => fault.message.includes(says));
  expect(at, JSON.stringify(faults)).toBeDefined();
  expect([(at?.line ?? 0) - blocksFrom, at?.column]).toEqual([line, column]);
});

test('what stands around the traps is sound', () => {
  expect(readRegulation(sampleWith(note('kind: purpose', 'why: 甲')))).toMatchObject({ faults: [] });
});

test.each([
  ['a NUL', sampleWith('甲\u0000乙'), blocksFrom, 2, 'NUL'],
  ['half a character', sampleWith('甲\ud800乙'), blocksFrom, 2, '半个字符'],
  ['a file over 1 MB', sampleWith('甲'.repeat(400_000)), 1, 1, '1 MB'],
  ['brackets over 100 deep', sampleWith(fence('note a', `why: ${'['.repeat(101)}`)), blocksFrom + 1, 1, '100 层'],
  ['10,000 brackets', sampleWith(fence('note a', `why: ${'{a: '.repeat(10_000)}`)), blocksFrom + 1, 1, '100 层'],
  ['10,000 quotation marks', sampleWith('>'.repeat(10_000)), blocksFrom, 1, '100 层'],
  ['lists in lists over 100 deep', sampleWith(fence('note a', `${'- '.repeat(101)}x`)), blocksFrom + 1, 1, '100 层'],
  ['no front matter', '## 第一条 {#1}\n', 1, 1, '缺少前言'],
  ['an empty file', '', 1, 1, '缺少前言'],
])('%s is refused before it is read', (_name, source, line, column, says) => {
  const { regulation, faults } = readRegulation(source);
  expect(regulation).toBeUndefined();
  expect(faults).toContainEqual({ line, column, message: expect.stringContaining(says) });
});

test('a text as Windows writes it, with a mark at its start, is read alike', () => {
  const source = sampleWith(note('kind: purpose', 'why: 甲'));
  const windows = readRegulation(`\uFEFF${source.replaceAll('\n', '\r\n')}`);
  expect(windows).toEqual(readRegulation(source));
});

test('a text of 10 MB is refused in under a second, whatever it holds', () => {
  for (const piece of ['正文。\n', '```duty one\n', '[[[[{{{{', '\n']) {
    const source = piece.repeat(Math.ceil(10_000_000 / Buffer.byteLength(piece)));
    const from = performance.now();
    const { regulation, faults } = readRegulation(source);
    expect(performance.now() - from).toBeLessThan(1000);
    expect([regulation, faults.map(({ message }) => message)]).toEqual([
      undefined,
      ['文件超过 1 MB：一份规定不会这么长，请分成几份'],
    ]);
  }
});
