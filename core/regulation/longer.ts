/** Which of two durations is the longer one, whatever the day on which it begins. */
import { type Duration, type DurationUnit, isExact, isValue } from './measures.ts';

type Range = readonly [least: number, most: number];

/**
 * Negative: `a` never ends after `b`, and mostly before it; 0: they end together; positive: the other way round.
 * Undefined: it depends on the day, or on a value that isn't set.
 */
export function longer(a: Duration, b: Duration): number | undefined {
  if (isValue(a) || isValue(b) || isValue(a.n) || isValue(b.n))
    return JSON.stringify(a) === JSON.stringify(b) ? 0 : undefined;
  const [one, other] = [plain(a.n, a.unit), plain(b.n, b.unit)];
  if (one.unit === other.unit) return one.n - other.n;
  const exact = isExact(one.unit) || isExact(other.unit);
  const [[least, most], [low, high]] = exact ? [minutesOf(one), minutesOf(other)] : [daysOf(one), daysOf(other)];
  return most <= low ? -1 : least >= high ? 1 : undefined;
}

type Plain = { readonly n: number; readonly unit: 'minute' | 'day' | 'working day' | 'month' };

function plain(n: number, unit: DurationUnit): Plain {
  if (unit === 'hour') return { n: 60 * n, unit: 'minute' };
  if (unit === 'week') return { n: 7 * n, unit: 'day' };
  return unit === 'year' ? { n: 12 * n, unit: 'month' } : { n, unit };
}

/** How many local days it takes at least, and at most. */
function daysOf({ n, unit }: Plain): Range {
  if (unit === 'month') return [28 * n, 31 * n];
  return unit === 'working day' ? [n, daysForWorkdays(n)] : [n, n];
}
/** More than so many working days ever took under the holidays of 2004 to 2026: their test asks the calendar. */
export const daysForWorkdays = (n: number): number => (n === 0 ? 0 : 2 * n + 12);

const dayMinutes = 24 * 60;
/** Local days end with the last one, and the first had begun already: `1 day` is over after 24 to 48 hours. */
function minutesOf(time: Plain): Range {
  if (time.unit === 'minute') return [time.n, time.n];
  const [least, most] = daysOf(time);
  return [least * dayMinutes, (most + 1) * dayMinutes];
}
