/** A regulation is replaced while texts are at every step of its chains: they go on as they began, and new ones go the new way. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Chain } from '../../core/flow.ts';
import { adoptAnew, text } from '../county.fixture.ts';
import { walker } from '../walk.fixture.ts';

const w = walker();
const grave = { facets: { reach: 'section', weight: 'important', sensitive: 'no' } };
/** Who takes the steps of ZJ-13.2 here: for a general text, and for an important one. */
const takers = { general: ['head', 'secrecy'], grave: ['head', 'officeHead', 'secrecy', 'vice'] };
type Way = keyof typeof takers;

/** In the second version the office's head reviews every text, and ZJ-5 asks nobody any more. */
const second = (source: string): string =>
  source
    .replace('version: 1', 'version: 2')
    .replace(/```step secrecy[\s\S]*?```\n/, '')
    .replace(/act: review, when: .*?, else: (\{ post: vice-leader, of: office \})/, 'act: review, else: $1');

const runOf = async (id: string) =>
  w
    .db()
    .selectFrom('content.run as r')
    .innerJoin('content.placement as p', 'p.runId', 'r.id')
    .select(['r.id', 'r.chain', 'r.versionId', 'r.step', 'r.state', 'r.hash'])
    .where('p.id', '=', id)
    .executeTakeFirstOrThrow();
const posts = (chain: unknown) => (chain as Chain).steps.map(({ post }) => post.join('|'));

async function begun(way: Way, step: number) {
  const id = await w.sent('law', way === 'grave' ? grave : {});
  for (const name of takers[way].slice(0, step)) expect(await w.approve(name, id)).toMatchObject({ status: 200 });
  return { way, step, id, before: await runOf(id) };
}

async function finish({ way, step, id, before }: Awaited<ReturnType<typeof begun>>) {
  expect(await runOf(id)).toEqual(before);
  for (const name of takers[way].slice(step)) expect(await w.approve(name, id)).toMatchObject({ status: 200 });
  const { chain, versionId } = await runOf(id);
  expect([chain, versionId]).toEqual([before.chain, before.versionId]);
  expect(await w.publish('writer', id)).toMatchObject({ status: 200, body: { state: 'published' } });
}

test('T7 a regulation replaced while runs are open at each step changes none of them, and new texts go the new way', async () => {
  const open: Awaited<ReturnType<typeof begun>>[] = [];
  for (const way of ['general', 'grave'] as const)
    for (let step = 0; step <= takers[way].length; step++) open.push(await begun(way, step));
  const raised = await begun('general', 0);
  expect(open.map(({ before }) => before.state)).toEqual([
    ...['open', 'open', 'complete'],
    ...['open', 'open', 'open', 'open', 'complete'],
  ]);

  const answer = await adoptAnew(w.c(), second);
  expect(answer).toMatchObject({ status: 200, body: { adoptions: 2 } });
  expect((answer.body as { warnings: string[] }).warnings.join('\n')).toContain('能办这一步的只有一个人');

  const fresh = await runOf(await w.sent());
  expect([posts(fresh.chain), fresh.versionId === raised.before.versionId]).toEqual([['head', 'head'], false]);
  for (const one of open) await finish(one);

  // Raised in review: judged under the version that it began with, so ZJ-5 still stands.
  expect(await w.approve('head', raised.id, { raise: { weight: 'important' } })).toMatchObject({ status: 200 });
  const after = await runOf(raised.id);
  expect([posts(after.chain), after.versionId]).toEqual([
    ['head', 'head', 'secrecy-reviewer', 'vice-leader|main-leader'],
    raised.before.versionId,
  ]);
});

test('T7 what was returned and is sent again goes the chain of today', async () => {
  await adoptAnew(w.c(), (source) => source.replace('version: 1', 'version: 3'));
  const id = await w.sent();
  expect(posts((await runOf(id)).chain)).toEqual(['head', 'secrecy-reviewer']);
  await adoptAnew(w.c(), second);
  const now = await w.at(id);
  await w.c().act('head', 'return', id, now.version, { step: 0, words: '再核一遍' });
  expect(await w.revised(id, '改过的')).toMatchObject({ status: 200 });
  expect(posts((await runOf(id)).chain)).toEqual(['head', 'head']);
});

test('of one regulation a unit has one version in force, and a text adopted twice is stored once', async () => {
  await adoptAnew(w.c(), (source) => source);
  await adoptAnew(w.c(), (source) => source);
  const { rows } = await sql<{ inForce: number; texts: number }>`
    select (select count(*)::int from regulations.adoption where unit_id = ${w.c().unit('局')} and until_on is null) as in_force,
           (select count(*)::int from regulations.version where slug = 'zj-portal' and number = 1) as texts`.execute(
    w.db(),
  );
  expect(rows).toEqual([{ inForce: 1, texts: 1 }]);
});

test('a text that can’t be read, or adopted here, changes nothing and says why', async () => {
  const before = await sql`select id, until_on from regulations.adoption order by id`.execute(w.db());
  const nobody = (source: string) => source.replaceAll('secrecy-reviewer', 'reviewer');
  expect(await adoptAnew(w.c(), nobody)).toMatchObject({
    status: 409,
    body: { code: 'not_adoptable', reasons: ['办公室的保密审查员没有人任职（《市质监局门户网站管理规定》第五条）'] },
  });
  expect(await adoptAnew(w.c(), (source) => source.replace('version: 1', 'version: 一'))).toMatchObject({
    status: 409,
    body: { code: 'unreadable_regulation' },
  });
  expect((await sql`select id, until_on from regulations.adoption order by id`.execute(w.db())).rows).toEqual(
    before.rows,
  );
  expect(
    (await w.c().act('writer', 'save', randomUUID(), 0, { columnId: w.c().column('www', 'law'), body: text('还能写') }))
      .status,
  ).toBe(200);
});
