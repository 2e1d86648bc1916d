/** ZJ by hand, from its articles: who answers for which site and column, who may put a text in, and when it may go out. */
import { expect, test } from 'vitest';
import { verbsOf } from './access.ts';
import { chainOf, said, under } from './chain-words.fixture.ts';
import { chainFor } from './flow.ts';
import { adoptable, adviceOn } from './regulation/adopt.ts';
import { binding, bureau } from './regulation/bureau.fixture.ts';
import { actingIn } from './regulation/organisation.ts';
import type { Remit } from './regulation/types.ts';
import { approved, begin, type Going, type House, mayPublish } from './run.fixture.ts';
import type { Acting } from './takers.ts';
import { facetValues } from './vocabulary/facets.ts';
import { mainTarget, substation, subTarget, zj } from './zj.fixture.ts';

const { regulation } = zj;
const house: House = { acting: actingIn(bureau), apart: regulation.apart };
const remitSaid = ({ for: which, part, who }: Remit) => [JSON.stringify(which), part.join(' '), who];
const remitsOf = (article: string) =>
  regulation.remits.filter(({ clause }) => clause === article || clause.startsWith(`${article}.`)).map(remitSaid);
const everywhere = '{"all":[]}';
const only = (facets: Readonly<Record<string, string>>) =>
  JSON.stringify({ all: Object.entries(facets).map(([facet, value]) => ({ facet, in: [value] })) });

test('ZJ-4 the centre plans for all sites; it builds, runs and supports the main one, and may take down what stands there', () => {
  expect(remitsOf('4')).toEqual([
    [everywhere, 'plan coordinate', 'centre'],
    [only({ site: 'main' }), 'design daily technique train', 'centre'],
    [everywhere, 'supervise assess', 'centre'],
  ]);
  expect(verbsOf([{ person: 'guan', post: 'administrator', unit: 'centre' }], [zj])[0]?.verbs).toEqual(['withdraw']);
});

/** Every combination of what ZJ asks about a text for the main site. */
const everyText = (facetValues.kind ?? []).flatMap((kind) =>
  ['general', 'important'].flatMap((weight) =>
    ['section', 'bureau'].flatMap((reach) => ['no', 'yes'].map((sensitive) => ({ kind, weight, reach, sensitive }))),
  ),
);

test('ZJ-5 whatever it is, a text for the main site is checked for secrets by the office, and a branch’s own is not', () => {
  const secrecy = 'review secrecy-reviewer of office under zj-portal#5';
  for (const facets of everyText) {
    expect(chainOf(mainTarget(facets)).steps.map(under)).toContain(secrecy);
    expect(chainOf(subTarget(facets)).steps.map(under)).not.toContain(secrecy);
  }
});

test('ZJ-7 a branch designs and runs its own site, and answers for what stands on it', () => {
  expect(remitsOf('7')).toEqual([
    [only({ site: 'sub' }), 'design daily', 'site.owner'],
    [only({ site: 'sub' }), 'content', 'site.owner'],
  ]);
});

const verbs = (post: string, unit: string, path = [zj]) => verbsOf([{ person: 'x', post, unit }], path)[0]?.verbs ?? [];

test('ZJ-7 on the branch’s site the bureau publishes nothing, and on the bureau’s the branch publishes nothing', () => {
  for (const [post, unit] of [
    ['undertaker', 'food'],
    ['publisher', 'office'],
  ] as const)
    expect(verbs(post, unit, [substation, zj])).toEqual(['withdraw']);
  expect(verbs('information-officer', 'branch-quality')).toEqual([]);
});

test('ZJ-11 whoever publishes answers for it: always a person, the one who sent it or the office’s publisher', () => {
  for (const facets of everyText) {
    const { publish } = chainOf(mainTarget(facets));
    const office = facets.kind === 'notice' && facets.reach === 'bureau';
    expect(publish.by === 'post' ? `${publish.post} of ${publish.units}` : publish.by).toBe(
      office ? 'publisher of office' : 'author',
    );
  }
});

