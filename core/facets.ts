/** Facets of a thing, expressions over them, and raising them. ZJ-13.2: 重要 and 敏感 choose the chain. */
import { type Outcome, refuse } from './outcome.ts';
import type { Amount, Bound } from './regulation/measures.ts';
import type { FacetExpr, Facets, FacetTest } from './regulation/types.ts';
import { rising, targetFacets } from './vocabulary/facets.ts';

/** Does this thing satisfy the expression? `{ all: [] }` always, `{ any: [] }` never; an absent facet has no value. */
export function evaluate(expr: FacetExpr, facets: Facets): boolean {
  return 'any' in expr
    ? expr.any.some((one) => evaluate(one, facets))
    : expr.all.every((test) => evaluateTest(test, facets));
}

function evaluateTest(test: FacetTest, facets: Facets): boolean {
  if ('not' in test) return !evaluate(test.not, facets);
  const value = facets[test.facet];
  if (value === undefined) return false;
  return test.number ? holds(test.number.bound, Number(value), test.number.n) : test.in.includes(value);
}

/** False for what is no number, and for a value that the adopter hasn't set. */
function holds(bound: Bound, value: number, n: Amount): boolean {
  if (typeof n !== 'number') return false;
  switch (bound) {
    case 'at least':
      return value >= n;
    case 'at most':
      return value <= n;
    case 'above':
      return value > n;
    case 'below':
      return value < n;
    case 'exactly':
      return value === n;
  }
}

/**
 * The facet that has to be stated before the expression can be answered, or undefined. Only facets of content count: a
 * column without a class is a fact, a text whose sensitivity nobody stated is not. `{ site: sub, topic: x }` over a
 * text for the main site is answered without its topic.
 */
export function missingFacet(expr: FacetExpr, facets: Facets): string | undefined {
  const answer = answerOf(expr, facets);
  return typeof answer === 'boolean' ? undefined : answer.missing;
}

type Answer = boolean | { readonly missing: string };

function answerOf(expr: FacetExpr, facets: Facets): Answer {
  const stops = 'any' in expr;
  const answers = stops
    ? expr.any.map((one) => answerOf(one, facets))
    : expr.all.map((test) => answerOfTest(test, facets));
  if (answers.includes(stops)) return stops;
  return answers.find((answer) => typeof answer !== 'boolean') ?? !stops;
}

function answerOfTest(test: FacetTest, facets: Facets): Answer {
  if ('not' in test) {
    const answer = answerOf(test.not, facets);
    return typeof answer === 'boolean' ? !answer : answer;
  }
  const value = facets[test.facet];
  if (value !== undefined) return test.in.includes(value);
  return (targetFacets as readonly string[]).includes(test.facet) ? false : { missing: test.facet };
}

/** Names of the facets that an expression asks about. */
export function facetsIn(expr: FacetExpr): readonly string[] {
  if ('any' in expr) return expr.any.flatMap(facetsIn);
  return expr.all.flatMap((test) => ('not' in test ? facetsIn(test.not) : [test.facet]));
}

/**
 * The facets as this regulation sees them: a value that its scale doesn't know counts as the highest that it knows
 * below, and as its lowest where it knows none below. `scale`: per facet its values, rising.
 */
export function asKnown(scale: Readonly<Record<string, readonly string[]>>, facets: Facets): Facets {
  const seen = Object.entries(facets).map(([facet, value]) => [facet, knownValue(facet, value, scale)] as const);
  return Object.fromEntries(seen);
}

function knownValue(facet: string, value: string, scale: Readonly<Record<string, readonly string[]>>): string {
  const known = Object.hasOwn(scale, facet) ? scale[facet] : undefined;
  const order = Object.hasOwn(rising, facet) ? rising[facet] : undefined;
  if (!known || !order || known.includes(value) || !order.includes(value)) return value;
  const below = known.filter((word) => order.indexOf(word) < order.indexOf(value));
  return below.at(-1) ?? known[0] ?? value;
}

/** Is `to` above `from` in this rising order? False for equal values, and for a value that the order doesn't have. */
export function mayRaise(scale: readonly string[], from: string, to: string): boolean {
  return scale.includes(from) && scale.indexOf(to) > scale.indexOf(from);
}

/**
 * What a reviewer may change: weight, reach and sensitive, upwards. Refused: `facet_lowered` (only starting over
 * lowers), `facet_fixed` (any other facet: it decides which chain it is, so it starts over too). A4.
 */
export function raise(before: Facets, after: Facets): Outcome<{ raised: readonly string[] }> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = names.filter((name) => before[name] !== after[name]);
  if (changed.some((name) => !Object.hasOwn(rising, name))) return refuse('facet_fixed');
  const raised = changed.filter((name) => mayRaise(rising[name] ?? [], before[name] ?? '', after[name] ?? ''));
  return raised.length === changed.length ? { ok: true, raised } : refuse('facet_lowered');
}
