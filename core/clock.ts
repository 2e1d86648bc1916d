/**
 * Limits of time that a regulation sets over an article: when each runs out. QX-8.1, QX-8.2: an approved text is to be
 * published within 24 hours, a major one within 12. Whether a limit was kept is judged elsewhere.
 */
import { clauseOf } from './chain.ts';
import { asKnown, evaluate } from './facets.ts';
import type { Duty } from './regulation/duty-types.ts';
import { type Duration, isExact } from './regulation/measures.ts';
import { type Settled, settle } from './regulation/settle.ts';
import type { Facets, InForce } from './regulation/types.ts';

/** `at`: milliseconds since 1970. */
export type Happened = { readonly kind: string; readonly at: number };
/** A limit that is running. Instants in milliseconds since 1970; `clause` is `slug#article`. */
export type Limit = {
  readonly duty: string;
  readonly clause: string;
  readonly from: number;
  readonly due: number;
  /** From when on it is about to end, where the regulation says so. */
  readonly warnAt?: number;
};

/**
 * The limits that run over an article, the nearest first. `path`: the regulations that were in force when the clock
 * started (a limit stays under these). `facets` as approved: a text that was raised in review has the stricter limit.
 * `happened`: the events of its run so far, in order. A `from` starts a limit unless it runs already, any `to` stops it.
 * Hours run by the clock, through nights and holidays. Limits of several regulations add up.
 */
export function limitsOf(path: readonly InForce[], facets: Facets, happened: readonly Happened[]): readonly Limit[] {
  const found = path.flatMap((law) => {
    const known = asKnown(law.regulation.scale, facets);
    const duties = dutiesOver(law).filter(({ where }) => evaluate(where, known));
    return duties.flatMap((duty) => limitOf(duty, clauseOf(law, duty.clause), happened));
  });
  return found.toSorted((a, b) => a.due - b.due);
}

function dutiesOver({ regulation, binding }: InForce): readonly Settled<Duty>[] {
  const duties = (regulation.duties ?? []).filter(({ over }) => 'subject' in over && over.subject === 'article');
  return duties.flatMap((duty) => settle(duty, regulation.values, binding, []) ?? []);
}

/** Only what runs by the clock: local days and working days are the ledger's. */
function limitOf({ id, does, warn }: Settled<Duty>, clause: string, happened: readonly Happened[]): readonly Limit[] {
  if (does.pattern !== 'within' || !isExact(does.limit.unit)) return [];
  const open = happened.slice(happened.findLastIndex(({ kind }) => does.to.includes(kind)) + 1);
  const from = open.find(({ kind }) => does.from.includes(kind))?.at;
  if (from === undefined) return [];
  const limit = msOf(does.limit);
  const first = Math.min(...warn.flatMap((one) => warnMs(one, limit) ?? []));
  const warned = Number.isFinite(first) ? { warnAt: from + first } : {};
  return [{ duty: id, clause, from, due: from + limit, ...warned }];
}

const msOf = ({ n, unit }: Settled<Duration>): number => n * (unit === 'hour' ? 3_600_000 : 60_000);

/** Milliseconds after the start. */
function warnMs(warn: Settled<Duty>['warn'][number], limit: number): number | undefined {
  if ('after' in warn) return isExact(warn.after.unit) ? msOf(warn.after) : undefined;
  if ('before' in warn) return isExact(warn.before.unit) ? limit - msOf(warn.before) : undefined;
  return 'percentOfTime' in warn ? Math.floor((limit * warn.percentOfTime) / 100) : undefined;
}
