/** Duties with a limit of time: what is read, what is said back, and what this version can't carry out yet. */
import { expect, test } from 'vitest';
import { regulationFile, soundly } from '../zj.fixture.ts';
import { readRegulation } from './read.ts';
import { blocksFrom, fence, sampleWith } from './sample.fixture.ts';

const whole = [
  'over: article',
  'where: { weight: important }',
  'by: office',
  'from: article.approved',
  'to: [article.published, article.updated]',
  'within: 24 hours',
];
const duty = (...lines: readonly string[]) => sampleWith(fence('duty soon', ...lines));
const without = (key: string) => whole.filter((line) => !line.startsWith(`${key}:`));
const told = (...lines: readonly string[]) =>
  readRegulation(duty(...lines)).faults.map((one) => `${one.line - blocksFrom}:${one.column} ${one.message}`);

test('a duty is read with its limit in minutes, and said again in plain Chinese', () => {
  const { duties, blocks } = soundly(duty(...whole, 'warn: 4 hours before'));
  expect(duties).toEqual([
    {
      id: 'soon',
      clause: '2',
      where: { all: [{ facet: 'weight', in: ['important'] }] },
      by: 'office',
      from: ['article.approved'],
      to: ['article.published', 'article.updated'],
      within: 1440,
      warn: [1200],
    },
  ]);
  expect(blocks.at(-1)?.says).toBe(
    '轻重为重要的稿件，“同意，审批完成”以后 24 小时内要“发布”或“更新发布”，由办公室负责；起算 20 小时后提醒',
  );
});

test('QX states its two limits under the clauses that have them', () => {
  const { duties, blocks } = soundly(regulationFile('qx-site.md'));
  expect(duties?.map(({ id, clause, within }) => [id, clause, within])).toEqual([
    ['publish-general', '8.1', 1440],
    ['publish-major', '8.2', 720],
  ]);
  expect(blocks.filter(({ kind }) => kind === 'duty').map(({ says }) => says)).toEqual([
    '轻重为一般的稿件，“同意，审批完成”以后 24 小时内要“发布”或“更新发布”或“恢复发布”，由网络中心的网站管理员负责',
    '轻重为重大的稿件，“同意，审批完成”以后 12 小时内要“发布”或“更新发布”或“恢复发布”，由网络中心的网站管理员负责',
  ]);
});

test.each([
  'rate: at least 1 per week',
  'gap: at most 5 working days',
  'due: day 10 of each month',
  'breach: remind head',
])('another pattern or consequence (%s) is told to be not carried out yet, and nothing else', (line) => {
  expect(told(...without('within'), line)).toEqual([expect.stringMatching(/^6:1 “\w+”（.*）这种写法还不能执行/)]);
});

test.each([
  ['within: 5 working days', '6:9', '还不能执行：现在只能写 minutes 或 hours'],
  ['within: 1 day', '6:9', '还不能执行'],
  ['within: 0 hours', '6:9', '大于零'],
  ['within: 24小时', '6:11', '写法'],
])('a limit that the clock alone can not measure (%s) says so', (line, place, says) => {
  const [first, ...more] = told(...without('within'), line);
  expect(first).toContain(says);
  expect(first?.startsWith(place)).toBe(true);
  expect(more).toEqual([]);
});

test('events of others than articles, another subject, and a warning outside the time are faults', () => {
  expect(told(...without('from'), 'from: letter.received')[0]).toContain('不是稿件的事件');
  expect(told(...without('over'), 'over: site')[0]).toContain('没有管什么“site”');
  expect(told(...without('by'), 'by: ofice')[0]).toContain('是不是“office”');
  expect(told(...whole, 'warn: 30 hours before')[0]).toContain('起算以后、到期以前');
  expect(told(...whole, 'warn: 100 % of time')[0]).toContain('小于 100 %');
  expect(told(...without('within'))[0]).toContain('缺少“within”');
});
