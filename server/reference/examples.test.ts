/** Every example of the reference page is run as it stands, by bash and curl, against a real inside, and gives what it says. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openapi } from '../contract/openapi/openapi.ts';
import { handlers, testStorage } from '../endpoints.fixture.ts';
import { runLimited } from '../files/child/limited.ts';
import { fileJobs } from '../files/intake.ts';
import { filesRoutes } from '../files/routes.ts';
import { makeApp } from '../http/app.ts';
import { slowLane, type Worker, work } from '../jobs.ts';
import { systemOf } from '../keys/system.fixture.ts';
import { walker } from '../walk.fixture.ts';
import { type Example, examples, variables } from './examples.ts';

const w = walker();
const outside = systemOf(w.c);
const folder = mkdtempSync(join(tmpdir(), 'menhu-examples-'));
const known: Record<string, string> = {};
let close = () => {};
let lane: Worker;

beforeAll(async () => {
  // Noise can't be made small, so that the picture has several parts.
  const noise = {
    width: 160,
    height: 120,
    channels: 3 as const,
    background: '#888',
    noise: { type: 'gaussian' as const, mean: 128, sigma: 60 },
  };
  writeFileSync(join(folder, 'photo.jpg'), await sharp({ create: noise }).jpeg({ quality: 95 }).toBuffer());
  const jobs = fileJobs({
    db: w.db(),
    storage: testStorage,
    folder,
    scan: async () => 'clean',
    take: runLimited,
  });
  lane = work(w.db(), jobs, (_what, _job, error) => expect.unreachable(error), slowLane(jobs, 30_000));
  const files = filesRoutes({ folder, wake: lane.wake });
  const app = makeApp({ db: w.db(), handlers: { ...handlers, files }, consoleFolder: undefined, ownOrigins: () => [] });
  await new Promise<void>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      known.MENHU = `http://127.0.0.1:${port}`;
      resolve();
    });
    close = () => server.close();
  });
  await keys();
});
afterAll(async () => {
  close();
  await lane.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** As an operator gives them out. */
async function keys(): Promise<void> {
  const id = await outside.register('质量处', 'colleague', '质检直报');
  const law = w.c().column('www', 'law');
  const give = async (name: string, posts: string[], more: object = {}) => {
    const { token, keyId } = await outside.issue(id, posts, { columnIds: [law], ...more });
    known[name] = token;
    return keyId;
  };
  await give('KEY', ['undertaker 质量处'], { verbs: ['save', 'submit', 'recall', 'discard'] });
  await give('PUBLISHER', ['publisher 办公室'], { verbs: ['publish', 'withdraw'] });
  await give('SLOW', ['undertaker 质量处'], { perMinute: 1 });
  await give('EXPIRED', ['undertaker 质量处'], { expiresAt: new Date(Date.now() + 400).toISOString() });
  await outside.revoke(id, await give('REVOKED', ['undertaker 质量处']));
  known.OTHER = w.c().column('www', 'home-news');
}

const run = promisify(execFile);
const withStatus = `curl() { command curl -sS --max-time 20 -w '\\n%{http_code}' "$@"; }\nset -o pipefail\n`;

/** `--norc`: bash takes a socket as its input for a remote login, and would read the settings of whoever runs the test. */
async function once({ lines }: Example): Promise<{ status: number; body: Record<string, unknown> }> {
  const { stdout } = await run('bash', ['--norc', '-c', withStatus + lines], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...known },
  });
  const [, body = '', status] = /^([\s\S]*)\n(\d{3})\s*$/.exec(stdout) ?? [];
  return { status: Number(status), body: body.startsWith('{') ? JSON.parse(body) : {} };
}

async function ran(example: Example) {
  for (const name of example.fresh ?? []) known[name] = randomUUID();
  let got = await once(example);
  for (let tries = 0; example.waits && tries < 100 && got.body.state === 'checking'; tries++) {
    await sleep(200);
    got = await once(example);
  }
  for (const [name, path] of Object.entries(example.keeps ?? {}))
    known[name] = String(
      path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], got.body),
    );
  return got;
}

async function approved(): Promise<void> {
  for (const name of ['head', 'secrecy']) expect((await w.approve(name, known.ID ?? '')).status).toBe(200);
}

test('every example gives what it says, one after the other, as bash and curl run it', {
  timeout: 180_000,
}, async () => {
  for (const example of examples) {
    if (example.before === 'approved') await approved();
    const got = await ran(example);
    expect({ title: example.title, ...got }).toMatchObject({
      title: example.title,
      status: example.status,
      body: example.answer ?? {},
    });
  }
  const { state } = await w.at(known.ID ?? '');
  expect(state).toBe('withdrawn');
});

test('every endpoint has an example, and every variable is one that the page explains', () => {
  const ids = Object.values(openapi({ version: '0' }).paths).flatMap((methods) =>
    Object.values(methods).map((o) => o.operationId),
  );
  const shown = new Set(examples.flatMap(({ of }) => of ?? []));
  expect(ids.filter((id) => !shown.has(id))).toEqual([]);
  expect([...shown].filter((id) => !ids.includes(id))).toEqual([]);
  const told = new Set(Object.keys(variables));
  for (const { lines, fresh = [], keeps = {} } of examples) {
    for (const name of fresh) told.add(name);
    expect(
      [...lines.matchAll(/\$([A-Z][A-Z0-9]*)/g)].map(([, name]) => name as string).filter((name) => !told.has(name)),
    ).toEqual([]);
    for (const name of Object.keys(keeps)) told.add(name);
  }
});
