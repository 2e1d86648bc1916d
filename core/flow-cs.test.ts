/** CS-2, CS-4 and CS-11 by hand: a section's own, business data, what concerns the bureau, and answers to letters. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verbsOf } from './access.ts';
import { chainOf, said, shown, under } from './chain-words.fixture.ts';
import { anyFacets, anyRise, raised } from './facets.fixture.ts';
import { chainFor } from './flow.ts';
import { acting, cs, csPeople, csTarget, onSubSite } from './regimes.fixture.ts';
import { adoptable } from './regulation/adopt.ts';
import type { Facets } from './regulation/types.ts';
import { takersOf } from './takers.ts';
import { zj } from './zj.fixture.ts';

const head = 'approve head of budget';
const leader = 'approve vice-leader of budget';
const director = 'decide main-leader of finance';
const office = 'publish publisher of office';
const byHand: readonly (readonly [string, Facets, readonly string[]])[] = [
  ['CS-4.2 a section’s own: its head, published directly', { kind: 'news' }, [head, 'publish author']],
  ['CS-4.2 a section’s own notice: the same', { kind: 'notice' }, [head, 'publish author']],
  [
    'CS-2 a section’s own data: its head, published by the centre',
    { kind: 'data' },
    [head, 'publish data-keeper of centre'],
  ],
  ['CS-4.3 bureau-wide: head, vice leader, the office publishes', { reach: 'bureau' }, [head, leader, office]],
  ['CS-4.3 bureau-wide data: the same', { kind: 'data', reach: 'bureau' }, [head, leader, office]],
  [
    'CS-4.3 bureau-wide and extreme: the director as well',
    { reach: 'bureau', weight: 'extreme' },
    [head, leader, director, office],
  ],
  ['CS-4.3 extreme is never a section’s own', { weight: 'extreme' }, [head, leader, director, office]],
  ['CS-4.3 extreme data: the same', { kind: 'data', weight: 'extreme' }, [head, leader, director, office]],
  ['CS-4.2 a weight below extreme that CS doesn’t know is general', { weight: 'major' }, [head, 'publish author']],
  ['CS-4.3 more than the bureau counts as bureau-wide', { reach: 'cluster' }, [head, leader, office]],
  ['CS-4.2 sensitivity is nothing that CS asks about', { sensitive: 'yes' }, [head, 'publish author']],
];

test.each(byHand)('%s', (_name, facets, expected) => {
  expect(shown(chainOf(csTarget(facets)))).toEqual(expected);
});

test('each step stands under its own clause, and the head signs kind, weight and reach', () => {
  const { steps, publish, requires } = chainOf(csTarget({ reach: 'bureau', weight: 'extreme' }));
  expect(steps.map(under)).toEqual([
    'approve head of budget under cs-portal#4.3',
    'approve vice-leader of budget under cs-portal#4.3',
    'decide main-leader of finance under cs-portal#4.3',
  ]);
  expect([publish.clause, requires]).toEqual(['cs-portal#4.3', []]);
  for (const facets of [{}, { kind: 'data' }, { reach: 'bureau' }])
    expect(chainOf(csTarget(facets)).steps[0]?.confirms).toEqual(['kind', 'weight', 'reach']);
});

const takers = (facets: Facets, contributors: readonly string[], absent: readonly string[] = []) =>
  chainOf(csTarget(facets)).steps.map((step) => takersOf(step, acting(csPeople, absent), contributors));

test('CS-4.2 a head who wrote himself, or is not there, is stood in for by the leader in charge', () => {
  expect(takers({}, ['gan'])).toEqual([['bi']]);
  expect(takers({}, ['bi'])).toEqual([['lou']]);
  expect(takers({}, ['gan'], ['bi'])).toEqual([['lou']]);
});

test('CS-4.3 without a vice leader the director approves, also what he decides afterwards', () => {
  expect(takers({ reach: 'bureau' }, ['gan'], ['lou'])).toEqual([['bi'], ['mo']]);
  expect(takers({ weight: 'extreme' }, ['gan'], ['lou'])).toEqual([['bi'], ['mo'], ['mo']]);
});

test('CS-4.3 a vice leader who had a hand in the text doesn’t approve it', () => {
  expect(takers({ reach: 'bureau' }, ['gan', 'lou'])).toEqual([['bi'], ['mo']]);
});

test('CS-11 an answer goes to the head of the answering section, then to the leader in charge of it', () => {
  const path = [{ ...cs, binding: { ...cs.binding, roles: { ...cs.binding.roles, 'leg.unit': ['tax'] } } }];
  const { steps, requires } = chainOf(csTarget({}, { path }), 'letter.answer');
  expect([steps.map(under), requires]).toEqual([
    ['approve head of tax under cs-portal#11', 'approve vice-leader of tax under cs-portal#11'],
    [],
  ]);
  expect(steps.map((step) => step.else?.post)).toEqual([['vice-leader'], ['main-leader']]);
});

test('CS-11 where nobody holds the letter there is no chain for its answer', () => {
  expect(chainFor('letter.answer', csTarget())).toEqual({ ok: false, why: 'unbound', clause: 'cs-portal#11' });
});

const verbs = (person: string) =>
  verbsOf(acting(csPeople), [cs]).flatMap((one) => (one.person === person ? one.verbs.toSorted().join(' ') : []));

test('CS-4.1, CS-6, CS-9 a section’s information officer uploads, publishes and maintains what is the section’s', () => {
  expect(verbs('gan')).toEqual(['publish submit withdraw write']);
  expect(verbs('bi')).toEqual(['approve']);
});

test('CS-2 the office’s publisher publishes and the centre’s keeper of data writes and publishes', () => {
  expect(verbs('yu')).toEqual(['publish withdraw']);
  expect(verbs('dai')).toEqual(['publish submit withdraw write']);
});

test('CS-11 office and centre may take down what must not stand', () => {
  expect(verbs('an')).toEqual(['withdraw']);
  expect(verbsOf([{ person: 'x', post: 'administrator', unit: 'centre' }], [cs])[0]?.verbs).toEqual(['withdraw']);
});

test('CS-1 the house is led as one: the leading group is first, over what CS-2 divides', () => {
  const lead = cs.regulation.remits.filter(({ part }) => part.includes('lead'));
  expect(lead.map(({ for: which, who, clause }) => [which, who, clause])).toEqual([[{ all: [] }, 'group', '2']]);
  expect(cs.regulation.blocks.filter(({ clause }) => clause === '1').map(({ kind }) => kind)).toEqual(['note']);
});

test('CS-2 content is the office’s but for business data, which are the centre’s', () => {
  const answers = cs.regulation.remits.filter(({ part }) => part.includes('content'));
  expect(answers.map(({ for: which, who }) => [which, who])).toEqual([
    [{ all: [{ not: { all: [{ facet: 'kind', in: ['data'] }] } }] }, 'office'],
    [{ all: [{ facet: 'kind', in: ['data'] }] }, 'centre'],
  ]);
});

test('the bureau with these people may adopt CS, also for a sub-site under ZJ-13.3', () => {
  expect(adoptable(cs.regulation, cs.binding, csPeople, [])).toEqual([]);
  expect(adoptable(cs.regulation, cs.binding, onSubSite(csPeople, cs.binding.unit), [zj])).toEqual([]);
});

test('without a director, or without the office’s publisher, CS can’t be adopted', () => {
  const refused = (person: string) =>
    adoptable(
      cs.regulation,
      cs.binding,
      { ...csPeople, holdings: csPeople.holdings.filter((one) => one.person !== person) },
      [],
    ).map((reason) => `${reason.why} ${reason.clause}`);
  expect(refused('mo')).toEqual(['nobody_holds cs-portal#4.3']);
  expect(refused('yu')).toEqual(['nobody_publishes cs-portal#4.3']);
});

test('A4 under CS raising weight, reach or sensitivity never drops a step', () => {
  fc.assert(
    fc.property(anyFacets, anyRise, (facets, rise) => {
      const before = chainOf(csTarget(facets)).steps.map(said);
      expect(chainOf(csTarget(raised(facets, rise))).steps.map(said)).toEqual(expect.arrayContaining(before));
    }),
    { numRuns: 300 },
  );
});
