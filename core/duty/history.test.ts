/** A span of days under a rule, by hand: each week, each due day, each gap that was too long. */
import { expect, test } from 'vitest';
import { seed } from '../calendar.fixture.ts';
import { fence, sampleWith } from '../regulation/sample.fixture.ts';
import { bound, inForce, soundly } from '../zj.fixture.ts';
import { groundsIn } from './applied.ts';
import { at, told } from './duty.fixture.ts';
import type { Fact, Thing } from './facts.ts';
import { asEnded, linesOver, linesWithin } from './history.ts';
import { linesOf } from './lines.ts';
import { planned, type Rule } from './plan.ts';

const news: Thing = {
  subject: 'column',
  id: 'c1',
  key: 'news',
  name: '新闻',
  facets: { column: 'news' },
  life: { bornOn: '2020-01-01' },
  owner: 'bureau',
  units: { 'column.lead': ['office'] },
};
const published = (...whens: readonly string[]): readonly Fact[] =>
  whens.map((when, i) => ({
    seq: String(i + 1),
    at: at(when),
    kind: 'article.published',
    article: `a${i}`,
    column: 'c1',
    facets: {},
  }));
const ruleOf = (text: string, from: string): Rule => ({
  ...inForce(soundly(text), bound('bureau', { office: ['office'], section: [] })),
  from,
  ruledFrom: from,
  reach: new Set(['bureau']),
});
const history = (pattern: string, facts: readonly Fact[], from: string, now: string) => {
  const text = sampleWith(fence('duty one', 'over: column', 'by: column.lead', 'event: article.published', pattern));
  const rule = ruleOf(text, from);
  const span = { from, to: `${now.slice(0, 10)}x` };
  return planned(rule, [news])
    .flatMap((plan) =>
      linesOver(
        plan,
        groundsIn(facts, () => [], seed),
        span,
        at(now),
      ),
    )
    .map(({ verdict }) => told(verdict));
};

test('each week of a span is judged at its end, the one that runs as it stands, and the one that the beginning cuts in part', () => {
  expect(
    history(
      'rate: at least 1 per week',
      published('2026-11-04 09:00', '2026-11-24 09:00'),
      '2026-11-04',
      '2026-11-25 12:00',
    ),
  ).toEqual([
    'met 1/1 2026-11-04..2026-11-09',
    'breached 0/1 2026-11-09..2026-11-16',
    'breached 0/1 2026-11-16..2026-11-23',
    'met 1/1 2026-11-23..2026-11-30 changes 2026-11-30 00:00',
  ]);
});

test('a gap that was too long is an episode with its end; the gap that runs stands last', () => {
  const facts = published('2026-11-02 09:00', '2026-11-16 09:00', '2026-11-18 09:00');
  expect(history('gap: at most 5 working days', facts, '2026-11-02', '2026-11-25 12:00')).toEqual([
    'breached 1/5 2026-11-02..2026-11-10 done 2026-11-16 09:00',
    'met 3/5 2026-11-18..2026-11-26 changes 2026-11-26 00:00',
  ]);
});

test('each due day that has come is judged; what comes after it is the next one’s, whose window is open', () => {
  const facts = published('2026-10-09 09:00', '2026-11-12 09:00');
  expect(history('due: day 10 of each month', facts, '2026-10-01', '2026-11-25 12:00')).toEqual([
    'met 1/1 2026-09-11..2026-10-11',
    'breached 0/1 2026-10-11..2026-11-11',
  ]);
});

test('a day that is over is judged as it ended: what was over with it, and nothing else', () => {
  const facts = published('2026-11-20 09:00', '2026-11-27 09:00');
  const on = (day: string, pattern: string) => {
    const text = sampleWith(fence('duty one', 'over: column', 'by: column.lead', 'event: article.published', pattern));
    const [plan] = planned(ruleOf(text, '2026-01-01'), [news]);
    const endAt = at(`${day} 23:59`) + 60_000;
    const grounds = groundsIn(facts, () => [], seed);
    const lines = plan ? asEnded(plan, grounds, linesOf(plan, grounds, endAt - 1), endAt) : [];
    return lines.map(({ verdict: { status, n } }) => `${status} ${n}`);
  };
  expect(on('2026-11-19', 'rate: at least 1 per day')).toEqual(['breached 0']);
  expect(on('2026-11-20', 'rate: at least 1 per day')).toEqual(['met 1']);
  // The week of the 9th ends with Sunday the 15th.
  expect(on('2026-11-14', 'rate: at least 1 per week')).toEqual(['pending 0']);
  expect(on('2026-11-15', 'rate: at least 1 per week')).toEqual(['breached 0']);
  expect(on('2026-11-09', 'due: day 10 of each month')).toEqual(['pending 0']);
  expect(on('2026-11-10', 'due: day 10 of each month')).toEqual(['breached 0']);
  expect(on('2026-11-24', 'gap: at most 5 days')).toEqual(['met 1']);
  expect(on('2026-11-25', 'gap: at most 5 days')).toEqual(['breached 1']);
});

test('looking back over a month: each week that ran in it, and the year, which began before; none twice', () => {
  const text = sampleWith(
    fence(
      'duty one',
      'over: column',
      'by: column.lead',
      'event: article.published',
      'rate: [at least 1 per week, at least 20 per year]',
    ),
  );
  const rule = ruleOf(text, '2025-01-01');
  const grounds = groundsIn(published('2026-11-04 09:00'), () => [], seed);
  const lines = planned(rule, [news]).flatMap((plan) =>
    linesWithin(plan, grounds, { from: '2026-11-01', to: '2026-12-01' }, at('2026-11-12 12:00')),
  );
  expect(lines.map(({ part, verdict: { from, status, n } }) => [part, from, status, n])).toEqual([
    [0, '2026-10-26', 'breached', 0],
    [0, '2026-11-02', 'met', 1],
    [0, '2026-11-09', 'pending', 0],
    [1, '2026-01-01', 'pending', 1],
  ]);
});
