/** JY-12 and JY-13 by hand: four chains by kind, who publishes each, and who stands in. */
import { expect, test } from 'vitest';
import { verbsOf } from './access.ts';
import { chainOf, shown, under } from './chain-words.fixture.ts';
import { chainFor } from './flow.ts';
import { acting, jy, jyPeople, jyTarget, onSubSite } from './regimes.fixture.ts';
import { adoptable } from './regulation/adopt.ts';
import { holdersOf, publishersPosts, takersOf } from './takers.ts';
import { facetValues } from './vocabulary/facets.ts';
import { zj } from './zj.fixture.ts';

const other = ['decide vice-leader of primary', 'publish column-editor of staff'];
const byHand: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'JY-12a a document goes to the office, then to the main leader',
    'document',
    ['review reviewer of office', 'decide main-leader of edu', 'publish column-editor of staff'],
  ],
  ['JY-12b other information is signed by the vice leader', 'information', other],
  ['JY-12b a guide is other information', 'guide', other],
  ['JY-12b data are other information', 'data', other],
  ['JY-12b an interpretation is other information', 'interpretation', other],
  ['JY-12b a common question is other information', 'faq', other],
  ['JY-12b what the institution is, is other information', 'institution', other],
  [
    'JY-12c a public notice is reviewed and published by the office alone',
    'notice',
    ['approve reviewer of office', 'publish publisher of office'],
  ],
  [
    'JY-13 news are reviewed and published by the responsible editor of the column',
    'news',
    ['approve responsible-editor of staff', 'publish responsible-editor of staff'],
  ],
];

test.each(byHand)('%s', (_name, kind, expected) => {
  expect(shown(chainOf(jyTarget({ kind })))).toEqual(expected);
});

test('every kind that there is has its chain written down here', () => {
  expect(byHand.map(([, kind]) => kind).toSorted()).toEqual([...(facetValues.kind ?? [])].toSorted());
});

test('JY-12 only the kind chooses the chain: raising weight, reach or sensitivity changes no step (A4)', () => {
  for (const kind of facetValues.kind ?? []) {
    const plain = shown(chainOf(jyTarget({ kind })));
    for (const weight of facetValues.weight ?? [])
      for (const reach of facetValues.reach ?? [])
        for (const sensitive of ['no', 'yes'])
          expect(shown(chainOf(jyTarget({ kind, weight, reach, sensitive })))).toEqual(plain);
  }
});

test('each step stands under its own clause', () => {
  expect(chainOf(jyTarget({ kind: 'document' })).steps.map(under)).toEqual([
    'review reviewer of office under jy-education-site#12a',
    'decide main-leader of edu under jy-education-site#12a',
  ]);
  expect(chainOf(jyTarget({ kind: 'notice' })).publish.clause).toBe('jy-education-site#12c');
});

test('JY-12a the way of disclosure is confirmed by the office before the leader decides, and nothing waits behind it', () => {
  const { steps, publish, requires } = chainOf(jyTarget({ kind: 'document' }));
  expect(steps[0]?.confirms).toEqual(['kind', 'disclosure']);
  expect(steps[1]?.confirms).toBeUndefined();
  expect([publish.after, requires]).toEqual([undefined, []]);
});

test('JY-12c, JY-13 whoever reviews a notice or news confirms that it is one', () => {
  for (const kind of ['notice', 'news'])
    expect(chainOf(jyTarget({ kind })).steps.map((step) => step.confirms)).toEqual([['kind']]);
});

test('JY-13 the editor’s corrections are suggestions, so that he stays the reviewer', () => {
  const [step] = chainOf(jyTarget({ kind: 'news' })).steps;
  expect(step?.edits).toBe('suggest');
  expect(step && takersOf(step, acting(jyPeople), ['xia'])).toEqual(['kong']);
});

const takers = (kind: string, contributors: readonly string[], absent: readonly string[] = []) =>
  chainOf(jyTarget({ kind })).steps.map((step) => takersOf(step, acting(jyPeople, absent), contributors));

