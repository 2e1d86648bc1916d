import { expect, test } from 'vitest';
import { asKnown, evaluate, facetsIn, mayRaise, missingFacet, raise } from './facets.ts';
import type { FacetExpr } from './regulation/types.ts';

const sensitive: FacetExpr = { all: [{ facet: 'sensitive', in: ['yes'] }] };
const important: FacetExpr = { all: [{ facet: 'weight', in: ['important', 'major'] }] };
const either: FacetExpr = { any: [sensitive, important] };

test.each<readonly [string, FacetExpr, Readonly<Record<string, string>>, boolean]>([
  ['everything', { all: [] }, {}, true],
  ['nothing', { any: [] }, {}, false],
  ['one of the values', important, { weight: 'major' }, true],
  ['none of the values', important, { weight: 'general' }, false],
  ['a facet that is absent', important, {}, false],
  ['any of two', either, { weight: 'general', sensitive: 'yes' }, true],
  ['neither of two', either, { weight: 'general', sensitive: 'no' }, false],
  ['a negation', { all: [{ not: either }] }, { weight: 'general', sensitive: 'no' }, true],
  [
    'all of a map',
    {
      all: [
        { facet: 'weight', in: ['major'] },
        { facet: 'kind', in: ['news'] },
      ],
    },
    { weight: 'major', kind: 'notice' },
    false,
  ],
])('%s', (_name, expr, facets, expected) => {
  expect(evaluate(expr, facets)).toBe(expected);
});

test.each<readonly [string, FacetExpr, Readonly<Record<string, string>>, string | undefined]>([
  ['a content facet that nobody stated', sensitive, {}, 'sensitive'],
  ['one that another part of the list decides', either, { weight: 'major' }, undefined],
  ['one that is not decided elsewhere', either, { weight: 'general' }, 'sensitive'],
  ['one inside a negation', { all: [{ not: sensitive }] }, {}, 'sensitive'],
  [
    'one behind a target facet that does not hold',
    {
      all: [
        { facet: 'site', in: ['sub'] },
        { facet: 'topic', in: ['x'] },
      ],
    },
    { site: 'main' },
    undefined,
  ],
  ['a class that the column does not have', { all: [{ facet: 'class', in: ['business'] }] }, {}, undefined],
])('missing: %s', (_name, expr, facets, expected) => {
  expect(missingFacet(expr, facets)).toBe(expected);
});

test('the facets of an expression are found at every depth', () => {
  expect(facetsIn({ any: [{ all: [{ not: important }] }, sensitive] })).toEqual(['weight', 'sensitive']);
});

test.each([
  ['a value above the scale counts as its highest', ['general', 'important'], 'extreme', 'important'],
  ['a value between counts as the next below', ['general', 'extreme'], 'major', 'general'],
  ['a value below the scale counts as its lowest', ['important', 'major'], 'general', 'important'],
  ['a known value stays', ['general', 'important'], 'general', 'general'],
  ['a word of no order stays as it is', ['general', 'important'], 'huge', 'huge'],
])('%s', (_name, weight, value, expected) => {
  expect(asKnown({ weight }, { weight: value, kind: 'news' })).toEqual({ weight: expected, kind: 'news' });
});

test.each([
  ['general', 'important', true],
  ['important', 'general', false],
  ['general', 'general', false],
  ['general', 'huge', false],
  ['huge', 'important', false],
])('from %s to %s is a rise: %s', (from, to, expected) => {
  expect(mayRaise(['general', 'important', 'major'], from, to)).toBe(expected);
});

test.each<readonly [string, Readonly<Record<string, string>>, unknown]>([
  [
    'weight and sensitivity rise together',
    { weight: 'major', sensitive: 'yes', kind: 'news' },
    { ok: true, raised: ['sensitive', 'weight'] },
  ],
  ['nothing changes', { weight: 'general', sensitive: 'no', kind: 'news' }, { ok: true, raised: [] }],
  ['the kind changes', { weight: 'general', sensitive: 'no', kind: 'notice' }, { ok: false, why: 'facet_fixed' }],
  ['one rises and another is taken away', { weight: 'major', kind: 'news' }, { ok: false, why: 'facet_lowered' }],
  [
    'a facet appears',
    { weight: 'general', sensitive: 'no', kind: 'news', topic: 'x' },
    { ok: false, why: 'facet_fixed' },
  ],
])('A4 facets are only raised in review: %s', (_name, after, expected) => {
  expect(raise({ weight: 'general', sensitive: 'no', kind: 'news' }, after)).toEqual(expected);
});

test('A4 weight is not lowered in review', () => {
  expect(raise({ weight: 'major' }, { weight: 'general' })).toEqual({ ok: false, why: 'facet_lowered' });
});
