/** What both judges are given, and their answers side by side. */
import { localDay } from '../../core/day.ts';
import type { Tally, Verdict } from '../../core/duty/verdict.ts';
import type { Days } from './chance.ts';
import type { Raw, Said } from './said.ts';

/** A random duty over one subject. `judge`: both answers for each of its lines at an instant; `upTo`: what lies behind it never happened. */
export type Case = {
  readonly pattern: string;
  readonly told: unknown;
  readonly nows: readonly number[];
  /** Nothing is asked before. */
  readonly begin?: number;
  /** What stopped counting some day. */
  readonly lost?: ReadonlySet<string>;
  readonly judge: (now: number, upTo: number) => readonly Pair[];
  /** No year of its calendar was taken out. */
  readonly isLoaded?: boolean;
  /** The same with other events, or under another calendar. */
  readonly changed?: (change: Change) => Case;
};
export type Change = { readonly raw?: (raw: readonly Raw[]) => readonly Raw[]; readonly days?: (days: Days) => Days };
type Given = { readonly raw: readonly Raw[]; readonly days: Days };
export const changing =
  <G extends Given>(make: (given: G) => Case) =>
  (given: G): Case => ({
    ...make(given),
    isLoaded: given.days.without.length === 0,
    changed: ({ raw, days }) =>
      make({ ...given, ...(raw ? { raw: raw(given.raw) } : {}), ...(days ? { days: days(given.days) } : {}) }),
  });
export type Pair = { readonly core: Verdict | undefined; readonly ours: Said | undefined };

export const upToThen = (raw: readonly Raw[], upTo: number): readonly Raw[] =>
  raw
    .filter(({ at }) => at <= upTo)
    .map(({ lostAt, ...one }) => (lostAt !== undefined && lostAt <= upTo ? { ...one, lostAt } : one));

/** As the ledger keeps it: one for each event, and a minus under the same day once it is known that it doesn't count. */
export const tallies = (raw: readonly Raw[]): readonly Tally[] =>
  raw.flatMap(({ seq, at, lostAt }) => {
    const on = localDay(at);
    const plus = { on, knownOn: on, n: 1, firstAt: at, lastAt: at, seqs: [seq] };
    return lostAt === undefined
      ? [plus]
      : [plus, { on, knownOn: localDay(lostAt), n: -1, firstAt: lostAt, lastAt: lostAt, seqs: [`-${seq}`] }];
  });

/** Where they differ, in words; undefined where they agree. Events that stopped counting are evidence of either side's own. */
export function difference({ core, ours }: Pair, lost: ReadonlySet<string>): string | undefined {
  if (!core || !ours)
    return core === ours ? undefined : `core ${core?.status ?? 'has none'}, judge ${ours?.status ?? 'has none'}`;
  const rests = (all: readonly string[]) =>
    [...new Set(all)]
      .filter((seq) => !lost.has(seq) && !lost.has(seq.slice(1)))
      .toSorted()
      .join();
  const rows = [
    ['status', core.status, ours.status],
    ['from', core.from, ours.from],
    ['to', core.to, ours.to],
    ['n', ours.n === undefined ? undefined : core.n, ours.n],
    ['asked', core.asked, ours.asked],
    ['overAt', core.overAt, ours.overAt],
    // A day with a minus has no reliable first instant.
    [
      'doneAt',
      lost.size > 0 ? core.doneAt && localDay(core.doneAt) : core.doneAt,
      lost.size > 0 ? ours.doneAt && localDay(ours.doneAt) : ours.doneAt,
    ],
    ['rests', rests(core.rests), rests(ours.rests)],
  ].filter(([, a, b]) => a !== b);
  return rows.length === 0 ? undefined : rows.map(([name, a, b]) => `${name}: core ${a}, judge ${b}`).join('; ');
}
export const lostOnes = (raw: readonly Raw[]): ReadonlySet<string> =>
  new Set(raw.filter(({ lostAt }) => lostAt !== undefined).map(({ seq }) => seq));
