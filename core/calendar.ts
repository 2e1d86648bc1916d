/**
 * Working days. Monday to Friday are, except the days off of the State Council's yearly arrangement; its make-up workdays
 * (调休) are too. For a year that isn't loaded Monday to Friday is assumed, and every answer says so: never sure.
 */
import { type Day, dayNumber, dayOf, weekdayOf, yearOf } from './day.ts';

/** One day that differs from its weekday, or keeps its name on a weekend. `name`: the holiday that it belongs to. */
export type CalendarDay = { readonly on: Day; readonly isOff: boolean; readonly name: string };
/** The arrangement for one year. Its days may lie in the December before, where New Year borrows from it. */
export type CalendarYear = { readonly year: number; readonly days: readonly CalendarDay[] };
/** `extra`: a unit's own days (a local holiday), laid over the state's. */
export type CalendarTable = { readonly years: readonly CalendarYear[]; readonly extra?: readonly CalendarDay[] };

/** Made once for a table, then asked often: every look-up is a few steps, however long the span. */
export type Calendar = {
  /** Of the table that it was made from: a closed verdict names it. */
  readonly hash: string;
  readonly years: ReadonlySet<number>;
  readonly days: ReadonlyMap<Day, CalendarDay>;
  /** The number of the first day that `before` knows; outside of it Monday to Friday holds. */
  readonly first: number;
  /** `before[i]`: working days from `first` up to, without, day `first + i`. */
  readonly before: Int32Array;
  /** The numbers of all working days that `before` counts, in order. */
  readonly workdays: Int32Array;
};
/** How sure an answer is: `horizon` is the last day that was asked about. A year loaded later may change what isn't sure. */
export type Sure = { readonly isSure: boolean; readonly horizon: Day };

/** `hash`: SHA-256 of the table's canonical form; core hashes nothing. A day stated twice: the later year's word counts. */
export function makeCalendar({ years, extra = [] }: CalendarTable, hash: string): Calendar {
  const inOrder = years.toSorted((a, b) => a.year - b.year);
  const days = new Map([...inOrder.flatMap((one) => one.days), ...extra].map((day) => [day.on, day] as const));
  const all = [...days.keys()].map(dayNumber);
  // No days at all: an empty span, and Monday to Friday throughout.
  const first = all.length > 0 ? Math.min(...all) : 0;
  const length = all.length > 0 ? Math.max(...all) + 1 - first : 0;
  const before = new Int32Array(length + 1);
  const workdays: number[] = [];
  const off = new Map([...days.values()].map(({ on, isOff }) => [dayNumber(on), isOff]));
  for (let i = 0; i < length; i++) {
    if (!(off.get(first + i) ?? weekdayOf(first + i) > 5)) workdays.push(first + i);
    before[i + 1] = workdays.length;
  }
  const loaded = new Set(years.map((one) => one.year));
  return { hash, years: loaded, days, first, before, workdays: Int32Array.from(workdays) };
}

/** Is this a working day? Not sure: its year isn't loaded. */
export function workdayAt(day: Day, calendar: Calendar): { isWorkday: boolean; isSure: boolean } {
  const n = dayNumber(day);
  return { isWorkday: rank(n + 1, calendar) > rank(n, calendar), isSure: calendar.years.has(yearOf(day)) };
}

/** The working days after `from`, up to and with `to`; 0 when `to` isn't later. 还剩 counts from today, 超 from the last day. */
export function workdaysAfter(from: Day, to: Day, calendar: Calendar): { readonly n: number } & Sure {
  if (to <= from) return { n: 0, isSure: true, horizon: from };
  const n = rank(dayNumber(to) + 1, calendar) - rank(dayNumber(from) + 1, calendar);
  return { n, isSure: isSure(from, to, calendar), horizon: to };
}

/** The n-th working day after `from`, which isn't counted itself. `n`: 1 and more, whole. */
export function nthWorkday(from: Day, n: number, calendar: Calendar): { readonly on: Day } & Sure {
  const on = dayOf(withRank(rank(dayNumber(from) + 1, calendar) + n - 1, calendar));
  return { on, isSure: isSure(from, on, calendar), horizon: on };
}

/** The n-th working day before `to`, which isn't counted itself. `n`: 1 and more, whole. */
export function nthWorkdayBefore(to: Day, n: number, calendar: Calendar): { readonly on: Day } & Sure {
  const on = dayOf(withRank(rank(dayNumber(to), calendar) - n, calendar));
  return { on, isSure: isSure(dayOf(dayNumber(on) - 1), to, calendar), horizon: to };
}

/** Every year of the days after `from`, up to and with `to`, is loaded. */
function isSure(from: Day, to: Day, { years }: Calendar): boolean {
  const last = yearOf(to);
  for (let year = yearOf(from) + (from.endsWith('12-31') ? 1 : 0); year <= last; year++)
    if (!years.has(year)) return false;
  return true;
}

/** How many working days lie before this day, from a beginning that is always the same. */
function rank(n: number, { first, before, workdays }: Calendar): number {
  const i = n - first;
  if (i <= 0) return weekdaysBefore(n);
  const inside = before[i];
  if (inside !== undefined) return weekdaysBefore(first) + inside;
  const end = first + before.length - 1;
  return weekdaysBefore(first) + workdays.length + weekdaysBefore(n) - weekdaysBefore(end);
}

/** The working day that has so many before it. */
function withRank(n: number, { first, before, workdays }: Calendar): number {
  const i = n - weekdaysBefore(first);
  if (i < 0) return weekdayWith(n);
  const end = first + before.length - 1;
  return workdays[i] ?? weekdayWith(i - workdays.length + weekdaysBefore(end));
}

/** Mondays to Fridays before a day, counted from Monday 1969-12-29. */
const weekdaysBefore = (n: number): number => Math.floor((n + 3) / 7) * 5 + Math.min(weekdayOf(n) - 1, 5);
/** The Monday to Friday with so many before it. */
const weekdayWith = (n: number): number => Math.floor(n / 5) * 7 - 3 + (n - Math.floor(n / 5) * 5);
