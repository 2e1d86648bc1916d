/** What is said of one line: a duty over one subject in one period. Everything here is arithmetic on what happened up to `now`. */
import type { Day } from '../day.ts';

export type Status = 'met' | 'pending' | 'warned' | 'breached' | 'exempt' | 'provisional';

/** Worst first. */
export const statusNames: Readonly<Record<Status, string>> = {
  breached: '违反规定',
  warned: '将到期',
  pending: '还在期内',
  provisional: '暂定',
  exempt: '豁免',
  met: '合规',
};

/**
 * `from`, `to`: the first day, and the first day after, of what is judged. Instants in milliseconds since 1970.
 * `changesAt`: a lower bound; unless something happens nothing changes before it. Absent: time alone changes nothing.
 * `horizon`: the last day that the calendar was asked about. `rests`: the events that it rests on, in log order.
 */
export type Verdict = {
  readonly status: Status;
  readonly from: Day;
  readonly to: Day;
  /** What counted (items, days, percent, things), and how much was asked. */
  readonly n: number;
  readonly asked: number;
  /** When the time is over; what happens before it is in time. */
  readonly overAt?: number;
  readonly changesAt?: number;
  /** A breach that was made good: when. It stays a breach. */
  readonly doneAt?: number;
  readonly isSure: boolean;
  readonly horizon: Day;
  readonly rests: readonly string[];
};

/**
 * What counted for a subject on one day. `n` is negative where something stopped counting, under the day on which it had
 * counted; `knownOn` is the day on which that became known, so that earlier verdicts stay as they were.
 */
export type Tally = {
  readonly on: Day;
  readonly knownOn: Day;
  readonly n: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly seqs?: readonly string[];
};

/** Of a thing's whole lineage: what was renamed, merged, or archived and reopened keeps its birth. `ruledFrom`: the first day of the rule. */
export type Life = { readonly bornOn: Day; readonly endedOn?: Day; readonly ruledFrom: Day };

/** A verdict that another calendar could change, and a year that it asks about isn't loaded: nothing is said yet. */
export const ifSure = (verdict: Verdict): Verdict => (verdict.isSure ? verdict : { ...verdict, status: 'provisional' });

/** The later of two days; the second may be absent. */
export const later = (day: Day, other: Day | undefined): Day => (other !== undefined && other > day ? other : day);

/** The earlier of two days. */
export const firstOf = (a: Day, b: Day): Day => (a < b ? a : b);

/** The earliest of these instants that still lies ahead. */
export function ahead(now: number, ...instants: readonly (number | undefined)[]): { readonly changesAt?: number } {
  const next = Math.min(...instants.filter((at): at is number => at !== undefined && at > now));
  return Number.isFinite(next) ? { changesAt: next } : {};
}
