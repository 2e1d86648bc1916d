/** What a draft would have changed for a text that went its way: the path of regulations with it, and whether two chains differ. */
import { type Chain, type ChainPublisher, sameStep } from './chain.ts';
import type { InForce } from './regulation/types.ts';

/**
 * The regulations over a site as if the draft had been in force: in the place of the same unit's version of the same
 * text, or else as the newest of its unit. `up`: the owner of the site and the units above it, nearest first. Undefined
 * where the draft doesn't reach the site.
 */
export function pathWith(
  draft: InForce,
  path: readonly InForce[],
  up: readonly string[],
): readonly InForce[] | undefined {
  const { unit } = draft.binding;
  if (!up.includes(unit)) return undefined;
  const isBefore = (law: InForce) => law.binding.unit === unit && law.regulation.slug === draft.regulation.slug;
  if (path.some(isBefore)) return path.map((law) => (isBefore(law) ? draft : law));
  const at = path.findIndex((law) => up.indexOf(law.binding.unit) >= up.indexOf(unit));
  return at < 0 ? [...path, draft] : path.toSpliced(at, 0, draft);
}

/** The same posts of the same units do the same in the same order, and the same publish. */
export const sameWay = (a: Chain, b: Chain): boolean =>
  a.steps.length === b.steps.length &&
  a.steps.every((step, i) => {
    const other = b.steps[i];
    return other !== undefined && sameStep(step, other);
  }) &&
  samePublisher(a.publish, b.publish);

function samePublisher(a: ChainPublisher, b: ChainPublisher): boolean {
  if (a.by !== 'post' || b.by !== 'post') return a.by === b.by;
  const set = (of: typeof a) => [...of.post.toSorted(), '', ...of.units.toSorted()].join('\n');
  return set(a) === set(b);
}
