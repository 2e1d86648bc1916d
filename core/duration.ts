/**
 * How long something may take. The event's own day is day zero and isn't counted; time ends with the end of the last local
 * day. Hours and minutes are exact, and run through nights and holidays.
 */
import { type Calendar, nthWorkday, type Sure } from './calendar.ts';
import { addDays, type Day, dayOf, daysIn, endOf, localDay, numberOf, yearOf } from './day.ts';

/** `n`: 0 and more, whole. */
export type DayDuration = { readonly n: number; readonly unit: 'day' | 'working day' | 'week' | 'month' | 'year' };
export type Duration = DayDuration | { readonly n: number; readonly unit: 'minute' | 'hour' };

/**
 * The last local day that is in time. `0` of any unit is the day itself; `1 day` the next one; three months from
 * 30 November end on the last day of February. Only working days ask the calendar: anything else is sure, and its
 * `horizon` is `from`.
 */
export function lastDayOf({ n, unit }: DayDuration, from: Day, calendar: Calendar): { readonly on: Day } & Sure {
  const sure = { isSure: true, horizon: from };
  if (n === 0) return { on: from, ...sure };
  switch (unit) {
    case 'working day':
      return nthWorkday(from, n, calendar);
    case 'day':
      return { on: addDays(from, n), ...sure };
    case 'week':
      return { on: addDays(from, 7 * n), ...sure };
    case 'month':
      return { on: addMonths(from, n), ...sure };
    case 'year':
      return { on: addMonths(from, 12 * n), ...sure };
  }
}

/** When the time is over that begins at `from`; both in milliseconds since 1970. Before it is in time. */
export function overAt(duration: Duration, from: number, calendar: Calendar): { readonly at: number } & Sure {
  const day = localDay(from);
  if (duration.unit === 'minute' || duration.unit === 'hour')
    return { at: from + duration.n * exactMs[duration.unit], isSure: true, horizon: day };
  const { on, isSure, horizon } = lastDayOf(duration as DayDuration, day, calendar);
  return { at: endOf(on), isSure, horizon };
}
const exactMs = { minute: 60_000, hour: 3_600_000 } as const;

/** The same day so many months later, or the last one of a month that is too short. */
export function addMonths(day: Day, n: number): Day {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return dayOf(numberOf(year, month, Math.min(Number(day.slice(8, 10)), daysIn(year, month))));
}
