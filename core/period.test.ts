import { expect, test } from 'vitest';
import { nothing, only, seed } from './calendar.fixture.ts';
import { holdsWorkday, monthOfWeek, nextPeriod, type Period, periodAt } from './period.ts';

const periods: Readonly<Record<string, readonly [Period, string, string, string]>> = {
  'a day': ['day', '2026-12-31', '2026-12-31', '2027-01-01'],
  'a working day': ['working day', '2026-11-25', '2026-11-25', '2026-11-26'],
  'a week, from its Wednesday': ['week', '2026-11-25', '2026-11-23', '2026-11-30'],
  'a week, from its Monday': ['week', '2026-11-23', '2026-11-23', '2026-11-30'],
  'a week, from its Sunday': ['week', '2026-11-29', '2026-11-23', '2026-11-30'],
  'a week over New Year': ['week', '2027-01-01', '2026-12-28', '2027-01-04'],
  'a first half-month': ['half-month', '2026-02-15', '2026-02-01', '2026-02-16'],
  'a second half-month': ['half-month', '2026-02-16', '2026-02-16', '2026-03-01'],
  'a month': ['month', '2028-02-29', '2028-02-01', '2028-03-01'],
  'a quarter': ['quarter', '2026-05-31', '2026-04-01', '2026-07-01'],
  'the last quarter': ['quarter', '2026-12-31', '2026-10-01', '2027-01-01'],
  'a first half-year': ['half-year', '2026-06-30', '2026-01-01', '2026-07-01'],
  'a second half-year': ['half-year', '2026-07-01', '2026-07-01', '2027-01-01'],
  'a year': ['year', '2026-12-31', '2026-01-01', '2027-01-01'],
};

test.each(Object.entries(periods))('E4 %s', (_name, [period, day, from, to]) => {
  expect(periodAt(period, day)).toEqual({ from, to });
});

test('E4 the next period begins where this one ends', () => {
  expect(nextPeriod('half-month', periodAt('half-month', '2026-12-20'))).toEqual({
    from: '2027-01-01',
    to: '2027-01-16',
  });
  expect(nextPeriod('week', periodAt('week', '2026-11-29'))).toEqual({ from: '2026-11-30', to: '2026-12-07' });
});

test('a week belongs to the month of its Thursday', () => {
  expect(['2026-09-28', '2026-10-04', '2026-11-30', '2027-01-03'].map(monthOfWeek)).toEqual([
    '2026-10-01', // Thursday 1 October
    '2026-10-01',
    '2026-12-01', // Thursday 3 December
    '2026-12-01', // Thursday 31 December
  ]);
});

test.each([
  ['week', '2026-02-18', false, 'the spring holiday has a week without work'],
  ['week', '2026-02-14', true, 'the week before'],
  ['week', '2026-10-05', true, 'Thursday 8 October is worked'],
  ['working day', '2026-10-01', false, 'a day off is a period without work'],
  ['working day', '2026-10-10', true, 'a Saturday that is worked'],
  ['month', '2026-10-01', true, 'a month'],
] as const)('E4 the %s of %s holds work: %s (%s)', (period, day, holds, _why) => {
  expect(holdsWorkday(periodAt(period, day), seed)).toMatchObject({ holds, isSure: true });
});

test('E4 of a year that is not loaded nothing is sure; January asks nothing of the year before', () => {
  expect(holdsWorkday(periodAt('week', '2027-02-10'), seed)).toEqual({
    holds: true,
    isSure: false,
    horizon: '2027-02-14',
  });
  expect(holdsWorkday(periodAt('month', '2004-01-15'), seed).isSure).toBe(true);
  expect(holdsWorkday(periodAt('day', '2026-10-01'), nothing)).toMatchObject({ holds: true, isSure: false });
  // Monday 28 December 2026 is worked, whatever 2027 brings; 31 December 2022 was a Saturday.
  expect(holdsWorkday(periodAt('week', '2027-01-01'), seed)).toMatchObject({ holds: true, isSure: true });
  expect(holdsWorkday({ from: '2022-12-31', to: '2023-01-02' }, only(2022))).toMatchObject({ isSure: false });
});
