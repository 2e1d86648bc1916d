/** Many combinations said in few words: the widest expressions that hold for these and for no others. */

import { facetValues } from '../vocabulary/facets.ts';
import type { Axis } from './checks/combinations.ts';
import type { FacetExpr, Facets, FacetTest, Regulation } from './types.ts';

/** One value list per axis, in the order of the axes. */
type Box = readonly (readonly string[])[];
type Scales = Pick<Regulation, 'scale' | 'facets'>;

/** `given` are combinations of these axes. Among all their combinations the answer holds for the given ones alone. */
export function covering(given: readonly Facets[], axes: readonly Axis[], scales: Scales): FacetExpr {
  const here = new Set(given.map((facets) => keyOf(axes.map(({ facet }) => facets[facet] ?? ''))));
  const boxes: Box[] = [];
  for (const facets of given) {
    const point = axes.map(({ facet }) => facets[facet] ?? '');
    if (boxes.some((box) => point.every((value, i) => box[i]?.includes(value)))) continue;
    boxes.push(widest(point, axes, here));
  }
  const said = boxes.map((box) => ({ all: axes.flatMap((axis, i) => testOf(axis, box[i] ?? [], scales)) }));
  return said.length === 1 && said[0] ? said[0] : { any: said };
}

const keyOf = (point: readonly string[]): string => JSON.stringify(point);

/** Grown value by value as long as everything in it is given. */
function widest(point: readonly string[], axes: readonly Axis[], here: ReadonlySet<string>): Box {
  let box: Box = point.map((value) => [value]);
  for (const [i, { values }] of axes.entries()) {
    for (const value of values) {
      if (box[i]?.includes(value)) continue;
      const slice = box.map((one, j) => (i === j ? [value] : one));
      if (pointsOf(slice).every((one) => here.has(keyOf(one))))
        box = box.map((one, j) => (i === j ? values.filter((each) => each === value || one.includes(each)) : one));
    }
  }
  return box;
}

const pointsOf = (box: Box): readonly (readonly string[])[] =>
  box.reduce<readonly (readonly string[])[]>(
    (points, values) => points.flatMap((point) => values.map((value) => [...point, value])),
    [[]],
  );

/** Nothing where every value will do. The last value of an axis may stand for all that no rule names: then the others are denied. */
function testOf({ facet, values }: Axis, chosen: readonly string[], { scale, facets }: Scales): readonly FacetTest[] {
  if (chosen.length === values.length) return [];
  const known = scale[facet] ?? facets[facet] ?? facetValues[facet] ?? [];
  const rest = known.length === values.length ? undefined : values.at(-1);
  if (rest === undefined || !chosen.includes(rest)) return [{ facet, in: chosen }];
  return [{ not: { all: [{ facet, in: values.filter((value) => !chosen.includes(value)) }] } }];
}
