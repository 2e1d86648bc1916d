/** Duties: each pattern is read as plain data, said again in plain Chinese, and told what is wrong with it. */
import { expect, test } from 'vitest';
import { regulationFile, soundly } from '../zj.fixture.ts';
import { readRegulation } from './read.ts';
import { blocksFrom, fence, sampleWith } from './sample.fixture.ts';

const values = [
  'cycle: { name: 定期, is: period }',
  'promptly: { name: 及时, is: duration }',
  'many: { name: 若干, is: number }',
];
const duty = (...lines: readonly string[]) =>
  sampleWith(fence('duty soon', ...lines)).replace(
    'roles:',
    `values:\n${values.map((one) => `  ${one}\n`).join('')}roles:`,
  );
const of = (...lines: readonly string[]) => {
  const { duties, blocks } = soundly(duty(...lines));
  return { does: duties?.[0]?.does, duty: duties?.[0], says: blocks.at(-1)?.says };
};
/** What is wrong, with its place inside the block. */
const told = (...lines: readonly string[]) => {
  const { faults } = readRegulation(duty(...lines));
  return faults.map((one) => `${one.line - blocksFrom - values.length - 1}:${one.column} ${one.message}`);
};
const everything = { all: [] };
const column = ['over: column', 'by: column.lead'];
const published = { events: ['article.published'], in: everything };

test.each([
  [
    'rate: [at least 2 days per week, at least $many per $cycle]',
    ['event: article.published', 'credit: author.unit', 'lasting: 7 days', 'holidays: count'],
    {
      pattern: 'rate',
      quotas: [
        { bound: 'at least', n: 2, of: 'days', per: 'week' },
        { bound: 'at least', n: { value: 'many' }, of: 'items', per: { value: 'cycle' } },
      ],
      ...published,
      credit: 'author.unit',
      lasting: { n: 7, unit: 'day' },
    },
    '每个栏目：每周至少 2 天有，并且每个周期（「定期」）至少「若干」次“发布”（发布不满 7 日就因有误、违法撤下的不算），节假日也计，由栏目承办单位负责',
  ],
  [
    'gap: at most 5 working days',
    [
      'event: [article.published, article.updated]',
      'pauses: site.down..site.up at most 3 days in all',
      'warn: 1 working day before',
    ],
    {
      pattern: 'gap',
      bound: 'at most',
      limit: { n: 5, unit: 'working day' },
      pauses: [{ from: 'site.down', to: 'site.up', atMost: { n: 3, unit: 'day' } }],
      events: ['article.published', 'article.updated'],
      in: everything,
    },
    '每个栏目：“发布”或“更新发布”的间隔不超过 5 个工作日；“网站中断”到“网站恢复”之间不计时，合计至多 3 日，由栏目承办单位负责；到期前 1 个工作日提醒',
  ],
  [
    'due: [01-10, day 15 of each month, last working day of each quarter]',
    ['event: article.updated', 'about: previous month', 'opens: 10 days before', 'warn: at 15:00'],
    {
      pattern: 'due',
      days: [
        { month: 1, date: 10 },
        { day: 15, of: 'month' },
        { last: 'working day', of: 'quarter' },
      ],
      about: 'previous month',
      opens: { n: 10, unit: 'day' },
      events: ['article.updated'],
      in: everything,
    },
    '每个栏目：每年 1 月 10 日、每月 15 日、每季度最后一个工作日以前（最早提前 10 日）要“更新发布”，报上月的，由栏目承办单位负责；当日 15:00提醒',
  ],
  [
    'keep: [at least 1 post head, at least 2 article]',
    ['grace: $promptly'],
    {
      pattern: 'keep',
      standing: [
        { bound: 'at least', n: 1, things: 'post', id: 'head' },
        { bound: 'at least', n: 2, things: 'article' },
      ],
      in: everything,
      grace: { value: 'promptly' },
    },
    '每个栏目：一直要有至少 1 人在岗“负责人”、至少 2 篇稿件；出缺的，「及时」内补上，由栏目承办单位负责',
  ],
])('%s', (pattern, more, does, says) => {
  const read = of(...column, pattern, ...more);
  expect(read.does).toEqual(does);
  expect(read.says).toBe(says);
});

