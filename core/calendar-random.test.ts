/** Counting against a second way that shares nothing with the first: a day at a time, over random arrangements. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CalendarTable,
  makeCalendar,
  nthWorkday,
  nthWorkdayBefore,
  workdayAt,
  workdaysAfter,
} from './calendar.ts';
import { type DayDuration, lastDayOf } from './duration.ts';
import { holdsWorkday, type Period, periodAt } from './period.ts';

const next = (day: string, step = 1): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
};
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The last word on a day: extra, else the latest arrangement, else the weekday. */
function works({ years, extra = [] }: CalendarTable, day: string): boolean {
  const said = [...years.toSorted((a, b) => a.year - b.year).flatMap((one) => one.days), ...extra].filter(
    ({ on }) => on === day,
  );
  return said.length > 0 ? !said.at(-1)?.isOff : weekdayOf(day) !== 0 && weekdayOf(day) !== 6;
}
const loaded = ({ years }: CalendarTable, day: string) => years.some(({ year }) => String(year) === day.slice(0, 4));

/** Steps from the day after `from` until so many working days have passed. */
function step(table: CalendarTable, from: string, n: number) {
  let [day, left, isSure] = [from, n, true];
  while (left > 0) {
    day = next(day);
    isSure &&= loaded(table, day);
    if (works(table, day)) left--;
  }
  return { on: day, isSure };
}
function stepBack(table: CalendarTable, to: string, n: number) {
  let [day, left, isSure] = [to, n, true];
  while (left > 0) {
    day = next(day, -1);
    isSure &&= loaded(table, day);
    if (works(table, day)) left--;
  }
  return { on: day, isSure };
}
function count(table: CalendarTable, from: string, to: string) {
  let [n, isSure] = [0, true];
  for (let day = next(from); day <= to; day = next(day)) {
    isSure &&= loaded(table, day);
    if (works(table, day)) n++;
  }
  return { n, isSure };
}

const day = fc
  .integer({ min: Date.UTC(2025, 9, 1), max: Date.UTC(2029, 2, 31) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));
const odd = fc.record({ on: day, isOff: fc.boolean(), name: fc.constant('节') });
const table = fc.record({
  years: fc.uniqueArray(fc.record({ year: fc.integer({ min: 2026, max: 2028 }), days: fc.array(odd) }), {
    selector: ({ year }) => year,
  }),
  extra: fc.array(odd, { maxLength: 3 }),
});
const runs = { numRuns: 400 };

test('E4 the n-th working day is where stepping day by day comes to, and as sure', () =>
  fc.assert(
    fc.property(table, day, fc.integer({ min: 1, max: 80 }), (t, from, n) => {
      const { on, isSure } = step(t, from, n);
      expect(nthWorkday(from, n, makeCalendar(t, ''))).toEqual({ on, isSure, horizon: on });
      expect(lastDayOf({ n, unit: 'working day' }, from, makeCalendar(t, ''))).toEqual({ on, isSure, horizon: on });
    }),
    runs,
  ));

test('E4 so many working days before a day is where stepping back comes to, and as sure', () =>
  fc.assert(
    fc.property(table, day, fc.integer({ min: 1, max: 40 }), (t, to, n) => {
      const { on, isSure } = stepBack(t, to, n);
      const found = nthWorkdayBefore(to, n, makeCalendar(t, ''));
      // The day itself counts for how sure it is: a warning is no surer than the day that it warns of.
      expect(found).toEqual({ on, isSure: isSure && loaded(t, to), horizon: to });
    }),
    runs,
  ));

test('E4 the working days between two days are those that one meets when stepping', () =>
  fc.assert(
    fc.property(table, day, day, (t, from, to) => {
      const expected = to > from ? { ...count(t, from, to), horizon: to } : { n: 0, isSure: true, horizon: from };
      expect(workdaysAfter(from, to, makeCalendar(t, ''))).toEqual(expected);
      expect(workdayAt(to, makeCalendar(t, ''))).toEqual({ isWorkday: works(t, to), isSure: loaded(t, to) });
    }),
    runs,
  ));

test('E4 days and weeks end where stepping ends; months and years on the same date or the last of a short month', () =>
  fc.assert(
    fc.property(
      fc.constantFrom<DayDuration['unit']>('day', 'week', 'month', 'year'),
      day,
      fc.integer({ min: 0, max: 40 }),
      (unit, from, n) => {
        const { on } = lastDayOf({ n, unit }, from, makeCalendar({ years: [] }, ''));
        if (unit === 'day' || unit === 'week') {
          let stepped = from;
          for (let i = 0; i < n * (unit === 'week' ? 7 : 1); i++) stepped = next(stepped);
          expect(on).toBe(stepped);
        } else {
          const passed = monthsIn(on) - monthsIn(from);
          expect(passed).toBe(n * (unit === 'year' ? 12 : 1));
          // Either the date is kept, or the next day is the first of a month.
          expect(on.slice(8) === from.slice(8) || (on.slice(8) < from.slice(8) && next(on).endsWith('-01'))).toBe(true);
        }
      },
    ),
    runs,
  ));
const monthsIn = (on: string): number => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));

const names: readonly Period[] = ['day', 'working day', 'week', 'half-month', 'month', 'quarter', 'half-year', 'year'];
/** Whether a period of this kind begins on this day. */
const begins: Readonly<Record<Period, (day: string) => boolean>> = {
  day: () => true,
  'working day': () => true,
  week: (on) => weekdayOf(on) === 1,
  'half-month': (on) => /-(01|16)$/.test(on),
  month: (on) => on.endsWith('-01'),
  quarter: (on) => /-(01|04|07|10)-01$/.test(on),
  'half-year': (on) => /-(01|07)-01$/.test(on),
  year: (on) => on.endsWith('-01-01'),
};

test('E4 a period holds its day, begins and ends where one may begin, and has no beginning within', () =>
  fc.assert(
    fc.property(fc.constantFrom(...names), day, table, (period, on, t) => {
      const span = periodAt(period, on);
      expect(span.from <= on && on < span.to).toBe(true);
      const found: string[] = [];
      for (let at = span.from; at <= span.to; at = next(at)) if (begins[period](at)) found.push(at);
      expect(found).toEqual([span.from, span.to]);
      let holds = false;
      for (let at = span.from; at < span.to; at = next(at)) holds ||= works(t, at);
      expect(holdsWorkday(span, makeCalendar(t, '')).holds).toBe(holds);
    }),
    { numRuns: 200 },
  ));
