/** Reprints (转载): which article asks that a text taken over from elsewhere names its author and its source. */
import type { InForce } from './regulation/types.ts';

/** The article of the nearest regulation that looks for it; undefined where none does (the product asks all the same). */
export function reprintClause(path: readonly InForce[]): string | undefined {
  for (const { regulation } of path) {
    const check = regulation.checks?.find((one) =>
      one.look.some(({ find, then }) => find === 'reprint-source' && then === 'stop'),
    );
    if (check) return `${regulation.slug}#${check.clause}`;
  }
  return undefined;
}
