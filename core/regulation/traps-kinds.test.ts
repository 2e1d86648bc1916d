/** Slips in blocks of the kinds filing to bulletin: each is told where it stands, with what could stand there. */
import { expect, test } from 'vitest';
import { readRegulation } from './read.ts';
import { blocksFrom, fence, headApproves, sampleWith } from './sample.fixture.ts';

/** Line 0 is the fence of the block under test, which comes first. */
type Case = readonly [name: string, block: string, line: number, column: number, says: string];

const filing = (...lines: readonly string[]) => fence('filing a', 'filed_by: office', ...lines);
const check = (...lines: readonly string[]) => fence('check a', ...lines);
const finding = (...lines: readonly string[]) =>
  fence('finding a', 'about: site', 'found_by: anyone', 'confirmed_by: office', ...lines);
const score = (id: string, ...lines: readonly string[]) =>
  fence(`score ${id}`, 'over: each of section', 'per: month', ...lines);
const plainScore = score('s', 'assess: { by: office }');
const line = (...lines: readonly string[]) => `${fence('line a', 'of: s', ...lines)}\n\n${plainScore}`;
const award = (...lines: readonly string[]) => `${fence('award a', 'of: s', 'per: year', ...lines)}\n\n${plainScore}`;
const bulletin = (...lines: readonly string[]) => fence('bulletin a', 'every: month', ...lines);
const answers = fence('flow answers', 'for: { move: letter.answer }', `steps: [ ${headApproves} ]`);
const letters = (...lines: readonly string[]) =>
  `${fence('letters a', 'first: office', 'handle: section', ...lines)}\n\n${answers}`;

const filings: readonly Case[] = [
  ['a filing that nobody files', fence('filing a', 'is: report'), 1, 1, '缺少 filed_by'],
  ['a form of a filing mistyped', filing('is: rgister'), 2, 5, '是不是“register”'],
  ['a type of a field mistyped', filing('fields: { held_on: dy! }'), 2, 20, '没有词“dy!”；可以写：'],
  ['a field with a hyphen', filing('fields: { held-on: day }'), 2, 11, '只用小写字母、数字和“_”'],
  [
    'a field that is not there',
    filing('is: register', 'fields: { holder: text }', 'unique: holdr'),
    4,
    9,
    '是不是“holder”',
  ],
  ['a key of registers in a report', filing('fields: { holder: text }', 'public: holder'), 3, 9, '只用于登记簿'],
  [
    'a time from what is no day',
    filing('fields: { what: text }', 'filed: within 1 day of what'),
    3,
    8,
    '要是日期或时刻',
  ],
  [
    'a count for what is no list',
    filing('fields: { who: person }', 'counts_for: who'),
    3,
    13,
    '要是人员名单（people）',
  ],
  ['a filing to follow that is not there', filing('follows: b'), 2, 10, '没有备案（filing）“b”'],
  ['a standard id mistyped', filing('extends: dril'), 2, 10, '是不是“drill”'],
  [
    'a standard id where none are',
    fence('note a', 'kind: scope', 'why: 甲', 'extends: drill'),
    3,
    10,
    '没有标准的编号',
  ],
  ['an event that is not there', fence('filing a', 'made_from: article.publishd'), 1, 12, '是不是“article.published”'],
  [
    'an event of a filing that is not there',
    fence('filing a', 'made_from: filing.b.kept'),
    1,
    12,
    '没有filing 的编号“b”',
  ],
  ['a day of a filing that is not there', fence('filing a', 'made_from: filing.drill.held'), 1, 12, '动词是：filed、'],
  ['a keeping time in Chinese', filing('keep_for: 三年'), 2, 11, '没有写法“三年”'],
  ['a value that the text does not open', filing('keep_for: $long'), 2, 11, '前言的 values 里没有“long”'],
  ['a word that is neither must nor should', filing('force: shuld'), 2, 8, '是不是“should”'],
];

