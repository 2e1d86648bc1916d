/** Every combination of facets that a set of expressions can tell apart. */
import { facetsIn } from '../../facets.ts';
import { contentFacets, facetValues, targetFacets } from '../../vocabulary/facets.ts';
import type { FacetExpr, Facets, Regulation } from '../types.ts';

/** More are refused: a text that needs them can't be followed by anybody. */
export const combinationsMax = 50_000;

/** One facet and its values; for a facet without an order all values that nothing names are one, `其他`. */
export type Axis = { readonly facet: string; readonly values: readonly string[] };

const elsewhere = '其他';

export function axesOf(
  expressions: readonly FacetExpr[],
  regulation: Pick<Regulation, 'scale' | 'facets'>,
): readonly Axis[] {
  const asked = new Set(expressions.flatMap(facetsIn));
  const known: readonly string[] = [...targetFacets, ...contentFacets];
  const names = [
    ...known.filter((facet) => asked.has(facet)),
    ...[...asked].filter((facet) => !known.includes(facet)).sort(),
  ];
  return names.map((facet) => ({ facet, values: valuesOf(facet, expressions, regulation) }));
}

function valuesOf(
  facet: string,
  expressions: readonly FacetExpr[],
  { scale, facets }: Pick<Regulation, 'scale' | 'facets'>,
): readonly string[] {
  if (Object.hasOwn(scale, facet)) return scale[facet] ?? [];
  const named = [...new Set(expressions.flatMap((expr) => valuesIn(expr, facet)))];
  const known = (Object.hasOwn(facets, facet) ? facets[facet] : facetValues[facet]) ?? [];
  if (known.length === 0) return [...named, elsewhere];
  const other = known.find((value) => !named.includes(value));
  return other === undefined ? named : [...named, other];
}

function valuesIn(expr: FacetExpr, facet: string): readonly string[] {
  if ('any' in expr) return expr.any.flatMap((one) => valuesIn(one, facet));
  return expr.all.flatMap((test) => ('not' in test ? valuesIn(test.not, facet) : test.facet === facet ? test.in : []));
}

type Rule = { readonly for: FacetExpr };
type Conditional = { readonly when?: FacetExpr | undefined };
type Steps = Rule & { readonly steps: readonly Conditional[]; readonly publish: readonly Conditional[] };

/** What the flows of one move, and the steps joined to them, ask about: for which targets, and then when. */
export const expressionsOf = (flows: readonly Steps[], joined: readonly Rule[]): readonly FacetExpr[] => [
  ...[...flows, ...joined].map((one) => one.for),
  ...flows.flatMap(({ steps, publish }) => [...steps, ...publish].flatMap((one) => (one.when ? [one.when] : []))),
];

/** How many there are, without making them. */
export const countOf = (axes: readonly Axis[]): number => axes.reduce((count, axis) => count * axis.values.length, 1);

export function combinationsOf(axes: readonly Axis[]): readonly Facets[] {
  let combinations: Facets[] = [{}];
  for (const { facet, values } of axes) {
    combinations = combinations.flatMap((one) => values.map((value) => ({ ...one, [facet]: value })));
  }
  return combinations;
}
