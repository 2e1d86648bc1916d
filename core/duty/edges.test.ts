/** What the independent judge (tools/judge) found at the edges, each counted again by hand. */
import { expect, test } from 'vitest';
import { seed } from '../calendar.fixture.ts';
import { judgeCount } from './count.ts';
import { type DueRule, dueLines, judgeDue } from './due.ts';
import { at, counted, long, lost, none, told } from './duty.fixture.ts';
import { type GapRule, judgeGap } from './gap.ts';
import { judgeKeep } from './keep.ts';
import { judgeRate, type RateRule, rateLine } from './rate.ts';
import type { Life, Status, Tally } from './verdict.ts';
import { judgeWithin, type WithinRule } from './within.ts';

// Received on Wednesday 18 November 2026: five working days end with Wednesday the 25th.
const answer: WithinRule = {
  from: ['received'],
  to: ['answered'],
  limit: { n: 5, unit: 'working day' },
  pauses: [
    { from: 'asked', to: 'told', atMost: { n: 3, unit: 'day' } },
    { from: 'referred', to: 'returned', atMost: { n: 2, unit: 'working day' } },
  ],
  restarts: ['clarified'],
  extension: { by: { n: 3, unit: 'working day' }, event: 'extended' },
  warn: [],
};
const within = (now: string, ...lines: readonly string[]) =>
  judgeWithin(
    answer,
    ['2026-11-18 09:00 received', ...lines].map((line, i) => ({
      seq: String(i + 1),
      at: at(line.slice(0, 16)),
      kind: line.slice(17),
    })),
    seed,
    at(now),
  ).map((one) => `${told({ ...one, n: 0 })} rests on ${one.rests}`);

test.each([
  ['2026-11-26 00:00 extended', 'an extension'],
  ['2026-11-26 00:00 clarified', 'a restart'],
  ['2026-11-26 00:00 referred', 'a pause'],
])('R1 once the time is over nothing undoes the breach: %s', (late, _what) => {
  expect(within('2026-11-26 09:00', late)).toEqual(['breached 0/5 2026-11-18..2026-11-26 rests on 1']);
});

test.each([
  [
    'granted once, also where the clock starts again',
    // Granted on the 19th; five working days from Monday the 23rd end with the 30th, and three more with 3 December.
    ['2026-11-19 09:00 extended', '2026-11-23 09:00 clarified', '2026-11-23 10:00 extended'],
    'pending 0/5 2026-11-18..2026-12-04 changes 2026-12-04 00:00 rests on 1,2,3',
  ],
  [
    // Thursday to Saturday take the three days; from Sunday on it runs: 23 to 27 November.
    'a pause takes no more days than it may, though the limit is one of working days',
    ['2026-11-19 10:00 asked'],
    'pending 0/5 2026-11-18..2026-11-28 changes 2026-11-28 00:00 rests on 1,2',
  ],
  [
    // Thursday and Friday rest, twice over: two working days, not four.
    'two pauses at once move the end once',
    ['2026-11-19 10:00 asked', '2026-11-19 11:00 referred', '2026-11-21 10:00 told', '2026-11-21 11:00 returned'],
    'pending 0/5 2026-11-18..2026-11-28 changes 2026-11-28 00:00 rests on 1,2,3,4,5',
  ],
  [
    // Wednesday isn't counted, so that it can't rest: Thursday is the first of five working days.
    'a pause on the day of the event moves nothing',
    ['2026-11-18 10:00 asked', '2026-11-19 09:00 told'],
    'pending 0/5 2026-11-18..2026-11-26 changes 2026-11-26 00:00 rests on 1,2,3',
  ],
])('%s', (_why, lines, says) => {
  expect(within('2026-11-25 12:00', ...lines)).toEqual([says]);
});

const gap = (last: string, bound: GapRule['bound'], limit: GapRule['limit'], now: string) =>
  told(judgeGap({ bound, limit, pauses: [], warn: [{ percentOfTime: 70 }] }, long, [counted(last)], [], seed, at(now)));

test.each([
  [{ n: 3, unit: 'month' }, '2026-08-31 09:00', '2026-11-30 00:00'],
  // The fourth working day is Friday the 20th; over the weekend it is still four.
  [{ n: 5, unit: 'working day' }, '2026-11-16 09:00', '2026-11-23 00:00'],
  [{ n: 24, unit: 'hour' }, '2026-11-16 09:00', '2026-11-17 09:00'],
] as const)('below %j after %s: too long from %s on', (limit, last, over) => {
  const before = new Date(at(over) + 8 * 3_600_000 - 60_000).toISOString().slice(0, 16).replace('T', ' ');
  expect(gap(last, 'below', limit, before)).toMatch(/^warned/);
  expect(gap(last, 'below', limit, over)).toMatch(/^breached/);
});

test('70 % of a month of 30 days are 21 of them', () => {
  expect(gap('2026-11-20 09:00', 'at most', { n: 1, unit: 'month' }, '2026-12-11 23:59')).toMatch(
    /^met .* changes 2026-12-12 00:00$/,
  );
});

