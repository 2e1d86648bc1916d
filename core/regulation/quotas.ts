/** Whether whoever keeps one quota keeps another with it: `1 per day` is `3 per week` too. */
import { limitsOf } from '../duty/limits.ts';
import type { Quota } from './duty-types.ts';
import { type Amount, type Bound, isValue, type PeriodName } from './measures.ts';

/**
 * How many whole periods of the first kind the second one holds at least, without the weeks that a long holiday may take
 * away: longer periods without a working day are skipped. Pairs that aren't here can't be told apart.
 */
export const wholeIn: Partial<Record<PeriodName, Partial<Record<PeriodName, number>>>> = {
  day: { week: 7, 'half-month': 13, month: 28, quarter: 90, 'half-year': 181, year: 365 },
  week: { month: 2, quarter: 11, 'half-year': 24, year: 49 },
  'half-month': { month: 2, quarter: 6, 'half-year': 12, year: 24 },
  month: { quarter: 3, 'half-year': 6, year: 12 },
  quarter: { 'half-year': 2, year: 4 },
  'half-year': { year: 2 },
};

type Limit = { readonly bound: Bound; readonly n: Amount };

/** Of whole things. Undefined: it depends on a value that isn't set. */
export function limitImplies(a: Limit, b: Limit, guaranteed = (low: number) => low): boolean | undefined {
  if (isValue(a.n) || isValue(b.n))
    return JSON.stringify([a.bound, a.n]) === JSON.stringify([b.bound, b.n]) || undefined;
  const [mine, theirs] = [limitsOf(a.bound, a.n), limitsOf(b.bound, b.n)];
  const enough = theirs.low === undefined || guaranteed(mine.low ?? 0) >= theirs.low;
  return enough && (theirs.high === undefined || (mine.high !== undefined && mine.high <= theirs.high));
}

/** Undefined: it depends on the days, or on a value that isn't set. */
export function implies(a: Quota, b: Quota): boolean | undefined {
  const [alike, both] = [JSON.stringify(a.per) === JSON.stringify(b.per), isLower(a) && isLower(b)];
  const inDays = (low: number) => (a.of === 'items' && b.of === 'days' ? Math.min(1, low) : low);
  if (alike && (a.of === b.of || both)) return limitImplies(a, b, inDays);
  if (!both || isValue(a.per) || isValue(b.per)) return undefined;
  const times = wholeIn[a.per]?.[b.per];
  if (times !== undefined) return limitImplies(a, b, (low) => times * inDays(low));
  // What a longer period asks for may all stand in one of its parts, and nothing in the next.
  return wholeIn[b.per]?.[a.per] === undefined ? undefined : false;
}
export const isLower = ({ bound }: Pick<Limit, 'bound'>): boolean => bound === 'at least' || bound === 'above';
