/** The database stops while the inside serves: 503 in the user's words on every endpoint, and nothing is lost when it is back. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from './act.ts';
import { aboutPerson } from './content/about-person.ts';
import { contentRoutes } from './content/routes.ts';
import type { Row } from './contract/row.ts';
import { table } from './contract/table.ts';
import { type County, county, password, text } from './county.fixture.ts';
import { type Opened, openPool } from './db/client.ts';
import { type Embedded, startPostgres } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { migrationsFolder } from './db/package-root.ts';
import { openFolder, testBinaries } from './db/testing.ts';
import { makeApp } from './http/app.ts';
import { peopleRoutes } from './people/routes.ts';

const folder = openFolder('away');
const data = join(folder, 'DATA');
let server: Embedded;
let opened: Opened;
let c: County;
let base = '';
let close = () => {};

beforeAll(async () => {
  server = await startPostgres(data, testBinaries());
  await migrate(server.ownerUrl, migrationsFolder());
  opened = openPool(server.url, { role: 'web', max: 6 });
  c = await county(opened.db);
  const handlers = { people: peopleRoutes(aboutPerson), content: contentRoutes(act) };
  const app = makeApp({ db: opened.db, handlers, consoleFolder: undefined, ownOrigins: () => [base] });
  await new Promise<void>((resolve) => {
    const http = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      base = `http://127.0.0.1:${port}`;
      resolve();
    });
    close = () => http.close();
  });
}, 120_000);
afterAll(async () => {
  close();
  await opened.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function send(method: string, path: string, cookie: string, body?: unknown) {
  const headers = { origin: base, cookie, 'content-type': 'application/json' };
  const got = await fetch(base + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  return {
    status: got.status,
    body: (await got.json()) as { code?: string; message?: string },
    cookie: got.headers.get('set-cookie'),
  };
}
const rows = Object.values(table).flatMap((group) => Object.values(group) as Row[]);

test('G1 with the database stopped every endpoint says 503 in words, and the same ask has one effect when it is back', {
  timeout: 180_000,
}, async () => {
  const cookie =
    ((await send('POST', '/api/sign-in', '', { login: 'writer', password })).cookie ?? '').split(';')[0] ?? '';
  const id = randomUUID();
  const submit = { version: 0, key: randomUUID(), columnId: c.column('www', 'law'), body: text('停库前写好的稿') };
  await server.stop();
  const away = {
    status: 503,
    body: { code: 'database_away', message: '数据库暂时连不上，您的改动还没有存上，请稍候再试' },
  };
  for (const row of rows) {
    const body = row.path === '/api/sign-in' ? { login: 'writer', password } : row.method === 'GET' ? undefined : {};
    const { status, body: said } = await send(row.method, row.path.replace(/\{\w+\}/g, id), cookie, body);
    expect({ path: row.path, status, body: said }).toEqual({ path: row.path, ...away });
  }
  expect(await send('POST', `/api/placements/${id}/submit`, cookie, submit)).toMatchObject(away);
  server = await startPostgres(data, testBinaries());
  const both = [
    await send('POST', `/api/placements/${id}/submit`, cookie, submit),
    await send('POST', `/api/placements/${id}/submit`, cookie, submit),
  ];
  expect(both.map((answer) => answer.status)).toEqual([200, 200]);
  const runs = await opened.db.selectFrom('content.run').select('id').where('placementId', '=', id).execute();
  expect(runs).toHaveLength(1);
});
