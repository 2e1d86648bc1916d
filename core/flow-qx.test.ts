/** QX-6 and QX-8 by hand: the administrator compiles, office or leader approves, the administrator publishes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verbsOf } from './access.ts';
import { type Ask, decide, type Facts, type Run } from './article.ts';
import { chainOf, said, shown, under } from './chain-words.fixture.ts';
import { anyFacets, anyRise, raised } from './facets.fixture.ts';
import { acting, onSubSite, qx, qxPeople, qxTarget } from './regimes.fixture.ts';
import { adoptable, listedAt } from './regulation/adopt.ts';
import type { Facets } from './regulation/types.ts';
import { contributorsOf, takersOf } from './takers.ts';
import { zj } from './zj.fixture.ts';

const compiles = 'edit administrator of network';
const publishes = 'publish administrator of network';
const general = [compiles, 'approve reviewer of office', publishes];
const major = [compiles, 'approve vice-leader of forecast', publishes];
const byHand: readonly (readonly [string, Facets, readonly string[]])[] = [
  ['QX-8.1 general: the office reviews', {}, general],
  ['QX-8.1 general news: the same', { kind: 'news', reach: 'bureau', sensitive: 'yes' }, general],
  ['QX-8.1 important is no more than general here', { weight: 'important' }, general],
  ['QX-8.2 major: the vice leader in charge approves', { weight: 'major' }, major],
  ['QX-8.2 what is more than major goes the same way', { weight: 'extreme', kind: 'notice', reach: 'cluster' }, major],
];

test.each(byHand)('%s', (_name, facets, expected) => {
  expect(shown(chainOf(qxTarget(facets)))).toEqual(expected);
});

test('each step stands under its own clause; the administrator sorts by weight, and who approves signs it', () => {
  const chain = chainOf(qxTarget({ weight: 'major' }));
  expect(chain.steps.map(under)).toEqual([
    'edit administrator of network under qx-site#8.2',
    'approve vice-leader of forecast under qx-site#8.2',
  ]);
  expect(chain.steps.map((step) => step.confirms)).toEqual([['kind', 'weight'], ['weight']]);
  expect([chain.publish.clause, chain.requires]).toEqual(['qx-site#8.2', []]);
});

const takers = (facets: Facets, contributors: readonly string[], absent: readonly string[] = []) =>
  chainOf(qxTarget(facets)).steps.map((step) => takersOf(step, acting(qxPeople, absent), contributors));

test('QX-8 the administrator compiles also what he wrote himself', () => {
  expect(takers({}, ['feng'])).toEqual([['wu'], ['cen']]);
  expect(takers({}, ['wu'])).toEqual([['wu'], ['cen']]);
});

test('QX-8.1 an office reviewer who wrote himself, or is not there, is stood in for by the leader of the office', () => {
  expect(takers({}, ['cen'])).toEqual([['wu'], ['hao']]);
  expect(takers({}, ['lan'], ['cen'])).toEqual([['wu'], ['hao']]);
});

test('QX-8.2 without a vice leader, or where he had a hand in it, the main leader approves', () => {
  expect(takers({ weight: 'major' }, ['feng'])).toEqual([['wu'], ['hao']]);
  expect(takers({ weight: 'major' }, ['feng'], ['hao'])).toEqual([['wu'], ['duan']]);
  expect(takers({ weight: 'major' }, ['feng', 'hao'])).toEqual([['wu'], ['duan']]);
});

const runAt = (step: number, contributors: readonly string[]): Run => ({
  state: 'open',
  step,
  hash: 'h',
  chain: chainOf(qxTarget()),
  facets: {},
  contributors,
  used: [],
  decided: [],
});
const passOn = (person: string, post: string, run: Run) => {
  const ask: Ask = { verb: 'approve', person, post, step: run.step, hash: 'h' };
  const facts: Facts = { roles: ['holder'], apart: [], raisesOnly: true };
  const ruling = decide({ placement: 'none', everPublic: false, discarded: false, run }, ask, facts);
  return ruling.ok ? `${ruling.event}, ${ruling.run} at ${ruling.step}` : ruling.why;
};

test('QX-8 passing on at the compiling step is no approval: who contributed may, and the office still has to', () => {
  expect(passOn('wu', 'administrator', runAt(0, ['wu']))).toBe('article.step_taken, open at 1');
  expect(passOn('cen', 'reviewer', runAt(1, ['cen']))).toBe('own_work');
});

test('A3 whoever took the compiling step has a hand in the text, and may not approve it', () => {
  const chain = chainOf(qxTarget());
  const hands = contributorsOf(chain, ['feng'], [{ step: 0, person: 'wu' }]);
  expect(hands).toEqual(['feng', 'wu']);
  expect(contributorsOf(chain, ['feng'], [{ step: 1, person: 'cen' }])).toEqual(['feng']);
  expect(passOn('wu', 'reviewer', runAt(1, hands))).toBe('own_work');
});

test('QX-6 a redesign goes to the leader of the network centre, then to the main leader, and then is carried out', () => {
  const { steps, publish, requires } = chainOf(qxTarget(), 'site.redesign');
  expect([steps.map(under), publish.by, requires]).toEqual([
    ['review vice-leader of network under qx-site#6', 'decide main-leader of weather under qx-site#6'],
    'author',
    [],
  ]);
  expect(steps.map((step) => takersOf(step, acting(qxPeople), ['wu']))).toEqual([['hao'], ['duan']]);
  expect(steps.map((step) => takersOf(step, acting(qxPeople, ['hao']), ['wu']))).toEqual([['duan'], ['duan']]);
});

test('QX-9 whatever it is, somebody approves it, and only the administrator publishes', () => {
  fc.assert(
    fc.property(anyFacets, (facets) => {
      const { steps, publish } = chainOf(qxTarget(facets));
      expect(steps.filter((step) => step.act === 'approve')).toHaveLength(1);
      expect(publish).toMatchObject({ by: 'post', post: ['administrator'], units: ['network'] });
    }),
    { numRuns: 200 },
  );
});

test('A4 under QX only the rise from general to major changes steps: the leader for the office, and a reading says so', () => {
  fc.assert(
    fc.property(anyFacets, anyRise, (facets, rise) => {
      const before = chainOf(qxTarget(facets));
      const after = chainOf(qxTarget(raised(facets, rise)));
      const lost = before.steps.map(said).filter((one) => !after.steps.map(said).includes(one));
      if (before.flow === after.flow) expect(lost).toEqual([]);
      else expect([before.flow, after.flow, lost]).toEqual(['general', 'major', ['approve reviewer of office']]);
    }),
    { numRuns: 300 },
  );
  expect(chainOf(qxTarget({ weight: 'major' })).reading).toContain('代替办公室审核');
});

test('QX-7, QX-10, QX-15 sections hand in; the administrator alone publishes and takes down', () => {
  const held = verbsOf(acting(qxPeople), [qx]);
  const able = (verb: string) => [...new Set(held.filter((one) => one.verbs.includes(verb)).map((one) => one.person))];
  expect(able('submit')).toEqual(['feng', 'lan']);
  expect(able('publish')).toEqual(['wu']);
  expect(able('withdraw')).toEqual(['wu']);
  expect(able('edit')).toEqual(['wu']);
});

test('QX-1 states the purpose alone, and gives nobody anything', () => {
  expect(qx.regulation.blocks.filter(({ clause }) => clause === '1').map(({ kind }) => kind)).toEqual(['note']);
});

test('QX-2 layout, network and daily running are the network centre’s, content is the office’s', () => {
  expect(qx.regulation.remits.map(({ part, who }) => [part.join(' '), who])).toEqual([
    ['design network server daily technique', 'network'],
    ['content', 'office'],
  ]);
});

test('the bureau with these people may adopt QX, also for a sub-site under ZJ-13.3', () => {
  expect(adoptable(qx.regulation, qx.binding, qxPeople, [])).toEqual([]);
  expect(adoptable(qx.regulation, qx.binding, onSubSite(qxPeople, qx.binding.unit), [zj])).toEqual([]);
  // Without a site of its own, or with the main one, what ZJ-5 adds to the main site has to be done by somebody.
  const main = { ...qxPeople, sites: [{ owner: qx.binding.unit, rank: 'main' as const }] };
  for (const people of [qxPeople, main]) expect(adoptable(qx.regulation, qx.binding, people, [zj])).not.toEqual([]);
});

test('QX can’t be adopted without an administrator, nor where he is the office’s only reviewer and nobody leads it', () => {
  const refused = (holdings: typeof qxPeople.holdings, leading = qxPeople.leading) =>
    adoptable(qx.regulation, qx.binding, { ...qxPeople, holdings, leading }, []).map((reason) => reason.why);
  expect(refused(qxPeople.holdings.filter((one) => one.person !== 'wu'))).toContain('nobody_holds');
  const both = qxPeople.holdings.map((one) => (one.person === 'cen' ? { ...one, person: 'wu' } : one));
  expect(refused(both)).toEqual([]);
  expect(refused(both, [{ person: 'hao', unit: 'forecast' }])).toContain('not_separable');
});

test('nothing of QX that concerns texts is left undone: the adopter is told of no step', () => {
  expect(listedAt(qx.regulation, qx.binding, qxPeople, [])).toEqual([]);
});