test('JY-12b the leader in charge of the writing section signs; where he wrote, or nobody is, the main leader', () => {
  expect(takers('guide', ['xia'])).toEqual([['ruan']]);
  expect(takers('guide', ['xia', 'ruan'])).toEqual([['lei']]);
  expect(takers('guide', ['xia'], ['ruan'])).toEqual([['lei']]);
});

test('JY-12a, JY-12c the office’s reviewer who wrote himself is stood in for by the head of the office', () => {
  expect(takers('document', ['shi'])).toEqual([['tao'], ['lei']]);
  expect(takers('notice', ['shi'])).toEqual([['tao']]);
  expect(takers('notice', ['xia'], ['shi'])).toEqual([['tao']]);
});

test('JY-13 an editor who wrote himself is reviewed by the office', () => {
  expect(takers('news', ['kong'])).toEqual([['shi']]);
});

test('JY-12c the office’s publisher and nobody else can publish a notice; the columns’ people publish the rest', () => {
  const publishers = (kind: string) =>
    holdersOf(
      publishersPosts(chainOf(jyTarget({ kind })), { post: 'column-editor', unit: 'primary' }),
      acting(jyPeople),
    );
  expect(publishers('notice')).toEqual(['yue']);
  expect(publishers('news')).toEqual(['kong']);
  expect(publishers('document')).toEqual(['dong']);
  expect(publishers('data')).toEqual(['dong']);
});

test('JY-8, JY-15 a column’s named person uploads, publishes and maintains; reviewers don’t write', () => {
  const verbs = verbsOf(acting(jyPeople), [jy]).map((one) => [one.person, one.unit, one.verbs.toSorted().join(' ')]);
  expect(verbs).toContainEqual(['dong', 'staff', 'publish submit withdraw write']);
  expect(verbs).toContainEqual(['kong', 'staff', 'approve publish']);
  expect(verbs).toContainEqual(['shi', 'office', 'approve']);
  expect(verbs).toContainEqual(['yue', 'office', 'publish withdraw']);
  expect(verbs).toContainEqual(['lei', 'edu', 'approve']);
});

test('JY-15 a post of a unit that leads no column gives no right', () => {
  const stranger = { person: 'xu', post: 'column-editor', unit: 'arts' };
  expect(verbsOf([stranger], [jy])).toEqual([{ ...stranger, verbs: [] }]);
});

test('JY-6, JY-7, JY-8, JY-17 each part of the site has who answers for it', () => {
  expect(jy.regulation.remits.map(({ part, who, clause }) => [clause, part.join(' '), who])).toEqual([
    ['6', 'plan daily', 'office'],
    ['7', 'network server technique', 'technical'],
    ['8', 'content', 'column.lead'],
    ['17', 'supervise', 'office'],
  ]);
});

test('the bureau with these people may adopt JY, also for a sub-site under ZJ-13.3', () => {
  expect(adoptable(jy.regulation, jy.binding, jyPeople, [])).toEqual([]);
  expect(adoptable(jy.regulation, jy.binding, onSubSite(jyPeople, jy.binding.unit), [zj])).toEqual([]);
});

test('without a main leader, or without an editor where news may stand, JY can’t be adopted', () => {
  const without = (person: string) => ({
    ...jyPeople,
    holdings: jyPeople.holdings.filter((one) => one.person !== person),
  });
  const clauses = (person: string) =>
    adoptable(jy.regulation, jy.binding, without(person), []).map((reason) => `${reason.why} ${reason.clause}`);
  expect(clauses('lei')).toEqual(['nobody_holds jy-education-site#12a']);
  expect(new Set(clauses('kong'))).toEqual(new Set(['nobody_publishes jy-education-site#13']));
});

test('on a sub-site under ZJ, JY gives the chain and the bureau’s secrecy step stays with the main site', () => {
  const sub = jyTarget({ kind: 'news', site: 'sub' }, { path: [jy, zj] });
  expect(shown(chainOf(sub))).toEqual(['approve responsible-editor of staff', 'publish responsible-editor of staff']);
  expect(chainFor('article.publish', { ...sub, path: [zj] })).toMatchObject({ ok: false, why: 'floor_without_chain' });
});
