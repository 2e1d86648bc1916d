/** Leaving over a real database: what passes on and to whom, what is refused, and that nothing is ever without an owner. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ownersOf } from '../../core/duty/owners.ts';
import { act } from '../act.ts';
import { acting, unitsAbove } from '../acting.ts';
import { allResting, today } from '../content/lists.ts';
import { passingTexts } from '../content/passing.ts';
import { ownersOfText } from '../content/rests.ts';
import type { LeavingView } from '../contract/leaving.ts';
import { password } from '../county.fixture.ts';
import { passingDuties } from '../duties/passing.ts';
import { now } from '../now.ts';
import { walker } from '../walk.fixture.ts';
import { postsOf } from './leaving.ts';
import { leavingRoutes } from './leaving-routes.ts';
import { sessionOf, signIn } from './sign-in.ts';

const w = walker();
const routes = leavingRoutes(act, [passingTexts, passingDuties]);
const asks = (name: string) =>
  ({ db: w.db(), session: { person: w.c().person(name), login: name }, address: '10.0.0.7' }) as never as object;
const bodyOf = <T>(reply: object) => ('body' in reply ? reply.body : undefined) as T;

const list = async (name: string, by = 'main') =>
  bodyOf<LeavingView>(await routes.list({ ...asks(by), input: { id: w.c().person(name) } } as never));
const leave = async (name: string, by = 'main', more: object = {}) => {
  const id = w.c().person(name);
  const posts = await postsOf(w.db(), id, now());
  const input = { id, posts, close: false, words: '调到别的单位', key: randomUUID(), ...more };
  const reply = await routes.leave({ ...asks(by), input } as never);
  return { status: reply.status, ...bodyOf<{ code?: string }>(reply) };
};
const called = (to: LeavingView['items'][number]['to']) => to.map(({ name }) => name).toSorted();
const draft = (name: string, title: string) =>
  sql`insert into content.scratch (person_id, placement_id, body, saved_at)
      values (${w.c().person(name)}, ${randomUUID()}, ${JSON.stringify({ body: { title } })}, now())`.execute(w.db());
const titles = async (name: string) => {
  const { items } = await today(w.db(), w.c().person(name), now());
  return items.map(({ placementId, note }) => [placementId, note]);
};
/** The main leader stays to the end. */
const staff =
  'writer colleague head lawyer lawHead clerk officeHead secrecy publisher vice webmaster branchWriter branchHead branchLeader branchAdmin';

test('JY-15 H10 before somebody leaves, the list says what passes on and to whom; only who is in charge may do it', async () => {
  const id = await w.sent();
  await draft('head', '半年小结');
  const view = await list('head');
  expect([view.may, view.closes, view.posts.map(({ name, unit }) => `${unit.name}${name}`)]).toEqual([
    true,
    true,
    ['质量处处室负责人'],
  ]);
  const items = view.items.map(({ kind, title, to }) => [kind, title, called(to).join(' ')]);
  expect(items.filter(([kind]) => kind !== '职责')).toEqual([
    // The chain itself names who acts where the head is missing.
    ['待办', expect.stringContaining('稿件'), 'vice'],
    ['草稿', '半年小结', expect.stringMatching(/^(colleague|vice|writer)$/)],
  ]);
  expect(items.some(([kind, , to]) => kind === '职责' && to === 'colleague vice writer')).toBe(true);
  expect((await list('head', 'writer')).may).toBe(false);
  expect(await leave('head', 'writer')).toMatchObject({ status: 409, code: 'not_in_charge' });
  expect(await leave('head', 'main', { posts: [{ post: 'publisher', unit: w.c().unit('质量处') }] })).toMatchObject({
    code: 'not_held',
  });
  expect(await titles('colleague')).toEqual([]);
  expect((await w.at(id)).runState).toBe('open');
});

test('H6 JY-15 whoever left can do nothing: rights, account and sessions end at once, and drafts pass on; the log says it', async () => {
  const signed = await signIn(w.db(), 'head', password, '10.0.0.8');
  const token = signed.ok ? signed.token : '';
  expect(await sessionOf(w.db(), token)).toBeDefined();
  const [draftOf] = (await list('head')).items.filter(({ kind }) => kind === '草稿');
  expect(await leave('head')).toMatchObject({ status: 200 });
  expect(await sessionOf(w.db(), token)).toBeUndefined();
  expect(await signIn(w.db(), 'head', password, '10.0.0.8')).toMatchObject({ ok: false });
  const { rows: drafts } = await sql<{ id: string }>`select person_id as id from content.scratch`.execute(w.db());
  expect(drafts.map(({ id }) => id)).toEqual(draftOf?.to.map(({ id }) => id));
  const [[waits = '', note] = []] = await titles('vice');
  expect(note).toBe('质量处报送，第 1 稿');
  expect((await w.approve('head', waits)).status).toBeGreaterThanOrEqual(400);
  const { rows } = await sql`
    select e.person, e.subject_id, e.after ->> 'account' as account, o.words from door.event e
      join door.opinion o on o.event_id = e.id where e.kind = 'post.vacated'`.execute(w.db());
  expect(rows).toEqual([
    { person: w.c().person('main'), subjectId: w.c().person('head'), account: 'closed', words: '调到别的单位' },
  ]);
});

test('H10 a text that was returned belongs to who else holds the post, then to who is nearest the empty one', async () => {
  const id = await w.sent('law', {});
  await sql`update people.holding set until_at = null where person_id = ${w.c().person('head')}`.execute(w.db());
  const { version, hash, step } = await w.at(id);
  expect(await w.c().act('head', 'return', id, version, { words: '补上依据', step, hash })).toMatchObject({
    status: 200,
  });
  expect(await leave('writer')).toMatchObject({ status: 200 });
  expect((await titles('colleague')).find(([one]) => one === id)?.[1]).toMatch(/^退回意见：补上依据/);
  expect(await leave('colleague')).toMatchObject({ status: 200 });
  expect((await titles('head')).find(([one]) => one === id)?.[1]).toMatch(/^这个岗位现在没有人，请先安排人：退回意见/);
});

test('H10 whoever leaves, in whatever order, no task and no duty is without an owner, and none is left with who has gone', async () => {
  const [order = []] = fc.sample(fc.shuffledSubarray(staff.split(' '), { minLength: 15 }), { numRuns: 1, seed: 7 });
  const gone = new Set<string>(['writer', 'colleague'].map((name) => w.c().person(name)));
  for (const name of order.filter((one) => !gone.has(w.c().person(one)))) {
    expect([name, await leave(name)]).toMatchObject([name, { status: 200 }]);
    gone.add(w.c().person(name));
    const [everybody, above] = [await acting(w.db(), now()), await unitsAbove(w.db())];
    const owners = (await allResting(w.db())).map(({ row }) => ownersOfText(row, { acting: everybody, above }));
    const units = await w.db().selectFrom('people.unit').select('id').execute();
    const bearers = units.map(({ id }) => ownersOf({ by: [id] }, everybody, above));
    expect(owners.length).toBe(2);
    expect([...owners, ...bearers].filter((some) => some.length === 0)).toEqual([]);
    expect([...owners, ...bearers].flat().filter((one) => gone.has(one))).toEqual([]);
  }
  expect((await titles('main')).length).toBe(2);
  expect(await leave('main')).toMatchObject({ status: 409, code: 'nobody_left' });
});