const judged: readonly Case[] = [
  ['a check of nothing', check('over: article'), 1, 1, '缺少 look（程序查什么），或 declare'],
  ['a detector mistyped', check('look: [ { find: secrecy-mark, then: stop } ]'), 1, 17, '是不是“secrecy-marks”'],
  ['a word list mistyped', check('look: [ { find: words(violense), then: stop } ]'), 1, 23, '是不是“violence”'],
  ['a word list that is not told', check('look: [ { find: words, then: stop } ]'), 1, 21, '可以写：('],
  ['a place mistyped', check('look: [ { find: secrecy-marks, at: bdy, then: stop } ]'), 1, 36, '是不是“body”'],
  [
    'a page that is never checked',
    check('over: page', 'look: [ { find: page-tags, then: warn } ]'),
    1,
    1,
    '多久查一次',
  ],
  [
    'an article that is checked at night',
    check('run: nightly', 'look: [ { find: secrecy-marks, then: stop } ]'),
    1,
    6,
    '不写 run',
  ],
  [
    'a detector that can not look there',
    check('look: [ { find: page-footer, then: warn } ]'),
    1,
    7,
    '可以查：网页、网站',
  ],
  [
    'a declaration over a site',
    check('over: site', 'run: weekly', 'declare: { of: approver, lines: [甲], else: stop }'),
    3,
    10,
    '只用于稿件',
  ],
  ['a finding about what has none', fence('finding a', 'about: login'), 1, 8, '没有对象“login”'],
  ['a site that is taken down', finding('then: withdraw unlawful'), 4, 7, '只有稿件的问题'],
  ['a type of withdrawal mistyped', finding('then: withdraw unlawfull'), 4, 16, '是不是“unlawful”'],
  ['one grade', finding('grades: [严重]'), 4, 9, '至少要有两等'],
  ['a consequence mistyped', finding('breach: { do: bulletn }'), 4, 15, '是不是“bulletin”'],
  ['a retention of something unknown', fence('retention log', 'keep: at least 60 days'), 0, 4, '是不是“logs”'],
  ['a retention without a bound', fence('retention logs', 'keep: 60 days'), 1, 7, '可以写：at least'],
];

const scored: readonly Case[] = [
  [
    'a role of a score mistyped',
    fence('score s', 'over: each of sections', 'per: month', 'assess: { by: office }'),
    1,
    15,
    '是不是“section”',
  ],
  ['nobody in the place of an assessor', score('a', 'assess: { by: office, never: own }'), 3, 9, '要写 else'],
  ['two assessors and no mean', score('a', 'assess: { by: [office, section] }'), 3, 9, '要写 combine'],
  [
    'a group that comes twice',
    score('a', 'assess: { by: office }', 'groups: [ { id: g, points: 1 }, { id: g, points: 2 } ]'),
    4,
    9,
    '分组“g”写了两次',
  ],
  ['a veto of nothing', score('a', 'assess: { by: office }', 'veto: home'), 4, 7, '没有编号（duty、finding）“home”'],
  ['a line of no score', fence('line a', 'of: s', 'judged: grade'), 1, 5, '没有考核表（score）“s”'],
  ['a line without points', line('group: g'), 1, 1, '缺少得分的办法'],
  [
    'a line with two ways',
    line('judged: grade', 'event: article.published', 'points_each: 1', 'cap: 3'),
    2,
    9,
    '只能写一样',
  ],
  ['points for each without a cap', line('event: article.published', 'points_each: 1'), 1, 1, '还缺少“cap”'],
  ['a key of another way', line('judged: grade', 'lasting: 7 days'), 3, 10, '不能和 judged 一起写'],
  ['yes or no without points', line('judged: yes-no'), 2, 9, '要写 points'],
  ['a range that falls', line('judged: points 30..10'), 2, 20, '后面的分数要大于前面的'],
  ['a line that rests on no duty', line('rests: d', 'points: 1'), 2, 8, '没有职责（duty）“d”'],
  ['a line from no check', line('from: check c', 'deduct: 1'), 2, 13, '没有check 的编号“c”'],
  ['a pass that is not said', award('only: passed', 'prizes: [ { name: 甲, count: 1 } ]'), 1, 1, '就要写 pass'],
  ['a prize for nobody', award('prizes: [ { name: 甲, count: 0 } ]'), 3, 9, '至少一名'],
  [
    'a column that is not there',
    award('prizes: [ { name: 甲, count: 1 } ]', 'to: { column: nwes }'),
    4,
    15,
    '是不是“news”',
  ],
  ['a ranking of no score', bulletin('shows: ranking', 'to: { column: news }'), 2, 8, '通报名次要写是哪张考核表的'],
  ['a bulletin to a role mistyped', bulletin('shows: published', 'to: each of sectoin'), 3, 13, '是不是“section”'],
  ['letters of a column that is not there', letters('columns: box', 'chain: answers'), 3, 10, '没有栏目“box”'],
  ['letters without a chain', letters('columns: news'), 1, 1, '缺少“chain”'],
  [
    'a chain that is no answer',
    `${letters('columns: news', 'chain: other')}\n\n${fence('flow other', 'for: { move: site.open }', 'steps: []')}`,
    4,
    8,
    '“other”不是答复来信（letter.answer）的流程',
  ],
  ['letters to a column of news', letters('columns: news', 'chain: answers'), 3, 10, '“新闻”不是来信栏目'],
];

test.each([...filings, ...judged, ...scored])('%s is told, where it stands', (_name, block, at, column, says) => {
  const { regulation, faults } = readRegulation(sampleWith(block));
  expect(regulation).toBeUndefined();
  const fault = faults.find((one) => one.message.includes(says));
  expect(fault, JSON.stringify(faults)).toBeDefined();
  expect([(fault?.line ?? 0) - blocksFrom, fault?.column]).toEqual([at, column]);
});
