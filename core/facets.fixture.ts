/** Random facets for the tests of properties, and how one of them is raised. */
import fc from 'fast-check';
import type { Facets } from './regulation/types.ts';
import { facetValues } from './vocabulary/facets.ts';

/** A value for each of these facets, of all that the vocabulary knows. */
export const facetsAmong = (names: readonly string[]): fc.Arbitrary<Facets> =>
  fc.record(Object.fromEntries(names.map((facet) => [facet, fc.constantFrom(...(facetValues[facet] ?? []))])));

export const mainFacets = ['kind', 'weight', 'reach', 'sensitive', 'site'] as const;
export const anyFacets = facetsAmong(mainFacets);

export const anyRise = fc.record({
  facet: fc.constantFrom('weight', 'reach', 'sensitive'),
  by: fc.integer({ min: 1, max: 3 }),
});

/** At most to the highest value there is. */
export function raised(facets: Facets, { facet, by }: { readonly facet: string; readonly by: number }): Facets {
  const order = facetValues[facet] ?? [];
  return { ...facets, [facet]: order[Math.min(order.length - 1, order.indexOf(facets[facet] ?? '') + by)] ?? '' };
}
