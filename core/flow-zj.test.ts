/** ZJ-13.2 by hand: who takes which step, and who publishes, for each kind of text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainOf, shown as shownBy, under } from './chain-words.fixture.ts';
import { anyRise, facetsAmong, mainFacets, raised } from './facets.fixture.ts';
import { type Chain, chainFor } from './flow.ts';
import type { Facets } from './regulation/types.ts';
import { mainTarget, subTarget } from './zj.fixture.ts';

const shown = (chain: Chain) => shownBy(chain, under);
const head = 'approve head of food under zj-portal#13.2';
const secrecy = 'review secrecy-reviewer of office under zj-portal#5';
const office = 'review head of office under zj-portal#13.2';
const leaders = 'decide vice-leader|main-leader of bureau under zj-portal#13.2';
const plain = [head, secrecy];
const grave = [head, office, secrecy, leaders];

const byHand: readonly (readonly [Facets, readonly string[]])[] = [
  [{ kind: 'news', reach: 'section', weight: 'general', sensitive: 'no' }, [...plain, 'publish author']],
  [{ kind: 'news', reach: 'section', weight: 'general', sensitive: 'yes' }, [...grave, 'publish author']],
  [{ kind: 'news', reach: 'section', weight: 'important', sensitive: 'no' }, [...grave, 'publish author']],
  [{ kind: 'news', reach: 'section', weight: 'important', sensitive: 'yes' }, [...grave, 'publish author']],
  [{ kind: 'notice', reach: 'bureau', weight: 'general', sensitive: 'no' }, [...plain, 'publish publisher of office']],
  [{ kind: 'notice', reach: 'bureau', weight: 'general', sensitive: 'yes' }, [...grave, 'publish publisher of office']],
  [
    { kind: 'notice', reach: 'bureau', weight: 'important', sensitive: 'no' },
    [...grave, 'publish publisher of office'],
  ],
  [
    { kind: 'notice', reach: 'bureau', weight: 'important', sensitive: 'yes' },
    [...grave, 'publish publisher of office'],
  ],
  [{ kind: 'notice', reach: 'section', weight: 'general', sensitive: 'no' }, [...plain, 'publish author']],
  [{ kind: 'news', reach: 'bureau', weight: 'general', sensitive: 'no' }, [...plain, 'publish author']],
];

test.each(byHand)('ZJ-13.2 %o takes its chain, each step under its article', (facets, expected) => {
  expect(shown(chainOf(mainTarget(facets)))).toEqual(expected);
});

test('ZJ-13.2 a weight that the text does not know counts as the highest it knows below', () => {
  expect(shown(chainOf(mainTarget({ weight: 'extreme' })))).toEqual([...grave, 'publish author']);
  expect(shown(chainOf(mainTarget({ kind: 'notice', reach: 'cluster' })))).toEqual([
    ...plain,
    'publish publisher of office',
  ]);
});

test('ZJ-13.2 the head signs the facets, and the leader in charge stands in for the head', () => {
  expect(chainOf(mainTarget({})).steps[0]).toMatchObject({
    confirms: ['kind', 'weight', 'sensitive', 'reach'],
    else: { post: ['vice-leader'], units: ['food'] },
  });
});

test('ZJ-13.2 a text of the office goes to its head, and to the same head again when it is important', () => {
  const chain = chainOf(mainTarget({ weight: 'important' }, { authorUnit: 'office' }));
  expect(shown(chain).slice(0, 2)).toEqual(['approve head of office under zj-portal#13.2', office]);
});

test('a chain says its version, its flow, its article and its reading', () => {
  expect(chainOf(mainTarget({}))).toMatchObject({
    versionId: 'zj-portal-1',
    flow: 'main-site',
    clause: 'zj-portal#13.2',
    requires: [],
    reading: expect.stringContaining('任一人审定'),
  });
});

test('ZJ-13.3 a sub-site without a rule of its own publishes nothing', () => {
  const target = subTarget({}, { path: mainTarget({}).path });
  expect(chainFor('article.publish', target)).toEqual({
    ok: false,
    why: 'floor_without_chain',
    clause: 'zj-portal#13.3',
  });
});

test('ZJ-13.3 a sub-site follows its own rule, and no step of the main site is added', () => {
  const deputy = 'approve head of branch-quality under substation-portal#4';
  const leader = 'decide main-leader of branch under substation-portal#4';
  expect(shown(chainOf(subTarget({})))).toEqual([deputy, 'publish author']);
  expect(shown(chainOf(subTarget({ sensitive: 'yes' })))).toEqual([deputy, leader, 'publish author']);
  expect(shown(chainOf(subTarget({ weight: 'major' })))).toEqual([deputy, leader, 'publish author']);
});

test('ZJ-13.3 the branch does not set the chain of the main site', () => {
  const target = mainTarget({}, { path: subTarget({}).path });
  expect(chainOf(target).flow).toBe('main-site');
});

const allFacets = facetsAmong([...mainFacets, 'hosting', 'nature']);

test('T4 no facets whatever give a chain without a step: a target without a chain is refused', () => {
  fc.assert(
    fc.property(allFacets, fc.boolean(), (facets, ownRule) => {
      const target =
        facets.site === 'sub' ? subTarget(facets, ownRule ? {} : { path: mainTarget({}).path }) : mainTarget(facets);
      const answer = chainFor('article.publish', target);
      expect(answer.ok).toBe(facets.site === 'main' || ownRule);
      if (answer.ok) expect(answer.chain.steps.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('A4 raising weight, reach or sensitivity never drops a step', () => {
  fc.assert(
    fc.property(allFacets, anyRise, (facets, rise) => {
      const target = facets.site === 'sub' ? subTarget : mainTarget;
      const before = chainOf(target(facets)).steps.map(under);
      const after = chainOf(target(raised(facets, rise))).steps.map(under);
      expect(after).toEqual(expect.arrayContaining(before));
    }),
    { numRuns: 500 },
  );
});
