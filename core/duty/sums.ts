/** Sums by day of what counted, and what comes to them with new events. */
import type { Calendar } from '../calendar.ts';
import { type Fact, talliesOf } from './facts.ts';
import type { Series } from './series.ts';
import type { Tally } from './verdict.ts';

/**
 * What `fresh` adds for one thing. `known`: the earlier events of the articles that `fresh` is about; both in log order.
 * What an event of an article counts depends on that article's events alone, and what once counted is never taken out of a
 * sum: what stops counting comes in as a tally of its own.
 */
export function added(
  series: Series,
  id: string,
  known: readonly Fact[],
  fresh: readonly Fact[],
  calendar: Calendar,
): readonly Tally[] {
  const thing = { subject: series.subject, id };
  if (known.length === 0) return talliesOf(series, thing, fresh, calendar).toSorted((a, b) => a.firstAt - b.firstAt);
  const before = talliesOf(series, thing, known, calendar);
  const after = talliesOf(series, thing, [...known, ...fresh], calendar);
  const had = new Map<string, number>();
  for (const tally of before) had.set(nameOf(tally), (had.get(nameOf(tally)) ?? 0) + 1);
  return after
    .filter((tally) => {
      const left = had.get(nameOf(tally)) ?? 0;
      if (left > 0) had.set(nameOf(tally), left - 1);
      return left === 0;
    })
    .toSorted((a, b) => a.firstAt - b.firstAt);
}
const nameOf = ({ on, n, seqs }: Tally): string => `${on} ${n} ${seqs?.join()}`;

/** One for each day, day of knowing and sign, in that order: what a verdict takes from tallies, it takes from these too. */
export function summed(tallies: readonly Tally[]): readonly Tally[] {
  const sums = new Map<string, Tally>();
  for (const { on, knownOn, n, firstAt, lastAt } of tallies) {
    const key = `${on} ${knownOn} ${n < 0}`;
    const sum = sums.get(key);
    sums.set(key, {
      on,
      knownOn,
      n: (sum?.n ?? 0) + n,
      firstAt: Math.min(sum?.firstAt ?? firstAt, firstAt),
      lastAt: Math.max(sum?.lastAt ?? lastAt, lastAt),
    });
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, sum]) => sum);
}
