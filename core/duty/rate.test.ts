/** MS-1.11, DQ-7, ZJ-14: so much in each period. Expected lines are counted by hand from the articles. */
import { expect, test } from 'vitest';
import { nothing, only, seed } from '../calendar.fixture.ts';
import type { Day } from '../day.ts';
import { at, counted, long, lost, told } from './duty.fixture.ts';
import { judgeRate, type RateRule, rateLine } from './rate.ts';
import type { Life, Tally } from './verdict.ts';

const rule = (n: number, per: RateRule['quota']['per'], more: Partial<RateRule> = {}): RateRule => ({
  quota: { bound: 'at least', n, of: 'items', per },
  warn: [],
  ...more,
});
const judged = (one: RateRule, tallies: readonly Tally[], now: string, life: Life = long, calendar = seed) => {
  const line = rateLine(one, life, now.slice(0, 10), calendar);
  return line ? told(judgeRate(one, line, tallies, at(now))) : 'none';
};
const weekly = rule(1, 'week', { warn: [{ before: { n: 1, unit: 'working day' } }] });

test.each([
  // 23 November 2026 is a Monday; its week ends with Sunday the 29th.
  ['2026-11-23 00:00', [], 'pending 0/1 2026-11-23..2026-11-30 changes 2026-11-27 00:00'],
  ['2026-11-27 00:00', [], 'warned 0/1 2026-11-23..2026-11-30 changes 2026-11-30 00:00'],
  ['2026-11-29 23:59', ['2026-11-29 23:58'], 'met 1/1 2026-11-23..2026-11-30 changes 2026-11-30 00:00'],
  ['2026-11-29 23:57', ['2026-11-29 23:58'], 'warned 0/1 2026-11-23..2026-11-30 changes 2026-11-30 00:00'],
  ['2026-11-25 10:00', ['2026-11-22 23:59'], 'pending 0/1 2026-11-23..2026-11-30 changes 2026-11-27 00:00'],
] as const)('at %s with %j: %s', (now, when, says) => {
  expect(
    judged(
      weekly,
      when.map((one) => counted(one)),
      now,
    ),
  ).toBe(says);
});

test('a week that has ended without is breached, and what comes later is the next week’s', () => {
  const line = rateLine(weekly, long, '2026-11-23', seed);
  if (!line) throw new Error('the week has a line');
  const late = counted('2026-11-30 00:00');
  expect(told(judgeRate(weekly, line, [late], at('2026-11-30 09:00')))).toBe('breached 0/1 2026-11-23..2026-11-30');
});

test('items and days are not the same: two on one day are one day', () => {
  const days = rule(2, 'week', { quota: { bound: 'at least', n: 2, of: 'days', per: 'week' } });
  const same = [counted('2026-11-23 09:00'), counted('2026-11-23 15:00')];
  expect(judged(days, same, '2026-11-25 12:00')).toMatch(/^pending 1\/2/);
  expect(judged(rule(2, 'week'), same, '2026-11-25 12:00')).toMatch(/^met 2\/2/);
});

test('upper bounds are broken at once, and kept only when the period has ended', () => {
  const most = rule(1, 'day', { quota: { bound: 'at most', n: 1, of: 'items', per: 'day' } });
  const two = [counted('2026-11-25 09:00'), counted('2026-11-25 10:00')];
  expect(judged(most, two.slice(0, 1), '2026-11-25 12:00')).toMatch(/^pending 1\/1/);
  expect(judged(most, two, '2026-11-25 12:00')).toMatch(/^breached 2\/1/);
  const exactly = rule(2, 'day', { quota: { bound: 'exactly', n: 2, of: 'items', per: 'day' } });
  expect(judged(exactly, two, '2026-11-25 12:00')).toMatch(/^pending 2\/2/);
  const line = rateLine(exactly, long, '2026-11-25', seed);
  expect(line && judgeRate(exactly, line, two, at('2026-11-26 00:00')).status).toBe('met');
});

