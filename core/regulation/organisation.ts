/** Who is there at one instant: units, who holds which post, which leader is in charge of which unit, and whose sites there are. */
import type { Acting } from '../takers.ts';

export type Organisation = {
  readonly units: readonly { readonly id: string; readonly name: string; readonly parent?: string }[];
  readonly holdings: readonly Acting[];
  readonly leading: readonly { readonly person: string; readonly unit: string }[];
  /** Absent: nothing is known of them. */
  readonly sites?: readonly { readonly owner: string; readonly rank: 'main' | 'sub' }[];
};

/** The ranks of the sites that a text of this unit governs; undefined: it has none yet, so it may come to be any. */
export function ranksUnder(unit: string, { units, sites = [] }: Organisation): ReadonlySet<string> | undefined {
  const parents = new Map(units.map((one) => [one.id, one.parent]));
  const own = sites.filter(({ owner }) => owner === unit || isAbove(unit, owner, parents));
  return own.length > 0 ? new Set(own.map(({ rank }) => rank)) : undefined;
}

/**
 * Everybody with the posts under which they may act. Who leads unit U acts as vice-leader of U, where that person holds
 * vice-leader in a unit above it; this is what `{ post: vice-leader, of: author.unit }` means.
 */
export function actingIn({ units, holdings, leading }: Organisation): readonly Acting[] {
  const parents = new Map(units.map((unit) => [unit.id, unit.parent]));
  const derived = leading
    .filter(({ person, unit }) =>
      holdings.some((one) => one.person === person && one.post === 'vice-leader' && isAbove(one.unit, unit, parents)),
    )
    .map(({ person, unit }) => ({ person, post: 'vice-leader', unit }));
  const same = (a: Acting, b: Acting) => a.person === b.person && a.post === b.post && a.unit === b.unit;
  return [...holdings, ...derived.filter((one) => !holdings.some((held) => same(held, one)))];
}

/** A ring of parents ends the way up as well. */
function isAbove(upper: string, unit: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(unit); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === upper) return true;
    seen.add(at);
  }
  return false;
}
