/** When to warn of a time that runs out. */
import { type Calendar, nthWorkdayBefore, type Sure } from '../calendar.ts';
import { addDays, type Day, dayNumber, localDay, startOf } from '../day.ts';
import { addMonths, type Duration, overAt } from '../duration.ts';
import type { Warn } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { later } from './verdict.ts';

/**
 * What is running: from an instant until `overAt`. `limit`: its length, where it is one duration. `after`: when so much of
 * it is used up, where the clock rests now and then.
 */
export type Running = {
  readonly startAt: number;
  readonly overAt: number;
  readonly limit?: Duration;
  readonly after?: (time: Duration) => Warning;
};
export type Warning = { readonly at: number } & Sure;

/** The first of the warnings; the end itself where none falls before it. As sure as the least sure of them. */
export function firstWarning(warns: readonly Settled<Warn>[], running: Running, calendar: Calendar): Warning {
  let first: Warning = { at: running.overAt, isSure: true, horizon: localDay(running.startAt) };
  for (const warn of warns) {
    const one = warningAt(warn, running, calendar);
    if (!one) continue;
    const [at, isSure] = [Math.min(first.at, one.at), first.isSure && one.isSure];
    first = { at, isSure, horizon: later(first.horizon, one.horizon) };
  }
  return first;
}

function warningAt(warn: Settled<Warn>, running: Running, calendar: Calendar): Warning | undefined {
  const after = running.after ?? ((time: Duration) => overAt(time, running.startAt, calendar));
  if ('after' in warn) return after(warn.after);
  if ('before' in warn) return beforeEnd(warn.before, running.overAt, calendar);
  if ('percentOfTime' in warn) return partOf(warn.percentOfTime, running, after, calendar);
  return 'at' in warn ? exactly(clockOn(localDay(running.overAt - 1), warn.at)) : undefined;
}
const exactly = (at: number): Warning => ({ at, isSure: true, horizon: localDay(at) });

/** `HH:MM` of a local day. */
const clockOn = (day: Day, clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return startOf(day) + (hours * 60 + minutes) * 60_000;
};

/** `3 days before`: from the beginning of the day that lies so far before the last one. */
function beforeEnd({ n, unit }: Duration, end: number, calendar: Calendar): Warning {
  if (unit === 'minute' || unit === 'hour') return exactly(end - n * (unit === 'hour' ? 3_600_000 : 60_000));
  const { on, isSure, horizon } = goBack({ n, unit }, localDay(end - 1), calendar);
  return { at: startOf(on), isSure, horizon };
}

/** The day that lies so far before this one. Hours and minutes are not days: the day itself. */
export function goBack({ n, unit }: Duration, from: Day, calendar: Calendar): { readonly on: Day } & Sure {
  const sure = { isSure: true, horizon: from };
  if (n === 0) return { on: from, ...sure };
  switch (unit) {
    case 'working day':
      return nthWorkdayBefore(from, n, calendar);
    case 'day':
      return { on: addDays(from, -n), ...sure };
    case 'week':
      return { on: addDays(from, -7 * n), ...sure };
    case 'month':
      return { on: addMonths(from, -n), ...sure };
    case 'year':
      return { on: addMonths(from, -12 * n), ...sure };
    case 'minute':
    case 'hour':
      return { on: from, ...sure };
  }
}

/**
 * Days are whole: 70 % of five working days are four, 70 % of a month of 30 days are 21. A period without a length of its
 * own is cut by the clock.
 */
function partOf(
  percent: number,
  { startAt, overAt: end, limit }: Running,
  after: (time: Duration) => Warning,
  calendar: Calendar,
): Warning {
  if (!limit) return exactly(startAt + Math.floor(partIn(end - startAt, percent)));
  switch (limit.unit) {
    case 'minute':
    case 'hour':
      return after({ n: Math.floor(partIn(limit.n * (limit.unit === 'hour' ? 60 : 1), percent)), unit: 'minute' });
    case 'working day':
      return after({ n: Math.ceil(partIn(limit.n, percent)), unit: 'working day' });
    default: {
      const zero = localDay(startAt);
      const last = localDay(overAt(limit, startAt, calendar).at - 1);
      return after({ n: Math.ceil(partIn(dayNumber(last) - dayNumber(zero), percent)), unit: 'day' });
    }
  }
}

const partIn = (length: number, percent: number): number => (length * percent) / 100;
