/** Whole paths through the door, on a real PostgreSQL: who may, in which order, and what stays as it was. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { text } from './county.fixture.ts';
import { walker } from './walk.fixture.ts';

const w = walker();

test('A1 a general text goes head, secrecy reviewer, then its writer publishes; nobody else can at any point', async () => {
  const id = await w.sent();
  for (const name of [
    'writer',
    'colleague',
    'secrecy',
    'officeHead',
    'publisher',
    'main',
    'webmaster',
    'lawHead',
    'branchHead',
  ])
    expect([name, (await w.approve(name, id)).status]).not.toEqual([name, 200]);
  expect((await w.publish('writer', id)).body).toMatchObject({ code: 'not_while_open' });
  expect((await w.approve('head', id)).status).toBe(200);
  expect((await w.publish('writer', id)).body).toMatchObject({ code: 'not_while_open' });
  expect((await w.approve('head', id)).body).toMatchObject({ code: 'not_your_role' });
  expect((await w.approve('secrecy', id)).status).toBe(200);
  expect((await w.publish('head', id)).body).toMatchObject({ code: 'not_your_role' });
  expect((await w.at(id)).state).toBe('none');
  expect((await w.publish('colleague', id)).status).toBe(200);
  expect((await w.at(id)).state).toBe('published');
});

test('A2 what is published is the approved revision: text and hash of the register are those of the approvals', async () => {
  const id = await w.published();
  const { rows } = await sql<{ hash: string; decided: string; published: string }>`
    select g.hash, string_agg(distinct d.hash, ',') as decided, v.hash as published
      from content.register g join content.placement p on p.id = g.placement_id join content.revision v on v.id = p.revision_id
      join content.run r on r.placement_id = p.id join content.decision d on d.run_id = r.id
     where p.id = ${id} group by g.hash, v.hash`.execute(w.db());
  expect(rows).toHaveLength(1);
  expect(rows[0]?.decided).toBe(rows[0]?.hash);
  expect(rows[0]?.published).toBe(rows[0]?.hash);
});

test('A2 T1 an edit that races the publication wins or loses whole: never is something public that nobody approved', async () => {
  for (let i = 0; i < 8; i++) {
    const id = await w.sent();
    await w.approve('head', id);
    await w.approve('secrecy', id);
    const now = await w.at(id);
    const [edit, out] = await Promise.all([
      w.c().act('colleague', 'submit', id, now.version, {
        columnId: w.c().column('www', 'law'),
        body: text('没人看过的新稿'),
      }),
      w.c().act('writer', 'publish', id, now.version, { hash: now.hash }),
    ]);
    expect([edit.status, out.status].sort()).toEqual([200, 409]);
    const after = await w.at(id);
    if (out.status === 200) expect(after.revisionId).toBe(now.inReview);
    else expect(after).toMatchObject({ state: 'none', runState: 'open', step: 0 });
  }
});

test('A3 T2 who edited a later revision is a contributor like the first writer, under any post', async () => {
  const id = await w.sent();
  const first = await w.at(id);
  expect(await w.c().act('writer', 'recall', id, first.version)).toMatchObject({ status: 200 });
  await sql`insert into people.holding values (${randomUUID()}, ${w.c().person('head')}, 'undertaker', ${w.c().unit('质量处')}, now() - interval '1 day')`.execute(
    w.db(),
  );
  const again = await w.c().act('head', 'submit', id, first.version + 1, {
    columnId: w.c().column('www', 'law'),
    body: text('负责人改过的稿'),
  });
  expect(again.status).toBe(200);
  expect((await w.approve('head', id)).body).toMatchObject({
    code: 'own_work',
    law: { cite: '《市质监局门户网站管理规定》第十三条（二）' },
  });
  expect((await w.approve('vice', id)).status).toBe(200); // 13.2: the leader in charge stands in
  // A later revision by somebody else doesn't make the first writer a stranger to the text.
  await w.c().act('head', 'recall', id, (await w.at(id)).version);
  expect((await w.revised(id, '又由别人改过')).status).toBe(200);
  expect((await w.approve('head', id)).body).toMatchObject({ code: 'own_work' });
  await sql`update people.holding set until_at = now() where person_id = ${w.c().person('head')} and post = 'undertaker'`.execute(
    w.db(),
  );
});

test('A4 T3 a forged, skipped or repeated step is refused and recorded', async () => {
  const id = await w.sent('law', { facets: { reach: 'section', weight: 'important', sensitive: 'no' } });
  const { version, hash } = await w.at(id);
  expect((await w.c().act('vice', 'approve', id, version, { step: 2, hash })).body).toMatchObject({
    code: 'not_your_role',
  });
  expect((await w.c().act('head', 'approve', id, version, { step: 2, hash })).body).toMatchObject({
    code: 'not_this_step',
  });
  const { n } = await w
    .db()
    .selectFrom('door.refusal')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('subjectId', '=', id)
    .executeTakeFirstOrThrow();
  expect(n).toBe(2);
});

test('A4 a reviewer raises the weight: the office head and a leader are due too; lowering is refused', async () => {
  const id = await w.sent();
  expect((await w.approve('head', id, { raise: { weight: 'important' } })).status).toBe(200);
  expect((await w.approve('secrecy', id)).body).toMatchObject({ code: 'not_your_role' });
  expect((await w.approve('officeHead', id, { raise: { weight: 'general' } })).body).toMatchObject({ code: 'lowered' });
  expect((await w.approve('officeHead', id)).status).toBe(200);
  expect((await w.approve('secrecy', id)).status).toBe(200);
  expect(await w.approve('main', id)).toMatchObject({ status: 200, body: { stateName: '已批准，待发布' } });
});

test('A10 T18 a branch reads and moves nothing of the main site, and the bureau nothing of the branch: all looks absent', async () => {
  const ours = await w.published();
  const theirs = randomUUID();
  const body = { columnId: w.c().column('yunxi', 'news'), body: text('分局动态') };
  expect((await w.c().act('branchWriter', 'submit', theirs, 0, body)).status).toBe(200);
  const { version } = await w.at(ours);
  for (const verb of ['submit', 'save', 'recall', 'return', 'approve', 'discard', 'publish', 'withdraw'])
    for (const [name, id] of [
      ['branchWriter', ours],
      ['branchLeader', ours],
      ['lawyer', theirs],
      ['main', theirs],
      ['webmaster', theirs],
    ] as const) {
      const answer = await w.c().act(name, verb, id, version, {
        columnId: body.columnId,
        body: body.body,
        step: 0,
        hash: '0',
        words: 'x',
        type: 'error',
      });
      expect([name, verb, answer.status]).toEqual([name, verb, 404]);
    }
  const main = { columnId: w.c().column('www', 'law'), body: text('越界') };
  expect((await w.c().act('branchWriter', 'submit', randomUUID(), 0, main)).body).toMatchObject({
    code: 'not_your_role',
  });
  expect((await w.c().act('lawyer', 'submit', randomUUID(), 0, body)).body).toMatchObject({ code: 'not_your_role' });
});

test('A15 each publication has exactly one register line, with who wrote, approved and published', async () => {
  const id = await w.published();
  const lines = await w.db().selectFrom('content.register').selectAll().where('placementId', '=', id).execute();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    writtenBy: [w.c().person('writer')],
    approvedBy: [w.c().person('head'), w.c().person('secrecy')],
    publishedBy: w.c().person('writer'),
    clause: 'zj-portal#13.2',
  });
  await w.revised(id, '更新后的稿', 'colleague');
  await w.approve('head', id);
  await w.approve('secrecy', id);
  await w.publish('writer', id);
  const again = await w
    .db()
    .selectFrom('content.register')
    .selectAll()
    .where('placementId', '=', id)
    .orderBy('at')
    .execute();
  expect(again).toHaveLength(2);
  expect(again[1]).toMatchObject({
    title: '更新后的稿',
    writtenBy: [w.c().person('writer'), w.c().person('colleague')],
  });
});

test('B5 withdrawing needs no second person, ends what is in review, and coming back takes the whole chain', async () => {
  const id = await w.published();
  let now = await w.at(id);
  await w.c().act('writer', 'submit', id, now.version, { columnId: w.c().column('www', 'law'), body: text('改稿') });
  now = await w.at(id);
  expect(
    (await w.c().act('head', 'withdraw', id, now.version, { everywhere: true, type: 'error', words: '有误' })).body,
  ).toMatchObject({ code: 'not_your_role' });
  expect(
    (await w.c().act('colleague', 'withdraw', id, now.version, { everywhere: true, type: 'error', words: '有误' }))
      .status,
  ).toBe(200);
  now = await w.at(id);
  expect(now).toMatchObject({ state: 'withdrawn', runState: null });
  expect((await w.publish('writer', id)).body).toMatchObject({ code: 'not_while_none' });
  await w
    .c()
    .act('writer', 'submit', id, now.version, { columnId: w.c().column('www', 'law'), body: text('改好的稿') });
  await w.approve('head', id);
  await w.approve('secrecy', id);
  await w.publish('writer', id);
  const last = await w
    .db()
    .selectFrom('door.event')
    .select('kind')
    .where('subjectId', '=', id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  expect(last?.kind).toBe('article.restored');
});

test('T6 while a newer revision waits or is returned, the live page stays as it was', async () => {
  const id = await w.published();
  const live = (await w.at(id)).revisionId;
  await w.c().act('writer', 'submit', id, (await w.at(id)).version, {
    columnId: w.c().column('www', 'law'),
    body: text('新稿'),
  });
  expect((await w.at(id)).revisionId).toBe(live);
  const now = await w.at(id);
  await w.c().act('head', 'return', id, now.version, { step: 0, words: '再核数字' });
  expect(await w.at(id)).toMatchObject({ state: 'published', revisionId: live, runState: null });
});

test('T7 a run keeps the chain it started with when the regulation changes', async () => {
  const id = await w.sent();
  await sql`update regulations.adoption set until_on = '2020-01-02'`.execute(w.db());
  try {
    expect(
      (
        await w
          .c()
          .act('writer', 'submit', randomUUID(), 0, { columnId: w.c().column('www', 'law'), body: text('没有规定') })
      ).body,
    ).toMatchObject({ code: 'not_your_role' });
    expect((await w.approve('head', id)).status).toBe(200);
    expect(await w.approve('secrecy', id)).toMatchObject({ status: 200, body: { stateName: '已批准，待发布' } });
  } finally {
    await sql`update regulations.adoption set until_on = null`.execute(w.db());
  }
});

test('H6 loss of a post takes its rights away at once', async () => {
  const id = await w.sent();
  await sql`update people.holding set until_at = now() where person_id = ${w.c().person('head')} and post = 'head'`.execute(
    w.db(),
  );
  try {
    expect((await w.approve('head', id)).status).toBe(404);
    expect((await w.approve('vice', id)).status).toBe(200); // 13.2: an empty post is stood in for
  } finally {
    await sql`update people.holding set until_at = null where person_id = ${w.c().person('head')} and post = 'head'`.execute(
      w.db(),
    );
  }
});

test('a home page that changes or goes is told to every other site that lists it', async () => {
  const id = await w.published();
  const listed = randomUUID();
  await sql`insert into content.placement (id, article_id, site_id, column_id, home, state, revision_id, version, number, first_published_at, published_at, created_at)
    select ${listed}, article_id, ${w.c().site('yunxi')}, ${w.c().column('yunxi', 'news')}, false, 'published', revision_id, 1, 1, now(), now(), now()
      from content.placement where id = ${id}`.execute(w.db());
  const told = () =>
    w
      .db()
      .selectFrom('content.publication')
      .select(['op', 'class'])
      .where('siteId', '=', w.c().site('yunxi'))
      .where('subjectId', '=', listed)
      .execute();
  await w
    .c()
    .act('writer', 'withdraw', id, (await w.at(id)).version, { everywhere: false, type: 'error', words: '只撤主栏目' });
  expect(await told()).toEqual([{ op: 'move', class: 1 }]);
  expect((await w.at(listed)).state).toBe('published');
});