const rate = (rule: RateRule, day: string, life: Life, tallies: readonly Tally[], now: string) => {
  const line = rateLine(rule, life, day, seed);
  return line ? told(judgeRate(rule, line, tallies, at(now))) : 'none';
};
const weekly: RateRule = { quota: { bound: 'at least', n: 1, of: 'items', per: 'week' }, warn: [] };

test('none at all stays none in a month that the rule’s beginning cuts', () => {
  const none: RateRule = { ...weekly, quota: { bound: 'at most', n: 0, of: 'items', per: 'month' } };
  const once = [counted('2026-11-20 09:00')];
  expect(rate(none, '2026-11-20', { ...long, ruledFrom: '2026-11-16' }, once, '2026-11-20 12:00')).toMatch(
    /^breached 1\/0/,
  );
});

test('of a week that begins with the rule on a Saturday nothing is asked; on a Friday it is', () => {
  const from = (ruledFrom: string) => rate(weekly, '2026-11-29', { ...long, ruledFrom }, [], '2026-11-29 12:00');
  expect(from('2026-11-28')).toBe('none');
  expect(from('2026-11-27')).toMatch(/^pending 0\/1 2026-11-27/);
});

test('R1 what is known after the end to have been an error leaves the closed line as it was', () => {
  const both = [counted('2026-11-23 09:00'), lost('2026-11-23', '2026-12-01 09:00')];
  expect(rate(weekly, '2026-11-23', long, both, '2026-12-02 09:00')).toMatch(/^met 1\/1/);
});

const lastDay = (of: 'week' | 'month'): DueRule => ({ days: [{ last: 'working day', of }], warn: [] });
test('a week without a working day has no last one', () => {
  // 1 to 7 October 2018 were off from Monday to Sunday; the weekend before was worked.
  const lines = dueLines(lastDay('week'), long, none, { from: '2018-09-24', to: '2018-10-15' }, seed);
  expect(lines.map(({ dueOn }) => dueOn)).toEqual(['2018-09-30', '2018-10-12']);
});

test('E4 by a day that isn’t sure nothing is met yet', () => {
  const [line] = dueLines(lastDay('month'), long, none, { from: '2027-01-01', to: '2027-02-01' }, seed);
  const done = [counted('2027-01-28 09:00')];
  expect(line && told(judgeDue(lastDay('month'), line, done, seed, at('2027-02-02 09:00')))).toMatch(/^provisional/);
});

test('what ends on the due day owes nothing by then', () => {
  const due = (endedOn: string) =>
    dueLines(lastDay('month'), { ...long, endedOn }, none, { from: '2026-11-01', to: '2026-12-01' }, seed).length;
  expect([due('2026-11-30'), due('2026-12-01')]).toEqual([0, 1]);
});

test.each([
  [-1, 1],
  [1, -1],
])('a successor who comes when the holder goes leaves no gap (%i, then %i)', (first, then) => {
  const changes = [
    { seq: '1', at: at('2026-01-05 09:00'), n: 1 },
    ...[first, then].map((n, i) => ({ seq: String(i + 2), at: at('2026-11-11 09:00'), n })),
  ];
  expect(told(judgeKeep({ bound: 'exactly', n: 1 }, long, changes, seed, at('2026-11-12 09:00')))).toBe(
    'met 1/1 2026-01-05..2026-11-13',
  );
});

test('two that aren’t sure may come in one by one', () => {
  const span = { from: '2026-11-01', to: '2026-12-01' };
  const lines = (['breached', 'provisional', 'provisional'] as const).map((status: Status, i) => ({
    ...span,
    status,
    n: 0,
    asked: 1,
    isSure: status !== 'provisional',
    horizon: span.from,
    rests: [String(i)],
  }));
  expect(judgeCount({ bound: 'exactly', n: 2, state: 'breached' }, lines, span).status).toBe('provisional');
  expect(judgeCount({ bound: 'at least', n: 1, state: 'breached' }, lines, span).status).toBe('met');
});

test('while a clock rests its end moves, so that a warning is looked at again at midnight', () => {
  const rule: WithinRule = {
    from: ['received'],
    to: ['answered'],
    limit: { n: 24, unit: 'hour' },
    pauses: [{ from: 'asked', to: 'told', atMost: { n: 90, unit: 'hour' } }],
    restarts: [],
    warn: [{ before: { n: 1, unit: 'working day' } }],
  };
  const happened = [
    { seq: '1', at: at('2026-11-20 09:00'), kind: 'received' },
    { seq: '2', at: at('2026-11-20 10:00'), kind: 'asked' },
  ];
  // Two hours rested: over on Saturday at 11, one working day before which is today, Friday.
  expect(judgeWithin(rule, happened, seed, at('2026-11-20 12:00')).map((one) => told({ ...one, n: 0 }))).toEqual([
    'warned 0/24 2026-11-20..2026-11-22 changes 2026-11-21 00:00',
  ]);
});