test('per day counts holidays, a longer period without a working day has no line, and the text may say otherwise', () => {
  // The National Day holiday of 2026 is 1 to 7 October; 10 October is worked instead.
  const daily = rule(1, 'day');
  expect(judged(daily, [], '2026-10-01 12:00')).toMatch(/^pending 0\/1/);
  expect(judged({ ...daily, holidays: 'skip' }, [], '2026-10-01 12:00')).toBe('none');
  expect(judged({ ...daily, holidays: 'skip' }, [], '2026-10-10 12:00')).toMatch(/^pending/);
  expect(judged(rule(1, 'working day'), [], '2026-10-03 12:00')).toBe('none');
  // The week of the Spring Festival of 2024 that has no working day: 12 to 18 February, but for Sunday the 18th, which is worked.
  expect(judged(weekly, [], '2024-02-14 12:00')).toMatch(/^warned/);
  // 1 to 7 October 2018 was a whole week from Monday to Sunday.
  expect(judged(weekly, [], '2018-10-03 12:00')).toBe('none');
  expect(judged({ ...weekly, holidays: 'count' }, [], '2018-10-03 12:00')).toMatch(/^warned/);
});

test('a thing’s first and last period have no line unless they are whole', () => {
  const born = (bornOn: Day, endedOn?: Day): Life => ({ ...long, bornOn, ...(endedOn ? { endedOn } : {}) });
  expect(judged(weekly, [], '2026-11-25 12:00', born('2026-11-24'))).toBe('none');
  expect(judged(weekly, [], '2026-11-25 12:00', born('2026-11-23'))).toMatch(/^pending/);
  expect(judged(weekly, [], '2026-11-25 12:00', born('2020-01-01', '2026-11-29'))).toBe('none');
  expect(judged(weekly, [], '2026-11-25 12:00', born('2020-01-01', '2026-11-30'))).toMatch(/^pending/);
});

test.each([
  // DQ-7, 20 a month, adopted on a day of November, which has 30: the part that is left, rounded down.
  ['2026-11-01', '0/20'],
  ['2026-11-16', '0/10'],
  ['2026-11-18', '0/8'],
  ['2026-11-30', '0/1'],
])('a rule that begins on %s asks %s of that month', (ruledFrom, asks) => {
  expect(judged(rule(20, 'month'), [], '2026-11-30 12:00', { ...long, ruledFrom })).toContain(`${asks} ${ruledFrom}`);
});

test('what stopped counting counts until the day on which that became known', () => {
  const both = [counted('2026-11-23 09:00'), lost('2026-11-23', '2026-11-25 10:00')];
  expect(judged(weekly, both, '2026-11-24 23:00')).toMatch(/^met 1\/1/);
  expect(judged(weekly, both, '2026-11-25 11:00')).toMatch(/^pending 0\/1/);
});

test('E4 a year that is not loaded gives provisional, never a breach; what is met is met under any calendar', () => {
  expect(judged(weekly, [], '2027-01-13 12:00')).toMatch(/^provisional 0\/1/);
  expect(judged(weekly, [counted('2027-01-12 12:00')], '2027-01-13 12:00')).toMatch(/^met 1\/1/);
  expect(judged(rule(1, 'day'), [], '2027-01-13 12:00', long, nothing)).toMatch(/^pending 0\/1/);
  expect(judged(weekly, [], '2026-12-30 12:00', long, only(2026))).toMatch(/^provisional/);
});

test('the verdict names the events that it rests on, and no others', () => {
  const line = rateLine(weekly, long, '2026-11-23', seed);
  const all = [counted('2026-11-22 09:00', '1'), counted('2026-11-23 09:00', '2'), counted('2026-11-30 09:00', '3')];
  expect(line && judgeRate(weekly, line, all, at('2026-12-02 09:00')).rests).toEqual(['2']);
});
