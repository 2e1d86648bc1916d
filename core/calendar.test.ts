import { expect, test } from 'vitest';
import { seedYears } from './calendar/years.ts';
import { nothing, off, only, seed, worked } from './calendar.fixture.ts';
import { makeCalendar, nthWorkday, nthWorkdayBefore, workdayAt, workdaysAfter } from './calendar.ts';

test('E4 a year that is not loaded gives Monday to Friday, and never as sure', () => {
  // The first working days of 2027 as anybody would guess them; New Year's Day is a Friday.
  const first = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'].map((day) => workdayAt(day, seed));
  expect(first.map(({ isWorkday }) => isWorkday)).toEqual([true, false, false, true]);
  expect(first.map(({ isSure }) => isSure)).toEqual([false, false, false, false]);
  expect(workdayAt('2026-10-01', nothing)).toEqual({ isWorkday: true, isSure: false });
  expect(workdayAt('2003-12-31', seed).isSure).toBe(false);
});

test('E4 an answer says up to which day it asked, and is sure only when each year on the way is loaded', () => {
  expect(nthWorkday('2026-12-30', 1, seed)).toEqual({ on: '2026-12-31', isSure: true, horizon: '2026-12-31' });
  expect(nthWorkday('2026-12-30', 2, seed)).toEqual({ on: '2027-01-01', isSure: false, horizon: '2027-01-01' });
  expect(workdaysAfter('2026-12-31', '2027-01-04', seed)).toEqual({ n: 2, isSure: false, horizon: '2027-01-04' });
  expect(workdaysAfter('2025-12-31', '2026-01-04', only(2026))).toEqual({ n: 1, isSure: true, horizon: '2026-01-04' });
  expect(workdaysAfter('2024-12-31', '2026-01-04', only(2024, 2026)).isSure).toBe(false);
});

test.each([
  ['2026-02-13', 1, '2026-02-14', 'the Saturday before the spring holiday is worked'],
  ['2026-02-13', 2, '2026-02-24', 'nine days off'],
  ['2026-02-14', 1, '2026-02-24', 'counted from a make-up workday'],
  ['2026-02-18', 1, '2026-02-24', 'counted from a day off'],
  ['2026-02-24', 5, '2026-03-02', 'Saturday 28 is worked, Sunday is not'],
  ['2026-09-30', 5, '2026-10-13', 'the National Day, and a Saturday that is worked'],
  ['2026-11-25', 5, '2026-12-02', 'an ordinary week'],
  ['2003-12-31', 1, '2004-01-02', 'into the first year that is loaded'],
  ['2026-12-31', 252, '2027-12-20', 'far beyond the last one: Monday to Friday'],
])('E4 the working day that comes after %s as number %i is %s: %s', (from, n, on) => {
  expect(nthWorkday(from, n, seed).on).toBe(on);
});

test.each([
  ['2026-12-10', 3, '2026-12-07', 'Monday before a Thursday'],
  ['2026-10-08', 1, '2026-09-30', 'before the National Day'],
  ['2026-10-04', 1, '2026-09-30', 'of a day off too'],
  ['2026-10-12', 2, '2026-10-09', 'Saturday 10 October is worked'],
  ['2004-01-02', 1, '2003-12-31', 'into the year before the first that is loaded'],
])('E4 before %s the working day number %i is %s: %s', (to, n, on) => {
  expect(nthWorkdayBefore(to, n, seed).on).toBe(on);
});

test.each([
  ['2026-11-25', '2026-11-25', 0, 'the same day'],
  ['2026-11-25', '2026-11-27', 2, 'Thursday and Friday'],
  ['2026-11-27', '2026-11-29', 0, 'a weekend'],
  ['2026-11-29', '2026-11-30', 1, 'Monday'],
  ['2026-09-30', '2026-10-08', 1, 'after the National Day'],
  ['2026-10-08', '2026-09-30', 0, 'what is over has no days left'],
])('the working days after %s up to %s are %i: %s', (from, to, n) => {
  expect(workdaysAfter(from, to, seed).n).toBe(n);
});

test('a unit has its own days over those of the State Council, and they change nothing for others', () => {
  const local = makeCalendar({ years: seedYears, extra: [off('2026-11-26'), worked('2026-11-28')] }, 'local');
  expect(workdayAt('2026-11-26', local)).toEqual({ isWorkday: false, isSure: true });
  expect(workdayAt('2026-11-28', local)).toEqual({ isWorkday: true, isSure: true });
  expect(nthWorkday('2026-11-25', 2, local).on).toBe('2026-11-28');
  expect(nthWorkday('2026-11-25', 2, seed).on).toBe('2026-11-27');
  // Its own day in a year that isn't loaded makes that year no surer.
  const early = makeCalendar({ years: [], extra: [off('2027-05-05')] }, 'early');
  expect(workdayAt('2027-05-05', early)).toEqual({ isWorkday: false, isSure: false });
});

test('where two arrangements speak of one day the later year counts, in whatever order they come', () => {
  const years = [
    { year: 2031, days: [off('2030-12-31')] },
    { year: 2030, days: [worked('2030-12-31')] },
  ];
  expect(workdayAt('2030-12-31', makeCalendar({ years }, 'two')).isWorkday).toBe(false);
});

test('a year without any day that differs is loaded all the same', () => {
  const empty = makeCalendar({ years: [{ year: 2030, days: [] }] }, 'empty');
  expect(workdayAt('2030-01-01', empty)).toEqual({ isWorkday: true, isSure: true });
});
