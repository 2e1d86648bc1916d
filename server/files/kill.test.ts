/** Killed at any moment while files come in and are taken: each is gone on with or finished, and none is ever wrong. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UploadView } from '../contract/files.ts';
import { password } from '../county.fixture.ts';
import type { Published } from '../file-view.ts';
import { Ground, randomly, sha256 } from './ground.fixture.ts';
import { sweepFiles } from './sweep.ts';

const CYCLES = Number(process.env.MENHU_KILL_CYCLES ?? 4);
const STEP = 65_536;
const program = fileURLToPath(new URL('./inside.fixture.ts', import.meta.url));

let g: Ground;
let child: ChildProcess | undefined;
let base = '';
let cookie = '';
beforeAll(async () => {
  g = await Ground.open();
  cookie = await start();
}, 120_000);
afterAll(async () => {
  child?.kill('SIGKILL');
  await g.close();
});

/** Answers a cookie of the writer's. */
async function start(): Promise<string> {
  const env = { ...process.env, DATABASE_URL: g.database.url };
  const args = ['--import', 'tsx', program, g.folder];
  child = spawn(process.execPath, args, {
    cwd: dirname(dirname(dirname(program))),
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout! });
  const [line] = await once(lines, 'line');
  base = `http://127.0.0.1:${line}`;
  const headers = { origin: 'http://own', 'content-type': 'application/json' };
  const got = await fetch(`${base}/api/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ login: 'writer', password }),
  });
  return (got.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function kill(): Promise<void> {
  const ended = once(child!, 'exit');
  child!.kill('SIGKILL');
  await ended;
  cookie = await start();
}

/** Until it is answered: in between the program may have died and have come back. */
async function ask(method: string, path: string, body?: Buffer | object): Promise<UploadView> {
  for (;;) {
    const bytes = Buffer.isBuffer(body);
    const headers = {
      origin: 'http://own',
      cookie,
      'content-type': bytes ? 'application/octet-stream' : 'application/json',
    };
    const sent = body ? { body: bytes ? new Uint8Array(body) : JSON.stringify(body) } : {};
    const got = await fetch(base + path, { method, headers, ...sent }).catch(() => undefined);
    if (got && [200, 409].includes(got.status)) {
      const view = await got.json().catch(() => undefined);
      if (view) return view as UploadView;
    } else if (got) throw new Error(`${got.status} ${await got.text()}`);
    await sleep(20);
  }
}

async function upload(bytes: Buffer): Promise<UploadView> {
  const id = randomUUID();
  const wanted = { id, purpose: 'picture', name: '图.jpg', size: bytes.length };
  let view = await ask('POST', '/api/uploads', wanted);
  while (view.state === 'receiving') {
    const part = bytes.subarray(view.received, view.received + STEP);
    view = await ask('PUT', `/api/uploads/${id}/parts/${view.received}`, part);
  }
  while (view.state === 'checking') {
    await sleep(20);
    view = await ask('GET', `/api/uploads/${id}`);
  }
  // A file whose check was killed five times is refused (server/files/intake.ts): its owner sends it again.
  return view.refused?.code === 'not_checked' ? upload(bytes) : view;
}

/** Resolves when work of the wanted kind is under way. */
async function until(wanted: 'receiving' | 'taking'): Promise<void> {
  for (;;) {
    const { rows } =
      wanted === 'taking'
        ? await sql`select 1 from door.job where state = 'running' and locked_until > now()`.execute(g.db)
        : await sql`select 1 from files.upload where state = 'receiving' and received > 0`.execute(g.db);
    if (rows.length > 0) return;
    await sleep(3);
  }
}

test('D1 F1 killed again and again while files come in and are taken, each file is taken once, and is the one that was sent', async () => {
  let killing = true;
  const results: { bytes: Buffer; view: UploadView }[] = [];
  const client = async () => {
    while (killing) {
      const bytes = randomly(randomInt(1, 1_200_000));
      results.push({ bytes, view: await upload(bytes) });
    }
  };
  const clients = [client(), client(), client()];
  for (let n = 0; n < CYCLES; n++) {
    await until(n % 2 ? 'taking' : 'receiving');
    await sleep(randomInt(0, 60));
    await kill();
  }
  killing = false;
  await Promise.all(clients);
  expect(results.length).toBeGreaterThanOrEqual(3);
  for (const { bytes, view } of results) {
    expect([view.state, view.refused, view.received]).toEqual(['taken', undefined, bytes.length]);
    const rows = await g.db
      .selectFrom('files.file')
      .select('published')
      .where('id', '=', view.file?.id ?? '')
      .execute();
    const pieces = rows.flatMap((row) => row.published as Published[]);
    const half = Math.floor(bytes.length / 2);
    const wanted = [bytes, bytes.subarray(0, half), bytes.subarray(half)];
    expect(pieces.map((piece) => piece.sha256)).toEqual(wanted.map(sha256));
    for (const hash of wanted.map(sha256))
      expect(sha256(readFileSync(join(g.folder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash)))).toBe(hash);
  }
  const { rows } = await sql<{ n: number }>`select count(*) as n from files.file`.execute(g.db);
  expect(rows[0]?.n).toBe(results.length);
  await sweepFiles(g.db, g.folder, new Date(Date.now() + 2 * 3_600_000));
  expect((await g.tree()).filter((path) => !/^files\/..\/..\/[0-9a-f]{64}$/.test(path))).toEqual([]);
}, 240_000);