test('ZJ-12 sending, approving and publishing each have a named post, and are told or refused where nobody holds it', () => {
  const able = (verb: string) =>
    [...new Set(regulation.posts.filter(({ may }) => may.includes(verb)).map(({ id }) => id))].toSorted();
  expect(able('submit')).toEqual(['undertaker']);
  expect(able('publish')).toEqual(['publisher', 'undertaker']);
  expect(able('approve')).toEqual(['head', 'main-leader', 'secrecy-reviewer', 'technical-reviewer', 'vice-leader']);
  const without = (post: string) => ({ ...bureau, holdings: bureau.holdings.filter((one) => one.post !== post) });
  expect(adviceOn(regulation, binding, without('undertaker'), []).warnings.map(({ says }) => says)).toContain(
    '现在没有人可以报送信息',
  );
  expect(adoptable(regulation, binding, without('publisher'), []).map(({ why }) => why)).toEqual(['nobody_publishes']);
});

const writer: Acting = { person: 'lin', post: 'undertaker', unit: 'food' };
/** Who takes each step of an important text here: the bureau of adopt.test.ts, one person for each post. */
const takers: readonly Acting[] = [
  { person: 'zhou', post: 'head', unit: 'food' },
  { person: 'he', post: 'head', unit: 'office' },
  { person: 'mi', post: 'secrecy-reviewer', unit: 'office' },
  { person: 'fen', post: 'vice-leader', unit: 'bureau' },
];

test('ZJ-12 A1 nothing goes out before the last step of its chain was taken, whoever tries', () => {
  const important = { kind: 'news', weight: 'important', reach: 'section', sensitive: 'no' };
  let going: Going = begin(chainOf(mainTarget(important)), important, writer, ['lin'], house);
  for (const [i, by] of takers.entries()) {
    expect(house.acting.filter((one) => mayPublish(going, one, house))).toEqual([]);
    const next = approved(going, by, house);
    expect(next?.step).toBe(i + 1);
    going = next ?? going;
  }
  expect(house.acting.filter((one) => mayPublish(going, one, house))).toEqual([writer]);
});

/** ZJ-16, read off the article: who leads each column. 各业务处室 are named column by column at adoption. */
const leads: readonly (readonly [string, readonly string[], string])[] = [
  ['16.1', ['home-news', 'notices', 'pictures', 'video', 'institution', 'director-mailbox', 'disclosure'], 'office'],
  ['16.2', ['law'], 'legal'],
  ['16.3', ['quality-city'], 'quality'],
  ['16.4', ['report'], 'inspection'],
  ['16.5', ['conduct'], 'discipline'],
  ['16.6', ['services', 'consult', 'sampling', 'access', 'topics'], 'one of business'],
  ['16.7', ['credit'], 'party'],
  ['16.8', ['query-centre', 'download'], 'centre'],
  ['16.9', ['rest'], 'centre'],
];

test.each(leads)('ZJ-16 the columns of %s are led as it says', (article, columns, lead) => {
  const there = regulation.columns.filter(({ clause }) => clause === article);
  expect(there.map(({ id }) => id)).toEqual(columns);
  for (const one of there) expect(one.leadOneOf === undefined ? one.lead.join() : `one of ${one.leadOneOf}`).toBe(lead);
});

test('ZJ-16 columns of three articles are kept together with others: 协办', () => {
  const joint = regulation.columns
    .filter((one) => one.joint.length > 0)
    .map(({ id, joint: kept }) => [id, kept.join()]);
  expect(joint).toEqual([
    ['credit', 'business'],
    ['query-centre', 'business'],
    ['download', 'business'],
    ['rest', 'section'],
  ]);
});

test('ZJ-17 the centre secures the main site, and network and servers of what stands in its room; the rest is the owner’s', () => {
  expect(remitsOf('17')).toEqual([
    [only({ site: 'main' }), 'network server content', 'centre'],
    [only({ site: 'sub', hosting: 'ours' }), 'network server', 'centre'],
    [only({ site: 'sub', hosting: 'self-run' }), 'network server', 'site.owner'],
    [only({ site: 'sub' }), 'daily content', 'site.owner'],
  ]);
});

test('ZJ-10 a sub-site is opened after the centre’s technical review, and its plan has to be kept before', () => {
  const answer = chainFor('site.open', subTarget({}, { path: [zj] }));
  expect(answer.ok && [answer.chain.steps.map(said), answer.chain.requires]).toEqual([
    ['review technical-reviewer of centre'],
    [{ event: 'filing.site-plan.kept' }],
  ]);
});

test('ZJ-19 a branch has an administrator who watches its site; the bureau’s rule gives him no verb there', () => {
  const watching = regulation.posts.filter(({ id, of }) => id === 'administrator' && of === 'branch');
  expect(watching.map(({ clause, min, may }) => [clause, min, may])).toEqual([['19', 1, []]]);
  expect(verbs('administrator', 'branch')).toEqual([]);
});