test('within: from an event to the first of several, with its pauses, its restart and one extension', () => {
  const { does, says } = of(
    'over: leg',
    'by: leg.unit',
    'within: 5 working days',
    'from: leg.received',
    'to: [leg.answered, leg.transferred]',
    'if: letter.referred_up',
    'pauses: letter.referred_up..letter.referral_returned at most 10 working days in all',
    'restarts: letter.clarified',
    'extension: { by: 20 working days, event: letter.extended }',
    'warn: [after 4 working days, 70 % of time]',
    'breach: [ remind head, { do: rectify, within: 30 days, else: hold-to-account } ]',
  );
  expect(does).toEqual({
    pattern: 'within',
    from: ['leg.received'],
    to: ['leg.answered', 'leg.transferred'],
    in: everything,
    limit: { n: 5, unit: 'working day' },
    onceThere: 'letter.referred_up',
    pauses: [{ from: 'letter.referred_up', to: 'letter.referral_returned', atMost: { n: 10, unit: 'working day' } }],
    restarts: ['letter.clarified'],
    extension: { by: { n: 20, unit: 'working day' }, event: 'letter.extended' },
  });
  expect(says).toBe(
    '每个来信的一程：有过“请示上级”的，“承办单位接件”以后 5 个工作日内要“承办单位答复”或“承办单位转出”；“请示上级”到“上级批复”之间不计时，合计至多 10 个工作日；“已补充”后重新起算；“延期”后延长 20 个工作日，只延一次，由来信承办单位负责；起算 4 个工作日后、用去 70% 的时间后提醒；违反的，提醒负责人、限期整改，限 30 日，逾期的追究责任',
  );
});

test('share: a part of a whole, over the last days or per period, in some hours, with a sample that has to be enough', () => {
  const { does, says } = of(
    'over: site',
    'by: office',
    'share: probe.failed below 5 % of probe.made over last 7 days',
    'sample: at least 20 per day',
    'between: 06:00..22:00',
    'warn: above 3 %',
  );
  expect(does).toEqual({
    pattern: 'share',
    part: { event: 'probe.failed' },
    bound: 'below',
    percent: 5,
    whole: { event: 'probe.made' },
    over: { last: { n: 7, unit: 'day' } },
    in: everything,
    samples: [{ bound: 'at least', n: 20, per: 'day' }],
    between: { from: '06:00', to: '22:00' },
  });
  expect(says).toBe(
    '每个网站：最近 7 日“探测失败”占“探测”的少于 5%（只计 06:00–22:00）；样本要每天至少 20 次，不足的只作暂定，由办公室负责；多于 3% 时提醒',
  );
  expect(
    of('over: portal', 'by: office', 'share: site with site.up at least 30 % of site per quarter').does,
  ).toMatchObject({
    part: { things: 'site', with: 'site.up' },
    whole: { things: 'site' },
    over: { per: 'quarter' },
  });
});

test('count: lines of other duties; a subject by its id, units of several roles, one line that any of them meets', () => {
  const other = fence(
    'duty news',
    'over: column news',
    'by: any of section',
    'rate: at least 1 per day',
    'event: article.published',
  );
  const counts = fence(
    'duty few',
    'over: each of section and office',
    'by: unit',
    'count: below 2 of [news] breached per month',
    'leave_out: [news]',
  );
  const { duties, blocks } = soundly(sampleWith(other, counts));
  expect(duties?.map(({ over, by }) => [over, by])).toEqual([
    [{ subject: 'column', id: 'news' }, { anyOf: 'section' }],
    [{ each: ['section', 'office'] }, 'unit'],
  ]);
  expect(duties?.[1]?.does).toEqual({
    pattern: 'count',
    bound: 'below',
    n: 2,
    duties: ['news'],
    state: 'breached',
    per: 'month',
    leaveOut: ['news'],
  });
  expect(blocks.slice(-2).map(({ says }) => says)).toEqual([
    '栏目“新闻”：每天至少 1 次“发布”，由任一处室负责',
    '每个处室、办公室：每月在news这几项里，违反的少于 2 项，由该单位负责',
  ]);
});

