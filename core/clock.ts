/**
 * Limits of time that a regulation sets over an article: when each runs out. QX-8.1, QX-8.2: an approved text is to be
 * published within 24 hours, a major one within 12. Whether a limit was kept is judged elsewhere.
 */
import { clauseOf } from './chain.ts';
import { asKnown, evaluate } from './facets.ts';
import type { Duty, Facets, InForce } from './regulation/types.ts';

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
    const duties = (law.regulation.duties ?? []).filter((duty) => evaluate(duty.where, known));
    return duties.flatMap((duty) => limitOf(duty, clauseOf(law, duty.clause), happened));
  });
  return found.toSorted((a, b) => a.due - b.due);
}

const minuteMs = 60_000;

function limitOf(duty: Duty, clause: string, happened: readonly Happened[]): readonly Limit[] {
  const open = happened.slice(happened.findLastIndex(({ kind }) => duty.to.includes(kind)) + 1);
  const from = open.find(({ kind }) => duty.from.includes(kind))?.at;
  if (from === undefined) return [];
  const [warn] = duty.warn;
  const warned = warn === undefined ? {} : { warnAt: from + warn * minuteMs };
  return [{ duty: duty.id, clause, from, due: from + duty.within * minuteMs, ...warned }];
}
