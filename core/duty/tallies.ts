/** Sums over what counted: known by a day, inside of a span of days. */
import { type Day, localDay } from '../day.ts';
import { those } from '../groups.ts';
import type { Span } from '../period.ts';
import type { Tally } from './verdict.ts';

/** What was known at this instant, and had happened. */
export const known = (tallies: readonly Tally[], now: number): readonly Tally[] => {
  const today = localDay(now);
  return those(tallies, ({ knownOn, firstAt }) => knownOn <= today && firstAt <= now);
};

export const inside = (tallies: readonly Tally[], { from, to }: Span): readonly Tally[] =>
  those(tallies, ({ on }) => on >= from && on < to);

export const items = (tallies: readonly Tally[]): number => tallies.reduce((sum, { n }) => sum + n, 0);

/** Sums by day; days on which nothing is left are missing. In order of days. */
export function byDay(tallies: readonly Tally[]): readonly (readonly [Day, number])[] {
  const days = new Map<Day, number>();
  for (const { on, n } of tallies) days.set(on, (days.get(on) ?? 0) + n);
  return [...days].filter(([, n]) => n > 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
export const days = (tallies: readonly Tally[]): number => byDay(tallies).length;

/**
 * The last instant at which something counted that still counts. A day with a minus has no reliable first or last: only
 * the day is sure, and the last instant of it is taken.
 */
export function lastAt(tallies: readonly Tally[]): number | undefined {
  const last = lastDay(tallies);
  const of = tallies.filter(({ on, n }) => on === last && n > 0).map((one) => one.lastAt);
  return last === undefined ? undefined : Math.max(...of);
}

/** Where nothing stopped counting, the greatest. */
function lastDay(tallies: readonly Tally[]): Day | undefined {
  let last: Day | undefined;
  for (const { on, n } of tallies) {
    if (n <= 0) return byDay(tallies).at(-1)?.[0];
    if (last === undefined || on > last) last = on;
  }
  return last;
}

/** The first instant of those. */
export function firstAt(tallies: readonly Tally[]): number | undefined {
  const first = byDay(tallies)[0]?.[0];
  const of = tallies.filter(({ on, n }) => on === first && n > 0).map((one) => one.firstAt);
  return first === undefined ? undefined : Math.min(...of);
}

/** In a loop: flatMap takes five times as long. */
export function seqsOf(tallies: readonly Tally[]): readonly string[] {
  const all: string[] = [];
  for (const { seqs } of tallies) if (seqs) all.push(...seqs);
  return all;
}