test('QX states its two limits under the clauses that have them', () => {
  const { duties, blocks } = soundly(regulationFile('qx-site.md'));
  expect(
    duties
      ?.filter(({ does, over }) => does.pattern === 'within' && 'subject' in over && over.subject === 'article')
      .map(({ id, clause, does }) => [id, clause, 'limit' in does && does.limit]),
  ).toEqual([
    ['publish-general', '8.1', { n: 24, unit: 'hour' }],
    ['publish-major', '8.2', { n: 12, unit: 'hour' }],
  ]);
  expect(blocks.filter(({ id }) => id.startsWith('publish-')).map(({ says }) => says)).toEqual([
    '每个稿件（轻重为一般）：“同意，审批完成”以后 24 小时内要“发布”或“更新发布”或“恢复发布”，由网络中心的网站管理员负责',
    '每个稿件（轻重为重大）：“同意，审批完成”以后 12 小时内要“发布”或“更新发布”或“恢复发布”，由网络中心的网站管理员负责',
  ]);
});

const rate = [...column, 'event: article.published'];
test.each([
  [[...column], '1:1 要写明一种要求'],
  [[...rate, 'rate: at least 1 per day', 'gap: at most 5 days'], '5:6 “rate”和“gap”只能写一个'],
  [[...column, 'rate: at least 1 per day'], '1:1 缺少“event”：rate 要写明它'],
  [[...rate, 'rate: at least 1 per day', 'grace: 2 days'], '5:8 “grace”不能和 rate 一起用'],
  [[...rate, 'rate: at least 0 per day'], '4:16 至少要写 1'],
  [[...rate, 'rate: at least 1 per fortnight'], '4:22 没有词“fortnight”'],
  [[...rate, 'rate: at least $often per day'], '4:16 前言的 values 里没有“often”'],
  [[...rate, 'rate: at least 1 per $promptly'], '4:22 “$promptly”是时长，这里要的是周期'],
  [[...rate, 'rate: 每周一次'], '4:7'],
  [[...rate, 'gap: at most 0 days'], '4:14 这里的时长要大于零'],
  [[...rate, 'gap: at most 1.5 days'], '4:14 时长要写整数'],
  [[...rate, 'due: 02-30'], '4:6 没有 02-30 这一天'],
  [[...rate, 'due: day 32 of each month'], '4:10 日要在 1 到 31 之间'],
  [[...rate, 'due: day 3 of each month', 'warn: 50 % of time'], '5:7 due 的提醒不能这样写'],
  [
    ['over: column nws', 'by: column.lead', 'event: article.published', 'rate: at least 1 per day'],
    '1:14 没有栏目的编号“nws”',
  ],
  [
    ['over: site news', 'by: office', 'event: article.published', 'rate: at least 1 per day'],
    '1:7 网站不能指名是哪一个',
  ],
  [
    ['over: site', 'by: column.lead', 'event: site.up', 'rate: at least 1 per day'],
    '2:5 管网站的职责不能由“column.lead”负责',
  ],
  [
    ['over: column', 'by: section', 'event: article.published', 'rate: at least 1 per day'],
    '2:5 “section”（处室）是几个单位，不能一起负责',
  ],
  [
    ['over: column', 'by: ofice', 'event: article.published', 'rate: at least 1 per day'],
    '2:5 没有负责的单位或角色“ofice”',
  ],
  [
    [...column, 'within: 2 days', 'from: article.approved', 'to: article.published', 'warn: after 2 days'],
    '6:7 提醒要在起算以后、到期以前',
  ],
  [
    [...column, 'within: 1 hour', 'from: article.approved', 'to: article.published', 'warn: 90 minutes before'],
    '6:7 提醒要在起算以后、到期以前',
  ],
  [[...column, 'within: 2 days', 'from: article.approvd', 'to: article.published'], '4:7 没有事件“article.approvd”'],
  [[...column, 'count: below 2 of [late] breached'], '3:19 没有职责的编号“late”'],
  [
    ['over: site', 'by: office', 'share: probe.failed below 500 % of probe.made per day'],
    '3:27 百分数在 0 到 100 之间',
  ],
  [
    ['over: site', 'by: office', 'share: probe.failed below 5 % of probe.made per day', 'between: 22:00..06:00'],
    '4:17 时段的终点要晚于起点',
  ],
  [[...rate, 'rate: at least 1 per day', 'breach: remind hed'], '5:16 没有词“hed”'],
])('%j is told as: %s', (lines, says) => {
  const [first, ...more] = told(...lines);
  expect(first).toContain(says);
  expect(more).toEqual([]);
});
