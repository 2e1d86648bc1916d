/** Keys of outside systems over HTTP: judged like a person of their posts, narrowed, never signing, out at once when revoked. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Row } from '../contract/row.ts';
import { table } from '../contract/table.ts';
import { password, text } from '../county.fixture.ts';
import { setClock } from '../now.ts';
import { walker } from '../walk.fixture.ts';
import { listen, systemOf } from './system.fixture.ts';

const w = walker();
const outside = systemOf(w.c);
let inside: Awaited<ReturnType<typeof listen>>;
let writer: Awaited<ReturnType<typeof outside.issue>>;
let systemId = '';
const logged: string[] = [];
beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
  inside = await listen(w.db());
  systemId = await outside.register();
  writer = await outside.issue(systemId, ['undertaker 质量处']);
});
afterAll(() => {
  vi.restoreAllMocks();
  inside.close();
});

const rows = Object.values(table).flatMap((group) => Object.values(group) as Row[]);
const pathOf = (row: Row) => row.path.replace(/\{\w+\}/g, randomUUID());
const submission = (title: string, column = 'law', more: object = {}) => ({
  version: 0,
  key: randomUUID(),
  columnId: w.c().column('www', column),
  body: text(title),
  ...more,
});
const send = (token: string, id: string, body: object = submission('系统送来的稿')) =>
  inside.ask(token, 'POST', `/api/placements/${id}/submit`, body);
const move = async (token: string, id: string, verb: string, more: object = {}) => {
  const { version, hash, step } = await w.at(id);
  const stepped = verb === 'approve' || verb === 'return' ? { step } : {};
  const hashed = verb === 'approve' || verb === 'publish' ? { hash } : {};
  return inside.ask(token, 'POST', `/api/placements/${id}/${verb}`, {
    version,
    key: randomUUID(),
    ...stepped,
    ...hashed,
    ...more,
  });
};

test('a system sends, people approve, the system publishes; the log names the system and who answers for it', async () => {
  const id = randomUUID();
  expect((await send(writer.token, id)).body).toMatchObject({ stateName: '送审中', version: 1 });
  expect((await move(writer.token, id, 'publish')).body).toMatchObject({ code: 'not_while_open' });
  await w.approve('head', id);
  await w.approve('secrecy', id);
  expect((await move(writer.token, id, 'publish')).body).toMatchObject({ state: 'published' });
  const seen = await inside.ask(writer.token, 'GET', `/api/placements/${id}`);
  expect(seen.body.history.map((h: { person: { name: string } }) => h.person.name.slice(0, 7))).toEqual([
    '业务系统“直报',
    'head',
    'secrecy',
    '业务系统“直报',
  ]);
  const events = await w
    .db()
    .selectFrom('door.event')
    .select(['person', 'onBehalfOf', 'post'])
    .where('subjectId', '=', id)
    .orderBy('seq')
    .execute();
  const behind = w.c().person('colleague');
  expect([events[0], events[3]]).toEqual([
    { person: writer.keyId, onBehalfOf: behind, post: 'undertaker' },
    { person: writer.keyId, onBehalfOf: behind, post: 'undertaker' },
  ]);
});

test('A1 A3 A4 T27 a key approves, returns and raises nothing, also with the head’s post: refused in words, and recorded', async () => {
  const id = await w.sent();
  const head = await outside.issue(systemId, ['undertaker 质量处', 'publisher 办公室']);
  // As if somebody had lent it the post all the same: the door itself must know that a key doesn't sign.
  await sql`insert into people.holding values (${randomUUID()}, ${head.keyId}, 'head', ${w.c().unit('质量处')}, now() - interval '1 day')`.execute(
    w.db(),
  );
  for (const [verb, more] of [
    ['approve', {}],
    ['approve', { raise: { weight: 'important' } }],
    ['return', { words: '退回去改' }],
  ] as const)
    expect(await move(head.token, id, verb, more)).toMatchObject({
      status: 409,
      body: {
        code: 'no_signature',
        message:
          '业务系统不能审批、退回，也不能强制发布、核销、确认有效、标明失效：签字必须是人，请由规定的人在管理台办理',
        law: { cite: '《市质监局门户网站管理规定》第十三条（二）' },
      },
    });
  const kept = await w
    .db()
    .selectFrom('door.refusal')
    .select('times')
    .where('person', '=', head.keyId)
    .where('code', '=', 'no_signature')
    .execute();
  expect(kept.reduce((sum, r) => sum + r.times, 0)).toBe(3);
  expect(await w.at(id)).toMatchObject({ step: 0, runState: 'open' });
  expect((await w.approve('head', id)).status).toBe(200);
});

test('a post that only signs is not lent to a key, nor one that the unit hasn’t got', async () => {
  for (const [posts, code] of [
    [['head 质量处'], 'post_only_signs'],
    [['main-leader 局'], 'post_only_signs'],
    [['undertaker 质量处', 'secrecy-reviewer 办公室'], 'post_only_signs'],
    [['information-officer 质量处'], 'no_such_post'],
    [[], 'key_without_use'],
  ] as const)
    expect([posts, (await outside.issue(systemId, posts)).answer.body]).toMatchObject([posts, { code }]);
  const odd = await outside.issue(systemId, ['undertaker 质量处'], { verbs: ['submit', 'approve'] });
  expect(odd.answer).toMatchObject({ status: 409, body: { code: 'key_verb_unknown', reasons: ['approve'] } });
  const broad = await outside.issue(systemId, ['undertaker 质量处'], { addresses: ['10.0.0.0/33'] });
  expect(broad.answer.body).toMatchObject({ code: 'key_address_unreadable' });
});

test('A3 who answers for a system had a hand in what it wrote, and doesn’t approve it', async () => {
  const theirs = await outside.register('质量处', 'head');
  const { token } = await outside.issue(theirs, ['undertaker 质量处']);
  const id = randomUUID();
  await send(token, id);
  expect((await w.approve('head', id)).body).toMatchObject({ code: 'own_work' });
  expect((await w.approve('vice', id)).status).toBe(200); // 13.2: the leader in charge stands in
});

test('A10 a key finds what its post finds in its columns, and nothing else', async () => {
  const [law, news] = [await w.sent('law'), await w.sent('home-news')];
  const narrow = await outside.issue(systemId, ['undertaker 质量处'], { columnIds: [w.c().column('www', 'law')] });
  const branch = await outside.issue(systemId, ['information-officer 云溪综合科']);
  const found = async (token: string) =>
    Promise.all([law, news].map(async (id) => (await inside.ask(token, 'GET', `/api/placements/${id}`)).status));
  expect([await found(writer.token), await found(narrow.token), await found(branch.token)]).toEqual([
    [200, 200],
    [200, 404],
    [404, 404],
  ]);
  const columns = async (token: string) => {
    const { body } = await inside.ask(token, 'GET', '/api/compose');
    return body.sites.flatMap((site: { columns: { id: string }[] }) => site.columns.map((column) => column.id));
  };
  expect(await columns(narrow.token)).toEqual([w.c().column('www', 'law')]);
  expect((await columns(writer.token)).length).toBeGreaterThan(5);
  const away = await send(narrow.token, randomUUID(), submission('越界', 'home-news'));
  expect(away).toMatchObject({ status: 409, body: { code: 'key_column' } });
  const also = submission('顺带越界', 'law', { also: [w.c().column('www', 'home-news')] });
  expect((await send(narrow.token, randomUUID(), also)).body).toMatchObject({ code: 'key_column' });
  expect((await move(narrow.token, news, 'recall')).status).toBe(404);
  expect(
    (await inside.ask(narrow.token, 'GET', '/api/mine?tab=review')).body.items.map(
      (i: { placementId: string }) => i.placementId,
    ),
  ).not.toContain(news);
});

test('a verb that the key was not given is refused, and its action says so', async () => {
  const { token } = await outside.issue(systemId, ['undertaker 质量处'], { verbs: ['submit'] });
  const id = randomUUID();
  const sent = await send(token, id);
  expect(sent.body.actions).toMatchObject([{ verb: 'recall', allowed: false, why: 'key_verb' }]);
  expect((await move(token, id, 'recall')).body).toMatchObject({ code: 'key_verb' });
  expect((await move(writer.token, id, 'recall')).status).toBe(200);
});

test('H6 a key that is revoked or has expired is out at the next request, with its posts; each is recorded', async () => {
  const key = await outside.issue(systemId, ['undertaker 质量处']);
  const me = (token: string) => inside.ask(token, 'GET', '/api/me');
  expect(await me(key.token)).toMatchObject({ status: 200, body: { login: key.prefix, writes: true } });
  expect((await outside.revoke(systemId, key.keyId)).status).toBe(200);
  expect(await me(key.token)).toMatchObject({ status: 401, body: { code: 'key_revoked' } });
  expect((await outside.revoke(systemId, key.keyId)).body).toMatchObject({ code: 'key_gone' });
  const { rows: held } =
    await sql`select from people.acting(now() + interval '1 second') where person_id = ${key.keyId}`.execute(w.db());
  expect(held).toEqual([]);
  const short = await outside.issue(systemId, ['undertaker 质量处'], {
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
  });
  expect((await me(short.token)).status).toBe(200);
  setClock(new Date(Date.now() + 61_000));
  expect(await me(short.token)).toMatchObject({ status: 401, body: { code: 'key_expired' } });
  setClock(undefined);
  const kept = await w
    .db()
    .selectFrom('door.refusal')
    .select(['login', 'code'])
    .where('subjectKind', '=', 'key')
    .execute();
  expect(kept).toEqual(
    expect.arrayContaining([
      { login: key.prefix, code: 'key_revoked' },
      { login: short.prefix, code: 'key_expired' },
    ]),
  );
});

test('H6 a key of another address, a wrong one and a mangled one open nothing', async () => {
  const far = await outside.issue(systemId, ['undertaker 质量处'], { addresses: ['10.1.0.0/16'] });
  expect(await inside.ask(far.token, 'GET', '/api/me')).toMatchObject({ status: 403, body: { code: 'key_address' } });
  const near = await outside.issue(systemId, ['undertaker 质量处'], { addresses: ['10.1.0.0/16', '127.0.0.0/8'] });
  expect((await inside.ask(near.token, 'GET', '/api/me')).status).toBe(200);
  const wrong = `${writer.token.slice(0, -1)}${writer.token.endsWith('A') ? 'B' : 'A'}`;
  for (const header of [
    `Bearer ${wrong}`,
    writer.token,
    `Basic ${writer.token}`,
    `Bearer ${writer.prefix}`,
    'Bearer',
    '',
  ])
    expect([header, await inside.ask({ authorization: header }, 'GET', '/api/me')]).toMatchObject([
      header,
      { status: 401, body: { code: 'bad_key' } },
    ]);
});

test('H3 no more requests in a minute than the key’s own, exact 100 at once, with the time to wait; another key goes on', async () => {
  const start = Date.now();
  setClock(new Date(start));
  const slow = await outside.issue(systemId, ['undertaker 质量处'], { perMinute: 20 });
  const said = await Promise.all(Array.from({ length: 100 }, () => inside.ask(slow.token, 'GET', '/api/queue')));
  expect(said.filter(({ status }) => status === 200)).toHaveLength(20);
  const refused = said.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(80);
  expect([refused[0]?.headers.get('retry-after'), refused[0]?.body.code]).toEqual(['60', 'key_rate']);
  expect((await inside.ask(writer.token, 'GET', '/api/queue')).status).toBe(200);
  setClock(new Date(start + 60_000));
  expect((await inside.ask(slow.token, 'GET', '/api/queue')).status).toBe(200);
  setClock(undefined);
});

test('G10 a key needs no origin, and goes with no cookie', async () => {
  const { headers } = await inside.ask({ origin: inside.base }, 'POST', '/api/sign-in', { login: 'writer', password });
  const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  expect((await inside.ask({ cookie }, 'GET', '/api/me')).status).toBe(200);
  const both = { cookie, authorization: `Bearer ${writer.token}` };
  for (const [method, path, body] of [
    ['GET', '/api/me', undefined],
    ['POST', '/api/clean', { html: '<p>一</p>' }],
  ] as const) {
    expect(await inside.ask(both, method, path, body)).toMatchObject({ status: 403, body: { code: 'two_identities' } });
    expect((await inside.ask(writer.token, method, path, body)).status).toBe(200);
  }
});

test('A11 every endpoint is open to keys, or judged by the door, or refused as the console’s own', async () => {
  const closed = [];
  for (const row of rows) {
    const { status, body } = await inside.ask(
      writer.token,
      row.method,
      pathOf(row),
      row.method === 'GET' ? undefined : {},
    );
    if (body.code === 'console_only') closed.push(`${row.method} ${row.path} ${status}`);
    else
      expect([row.path, row.systems || row.permission === 'door', status !== 401 && status < 500]).toEqual([
        row.path,
        true,
        true,
      ]);
  }
  expect(closed).toEqual(
    rows.filter((r) => !r.systems && r.permission !== 'door').map((r) => `${r.method} ${r.path} 403`),
  );
  expect(closed).toContain('POST /api/sign-in 403');
});

test('C6 the operator’s log says who asked what, by the beginning of the key and never by the key', () => {
  const asked = logged.filter((line) => line.includes('asked by key')).map((line) => JSON.parse(line));
  expect(asked).toContainEqual(
    expect.objectContaining({ level: 'info', key: writer.prefix, method: 'GET', path: '/api/compose', status: 200 }),
  );
  expect(asked.filter(({ status }) => status === 429)).toHaveLength(80);
  expect(logged.join('')).not.toContain(writer.token.slice(16));
});
