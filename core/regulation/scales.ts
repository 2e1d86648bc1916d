/** The facets of two texts, each with all the values that either of them knows. */
import { rising } from '../vocabulary/facets.ts';
import type { Regulation } from './types.ts';

type Scales = Pick<Regulation, 'scale' | 'facets'>;

/** Values that have an order keep it. */
export const scalesOf = (a: Scales, b: Scales): Scales => ({
  scale: joined(a.scale, b.scale),
  facets: joined(a.facets, b.facets),
});

function joined(a: Scales['scale'], b: Scales['scale']): Scales['scale'] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    [...names].map((facet) => [facet, inOrder(facet, [...(a[facet] ?? []), ...(b[facet] ?? [])])]),
  );
}

function inOrder(facet: string, values: readonly string[]): readonly string[] {
  const order = Object.hasOwn(rising, facet) ? rising[facet] : undefined;
  return order ? order.filter((value) => values.includes(value)) : [...new Set(values)];
}
