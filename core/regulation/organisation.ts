/** Who is there at one instant: units, who holds which post, and which leader is in charge of which unit. */
import type { Acting } from '../takers.ts';

export type Organisation = {
  readonly units: readonly { readonly id: string; readonly name: string; readonly parent?: string }[];
  readonly holdings: readonly Acting[];
  readonly leading: readonly { readonly person: string; readonly unit: string }[];
};

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
