/** One effect under one key, one event for one act, refusals counted: the door's books, on a real PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { act } from './act.ts';
import { text } from './county.fixture.ts';
import { eventBytes, leafOf } from './door/log.ts';
import { walker } from './walk.fixture.ts';

const w = walker();

test('D2 the same key has one effect and one answer, also ten at once; with another body it is 422', async () => {
  const ask = w
    .c()
    .ask('writer', 'submit', randomUUID(), 0, { columnId: w.c().column('www', 'law'), body: text('一次') });
  const answers = await Promise.all(Array.from({ length: 10 }, () => act(w.db(), ask)));
  expect(new Set(answers.map((a) => JSON.stringify(sorted(a)))).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
  const runs = await w.db().selectFrom('content.run').select('id').where('placementId', '=', ask.id).execute();
  expect(runs).toHaveLength(1);
  expect(await act(w.db(), { ...ask, body: { ...ask.body, body: text('两次') } })).toMatchObject({
    status: 422,
    body: { code: 'key_reused' },
  });
});

test('D2 a refusal is not kept under its key: the same ask may succeed later', async () => {
  const id = await w.sent();
  const { version, hash } = await w.at(id);
  const early = w.c().ask('secrecy', 'approve', id, version + 1, { step: 1, hash });
  expect((await act(w.db(), early)).status).toBe(409);
  await w.approve('head', id);
  expect((await act(w.db(), early)).status).toBe(200);
});

test('D7 two approvers, two editors: one wins, the other is told what is there now', async () => {
  const id = await w.sent('law', { facets: { reach: 'section', weight: 'important', sensitive: 'no' } });
  await w.approve('head', id);
  await w.approve('officeHead', id);
  await w.approve('secrecy', id);
  const { version, hash } = await w.at(id);
  const both = await Promise.all(
    ['vice', 'main'].map((name) => w.c().act(name, 'approve', id, version, { step: 3, hash })),
  );
  expect(both.map((a) => a.status).sort()).toEqual([200, 409]);
  expect(both.find((a) => a.status === 409)?.body).toMatchObject({
    code: 'stale',
    view: { id, stateName: '已批准，待发布' },
  });
  const taken = await w
    .db()
    .selectFrom('content.decision as d')
    .innerJoin('content.run as r', 'r.id', 'd.runId')
    .select('d.step')
    .where('r.placementId', '=', id)
    .execute();
  expect(taken).toHaveLength(4);
});

test('C1 every act leaves one event; replaying them gives state, run, step, revision and version', async () => {
  const id = await w.published();
  await w.c().act('writer', 'submit', id, (await w.at(id)).version, {
    columnId: w.c().column('www', 'law'),
    body: text('再改'),
  });
  const events = await w
    .db()
    .selectFrom('door.event')
    .select(['before', 'after', 'kind'])
    .where('subjectId', '=', id)
    .orderBy('seq')
    .execute();
  expect(events.map((e) => e.kind)).toEqual([
    'article.submitted',
    'article.step_taken',
    'article.approved',
    'article.published',
    'article.submitted',
  ]);
  for (const [i, e] of events.entries()) if (i > 0) expect(e.before).toEqual(events[i - 1]?.after);
  const p = await w.db().selectFrom('content.placement').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(events.at(-1)?.after).toEqual({
    state: p.state,
    version: String(p.version),
    revision: p.revisionId,
    run: p.runId,
    run_state: 'open',
    step: '0',
    in_review: (await w.at(id)).hash,
    discarded: false,
  });
});

test('C1 the bytes of an event are the canonical form of its row, and its leaf is their hash behind a zero byte', async () => {
  await w.published();
  const { rows } = await w.pool().query('select * from door.event order by seq');
  expect(rows.map((r: { seq: number }) => r.seq)).toEqual(rows.map((_, i) => i + 1));
  for (const { seq: _s, recorded_at: _r, bytes, leaf, ...row } of rows) {
    expect(eventBytes(row).equals(bytes)).toBe(true);
    expect(leafOf(bytes).equals(leaf)).toBe(true);
  }
});

test('C8 100 refusals count as 100, also at once', async () => {
  const id = await w.sent();
  const { version, hash } = await w.at(id);
  const twenty = () =>
    Promise.all(Array.from({ length: 20 }, () => w.c().act('writer', 'approve', id, version, { step: 0, hash })));
  for (let i = 0; i < 5; i++) await twenty();
  const rows = await w.db().selectFrom('door.refusal').select(['times', 'code']).where('subjectId', '=', id).execute();
  expect(rows.reduce((sum, r) => sum + r.times, 0)).toBe(100);
  expect(new Set(rows.map((r) => r.code))).toEqual(new Set(['not_your_role']));
});

const sorted = (value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([k, v]) => [k, sorted(v)]),
      )
    : Array.isArray(value)
      ? value.map(sorted)
      : value;

test('D7 two first submits under one id at once: one is the article, the other is told it is stale', async () => {
  const id = randomUUID();
  const body = { columnId: w.c().column('www', 'law'), body: text('同时的两稿') };
  const both = await Promise.all([
    w.c().act('writer', 'submit', id, 0, body),
    w.c().act('colleague', 'submit', id, 0, body),
  ]);
  expect(both.map((a) => a.status).sort()).toEqual([200, 409]);
  expect(both.find((a) => a.status === 409)?.body).toMatchObject({ code: 'stale' });
});
