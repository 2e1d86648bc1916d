/** Letters, scores with their lines, and prizes: what is read, and how it is said again. */
import { expect, test } from 'vitest';
import { soundly } from '../zj.fixture.ts';
import { fence, headApproves, sampleWith } from './sample.fixture.ts';

const read = (...blocks: readonly string[]) => soundly(sampleWith(...blocks));
const said = (...blocks: readonly string[]) => read(...blocks).blocks.at(-1)?.says;

const boxes = fence('columns main', 'list: [ { id: box, name: 局长信箱, nature: letters, lead: office } ]');
const answers = fence('flow answers', 'for: { move: letter.answer }', `steps: [ ${headApproves} ]`);

test('letters are read with who receives, handles, sees and tells, and are said again', () => {
  const who = [
    'columns: box',
    'type: complaint',
    'first: office',
    'handle: { by: section, transfers: at most 2, may: [transfer, clarify] }',
  ];
  const then = [
    'unless: { complains_of: handle, then: office }',
    'seen_by: [first, leg.unit]',
    'chain: answers',
    'told_by: first',
    'publish: never',
  ];
  const regulation = read(boxes, answers, fence('letters director', 'extends: director', ...who, ...then));
  expect(regulation.letters).toEqual([
    {
      id: 'director',
      clause: '2',
      extends: 'director',
      columns: ['box'],
      type: 'complaint',
      first: ['office'],
      handle: { by: ['section'], transfers: 2, may: ['transfer', 'clarify'] },
      unless: { complainsOf: 'handle', instead: 'office' },
      seenBy: ['first', 'leg.unit'],
      chain: 'answers',
      toldBy: 'first',
      publish: 'never',
    },
  ]);
  expect(regulation.blocks.at(-1)?.says).toBe(
    '局长信箱的来信（投诉）由办公室接收，处室办理和答复，至多转 2 次；办理单位还可以转办、请来信人补充；告到办理单位的，由办公室办，被告的单位看不到；只有接收单位、经手单位看得到；答复走流程“answers”；由接收单位告知来信人；不公开',
  );
});

const score = fence(
  'score monthly',
  'name: 月度考核',
  'over: each of section',
  'per: month',
  'assess: { by: office, never: own, else: self }',
  'year: { combine: mean, at_least: 6 months }',
);
/** A score needs a line; it comes before, so that what is under test is said last. */
const judged = (of: string) => fence('line quality', `of: ${of}`, 'judged: grade');

test('a score says whom it is about, who assesses, and who stands in for the assessor', () => {
  expect(said(judged('monthly'), score)).toBe(
    '月度考核：每月对处室逐个考核，由办公室考核，不考核自己（由采用单位考核）；全年各期取平均，至少要有 6 个月的',
  );
  const groups = 'groups: [ { id: publish, name: 发布, points: 40 }, { id: rest, name: 其他, points: 60 } ]';
  const more = [
    'over: site',
    'per: half-year',
    'assess: { by: office }',
    'start: 100',
    groups,
    'bonus: { above: 80, most: 30 }',
  ];
  expect(said(judged('national'), fence('score national', ...more))).toBe(
    'national：每半年按网站考核，由办公室考核；从 100 分起扣；发布 40 分、其他 60 分；高于 80 分的才加分，至多加 30 分',
  );
});

const lineOf = (...lines: readonly string[]) => {
  const { lines: read_, blocks } = read(
    score,
    fence('check links', 'over: site', 'run: nightly', 'look: [ { find: dead-links, then: warn } ]'),
    fence('line l', 'name: 项目', 'of: monthly', ...lines),
  );
  return { points: read_?.at(-1)?.points, says: blocks.at(-1)?.says.replace('“月度考核”的考核项目“项目”：', '') };
};

test('MS-3.2 tiers: the best that holds', () => {
  expect(
    lineOf(
      'event: article.published',
      'credit: author.unit',
      'tiers: [every week 30, every 2 weeks 20, every month 10]',
    ),
  ).toEqual({
    points: {
      is: 'tiers',
      events: ['article.published'],
      tiers: [
        { period: 'week', points: 30 },
        { time: { n: 2, unit: 'week' }, points: 20 },
        { period: 'month', points: 10 },
      ],
    },
    says: '计发布，每周都有的 30 分，每 2 周都有的 20 分，每月都有的 10 分，取最高一档；算作者所在单位的',
  });
});

test.each<readonly [string, readonly string[], unknown, string]>([
  [
    'MS-3.3 points for each item, without an end',
    ['event: article.published', 'points_each: 6', 'cap: none', 'lasting: 7 days'],
    { is: 'each', events: ['article.published'], points: 6 },
    '每条（发布）6 分，不封顶；7 日内因有错或违规撤下的不算',
  ],
  [
    'points for each item, up to a cap',
    ['event: article.published', 'points_each: 0.5', 'cap: 30'],
    { is: 'each', events: ['article.published'], points: 0.5, cap: 30 },
    '每条（发布）0.5 分，最多 30 分',
  ],
  [
    'MS-3.1 what people judge',
    ['judged: yes-no', 'points: 10', 'evidence: required'],
    { is: 'judged', how: 'yes-no', points: 10, evidence: true },
    '由考核的人判断，做到的得 10 分，要附依据',
  ],
  [
    'a range',
    ['judged: points 0..30'],
    { is: 'judged', how: { from: 0, to: 30 }, evidence: false },
    '由考核的人判断，0 到 30 分',
  ],
  [
    'what is deducted for each hit of a check',
    ['from: check links', 'deduct: 0.1 each'],
    { is: 'from', kind: 'check', id: 'links', deduct: 0.1, each: true },
    '每次按“links”扣 0.1 分',
  ],
])('a line with %s', (_name, lines, points, says) => {
  expect(lineOf(...lines)).toEqual({ points, says });
});

test('MS-5 an award says its prizes, the pass mark, and what follows below it', () => {
  const prizes = 'prizes: [ { name: 一等奖, count: 1 }, { name: 二等奖, count: 2, gives: 奖金 } ]';
  const more = [
    'only: passed',
    'pass: 60',
    'ties: all',
    'below: { do: rectify, within: 30 days }',
    'to: { column: news }',
  ];
  expect(said(judged('monthly'), score, fence('award yearly', 'of: monthly', 'per: year', prizes, ...more))).toBe(
    '每年按“月度考核”评奖：一等奖 1 名、二等奖 2 名（奖金）；及格的才可以得奖；60 分及格；同分的都给；不及格的：限期整改，限 30 日；登在“新闻”',
  );
});

test('MS-1.2 parts of one column add up from article to article, and none is given to two', () => {
  const parts = (part: string, unit: string) =>
    fence('columns main', `list: [ { id: leaders, parts: { ${part}: ${unit} } } ]`);
  const first = fence('columns main', 'list: [ { id: leaders, name: 领导, nature: static, parts: { 区委: office } } ]');
  expect(read(first, parts('人大', 'self')).columns.at(-1)?.parts).toEqual({ 区委: 'office', 人大: 'self' });
  expect(() => read(first, parts('区委', 'self'))).toThrow(
    '“leaders”的“区委”在第 33 行给了 office，这里又给 self：一块只能归一家',
  );
});
