/**
 * Every day of 2024, 2025 and 2026 against the State Council's notices. For each month stand the days on which nobody
 * works, weekends too, written from the notices and a wall calendar; on every other day people work.
 */
import { expect, test } from 'vitest';
import { seedYears } from './calendar/years.ts';
import { seed } from './calendar.fixture.ts';
import { workdayAt } from './calendar.ts';
import { addDays, type Day, yearOf } from './day.ts';

const daysOff: Readonly<Record<number, readonly string[]>> = {
  2024: [
    '1 6 7 13 14 20 21 27 28',
    '3 10 11 12 13 14 15 16 17 24 25',
    '2 3 9 10 16 17 23 24 30 31',
    '4 5 6 13 14 20 21 27',
    '1 2 3 4 5 12 18 19 25 26',
    '1 2 8 9 10 15 16 22 23 29 30',
    '6 7 13 14 20 21 27 28',
    '3 4 10 11 17 18 24 25 31',
    '1 7 8 15 16 17 21 22 28',
    '1 2 3 4 5 6 7 13 19 20 26 27',
    '2 3 9 10 16 17 23 24 30',
    '1 7 8 14 15 21 22 28 29',
  ],
  2025: [
    '1 4 5 11 12 18 19 25 28 29 30 31',
    '1 2 3 4 9 15 16 22 23',
    '1 2 8 9 15 16 22 23 29 30',
    '4 5 6 12 13 19 20 26',
    '1 2 3 4 5 10 11 17 18 24 25 31',
    '1 2 7 8 14 15 21 22 28 29',
    '5 6 12 13 19 20 26 27',
    '2 3 9 10 16 17 23 24 30 31',
    '6 7 13 14 20 21 27',
    '1 2 3 4 5 6 7 8 12 18 19 25 26',
    '1 2 8 9 15 16 22 23 29 30',
    '6 7 13 14 20 21 27 28',
  ],
  2026: [
    '1 2 3 10 11 17 18 24 25 31',
    '1 7 8 15 16 17 18 19 20 21 22 23',
    '1 7 8 14 15 21 22 28 29',
    '4 5 6 11 12 18 19 25 26',
    '1 2 3 4 5 10 16 17 23 24 30 31',
    '6 7 13 14 19 20 21 27 28',
    '4 5 11 12 18 19 25 26',
    '1 2 8 9 15 16 22 23 29 30',
    '5 6 12 13 19 25 26 27',
    '1 2 3 4 5 6 7 11 17 18 24 25 31',
    '1 7 8 14 15 21 22 28 29',
    '5 6 12 13 19 20 26 27',
  ],
};

const daysOf = (year: number): readonly Day[] => {
  const days: Day[] = [];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) days.push(day);
  return days;
};

test.each([2024, 2025, 2026])('E4 every day of %i is a working day or not as the State Council arranged it', (year) => {
  const found = Array.from({ length: 12 }, (_, month) =>
    daysOf(year)
      .filter((day) => Number(day.slice(5, 7)) === month + 1 && !workdayAt(day, seed).isWorkday)
      .map((day) => Number(day.slice(8)))
      .join(' '),
  );
  expect(found).toEqual(daysOff[year]);
  expect(daysOf(year).every((day) => workdayAt(day, seed).isSure)).toBe(true);
});

/** Reckoned by hand: the weekdays of the year, less the weekdays off, plus the weekend days that were worked. */
test.each([
  [2004, 252],
  [2005, 251],
  [2006, 251],
  [2007, 249],
  [2008, 251],
  [2015, 249],
  [2019, 250],
  [2020, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%i has %i working days', (year, n) => {
  expect(daysOf(year).filter((day) => workdayAt(day, seed).isWorkday)).toHaveLength(n);
});

test.each([
  ['2005-12-31', true, 'the New Year of 2006 borrowed from the year before'],
  ['2006-12-30', true, 'and that of 2007'],
  ['2007-05-04', false, 'the last golden week in May'],
  ['2007-12-31', false, 'the New Year of 2008 began in 2007'],
  ['2008-10-05', false, 'a Sunday in the week of the National Day'],
  ['2008-10-06', true, 'the week began with 29 September that year'],
  ['2011-12-31', true, 'a Saturday that was worked for the New Year of 2012'],
  ['2013-10-12', true, 'a Saturday that was worked'],
  ['2015-09-03', false, 'seventy years after the war'],
  ['2015-09-04', false, 'the day moved beside it'],
  ['2015-09-06', true, 'the Sunday that was worked for it'],
  ['2018-12-31', false, 'the New Year of 2019 began in 2018'],
  ['2019-05-03', false, 'the notice that was changed in March'],
  ['2020-01-31', false, 'the spring holiday that was lengthened'],
  ['2020-02-01', false, 'which took back a make-up workday'],
  ['2020-02-03', true, 'and ended on this Monday'],
])('%s: worked %s, %s', (day, isWorkday) => {
  expect(workdayAt(day, seed)).toEqual({ isWorkday, isSure: true });
});

test('the seed has 2004 to 2026, each year in order, no day twice, no make-up workday on a weekday', () => {
  expect(seedYears.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i));
  const all = seedYears.flatMap(({ days }) => days.map(({ on }) => on));
  expect(all).toEqual([...new Set(all)].sort());
  const weekend = (day: Day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  expect(seedYears.flatMap(({ days }) => days).filter(({ on, isOff }) => !isOff && !weekend(on))).toEqual([]);
});
