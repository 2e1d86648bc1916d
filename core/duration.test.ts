import { expect, test } from 'vitest';
import { nothing, seed } from './calendar.fixture.ts';
import { addMonths, type DayDuration, lastDayOf, overAt } from './duration.ts';

const last = (n: number, unit: DayDuration['unit'], from: string) => lastDayOf({ n, unit }, from, seed).on;

test.each([
  [0, 'day', '2026-11-25', '2026-11-25', 'the same day'],
  [1, 'day', '2026-11-25', '2026-11-26', '当日或次日'],
  [2, 'day', '2026-11-25', '2026-11-27', 'the day of the event is day zero'],
  [2, 'day', '2026-10-01', '2026-10-03', 'days run through holidays'],
  [0, 'working day', '2026-10-01', '2026-10-01', 'the same day, also when nobody works'],
  [5, 'working day', '2026-11-25', '2026-12-02', 'ZJ-15'],
  [1, 'working day', '2026-09-30', '2026-10-08', 'after the National Day'],
  [3, 'week', '2026-11-25', '2026-12-16', 'the same weekday'],
  [3, 'month', '2026-11-30', '2027-02-28', 'the last day of February'],
  [3, 'month', '2027-11-30', '2028-02-29', 'of a leap year'],
  [1, 'month', '2026-01-31', '2026-02-28', 'a month that is too short'],
  [1, 'month', '2026-12-05', '2027-01-05', 'over the year'],
  [1, 'year', '2028-02-29', '2029-02-28', 'from a leap day'],
  [4, 'year', '2024-02-29', '2028-02-29', 'to the next leap day'],
] as const)('E4 %i %s(s) from %s end on %s: %s', (n, unit, from, on, _why) => {
  expect(last(n, unit, from)).toBe(on);
});

test('E4 only working days ask the calendar', () => {
  expect(lastDayOf({ n: 2, unit: 'day' }, '2027-03-01', nothing)).toEqual({
    on: '2027-03-03',
    isSure: true,
    horizon: '2027-03-01',
  });
  expect(lastDayOf({ n: 2, unit: 'working day' }, '2027-03-01', nothing)).toEqual({
    on: '2027-03-03',
    isSure: false,
    horizon: '2027-03-03',
  });
});

test.each([
  [24, 'hour', '2026-09-30T16:30', '2026-10-01T16:30', 'through night and holiday'],
  [90, 'minute', '2026-11-25T23:00', '2026-11-26T00:30', 'over midnight'],
  [0, 'day', '2026-11-25T00:00', '2026-11-26T00:00', 'to the end of the day'],
  [1, 'working day', '2026-11-27T23:59', '2026-12-01T00:00', 'to the end of Monday'],
  [1, 'day', '2028-02-28T09:00', '2028-03-01T00:00', 'a leap day'],
  [1, 'month', '2038-01-19T11:14', '2038-02-20T00:00', 'over the end of 32 bits'],
] as const)('I9 %i %s(s) from %s are over at %s: %s', (n, unit, from, at, _why) => {
  const over = overAt({ n, unit }, Date.parse(`${from}+08:00`), seed);
  expect(new Date(over.at).toISOString()).toBe(new Date(`${at}:00+08:00`).toISOString());
});

test('months are added backwards too', () => {
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(addMonths('2026-01-01', -3)).toBe('2025-10-01');
});
