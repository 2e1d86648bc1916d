/** Jobs on a real PostgreSQL: at most one waiting per key, none lost, a poison job parked, a dead worker's job taken again. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from './db/testing.ts';
import type { Database } from './door/knock.ts';
import { attemptsMax, drain, enqueue, type Job, pauseMs, runOne, work } from './jobs.ts';
import { now, setClock } from './now.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await freshDatabase();
  db = database.db;
});
afterAll(() => database.drop());
beforeEach(async () => {
  setClock(undefined);
  await db.deleteFrom('door.job').execute();
});

const job = (key: string, payload = {}) => ({ key, kind: 'note', payload });
const quiet = () => {};

test('D4 a job put in while its twin runs is run as well: nothing written meanwhile is missed', async () => {
  const seen: unknown[] = [];
  await enqueue(db, [job('a', { n: 1 })], now());
  const handler = async (j: Job) => {
    seen.push(j.payload.n);
    if (j.payload.n === 1) await enqueue(db, [job('a', { n: 2 })], now());
  };
  await drain(db, { note: handler }, quiet);
  expect(seen).toEqual([1, 2]);
});

test('D4 a waiting twin takes the newer content, and is one job', async () => {
  await enqueue(db, [job('a', { n: 1 })], now());
  await enqueue(db, [job('a', { n: 2 })], now());
  const seen: unknown[] = [];
  await drain(db, { note: async (j) => void seen.push(j.payload.n) }, quiet);
  expect(seen).toEqual([2]);
});

test('D4 a job whose act rolls back never was', async () => {
  await db
    .transaction()
    .execute(async (tx) => {
      await enqueue(tx, [job('a')], now());
      throw new Error('rolled back');
    })
    .catch(quiet);
  expect(await runOne(db, {}, quiet)).toBe(false);
});

test('D4 a taker that races a committing twin loses nothing', async () => {
  await enqueue(db, [job('a', { n: 1 })], now());
  const seen: unknown[] = [];
  const take = () => runOne(db, { note: async (j) => void seen.push(j.payload.n) }, quiet);
  let taken: Promise<boolean> | undefined;
  await db.transaction().execute(async (tx) => {
    await enqueue(tx, [job('a', { n: 2 })], now()); // holds the waiting row
    taken = take(); // skips it
    await new Promise((r) => setTimeout(r, 50));
  });
  await taken;
  await drain(db, { note: async (j) => void seen.push(j.payload.n) }, quiet);
  expect(seen).toEqual([2]);
});

test('D4 a failing job waits longer each time, and is parked with an alarm after ten tries', async () => {
  await enqueue(db, [job('poison')], now());
  const alarms: string[] = [];
  let at = Date.now();
  for (let i = 0; i < attemptsMax; i++) {
    setClock(new Date(at));
    expect(
      await runOne(db, { note: async () => Promise.reject(new Error('bad')) }, (what) => void alarms.push(what)),
    ).toBe(true);
    setClock(new Date(at + pauseMs(i + 1) - 1));
    expect(await runOne(db, {}, quiet)).toBe(false);
    at += pauseMs(i + 1);
  }
  expect(alarms).toEqual([...Array(attemptsMax - 1).fill('failed'), 'parked']);
  setClock(new Date(at + 86_400_000));
  expect(await runOne(db, {}, quiet)).toBe(false);
  expect(await db.selectFrom('door.job').select(['state', 'error']).execute()).toEqual([
    { state: 'parked', error: 'bad' },
  ]);
});

test('D4 the job of a worker that died is taken again when its lease is over', async () => {
  const id = randomUUID();
  await sql`insert into door.job (id, key, kind, payload, run_at, attempts, locked_until, state, created_at)
    values (${id}, 'a', 'note', '{}', now(), 1, ${new Date(Date.now() - 1)}, 'running', now())`.execute(db);
  const seen: string[] = [];
  await drain(db, { note: async (j) => void seen.push(j.id) }, quiet);
  expect(seen).toEqual([id]);
});

test('D4 two workers share the jobs, and none is run by both', async () => {
  const seen: string[] = [];
  const handlers = { note: async (j: Job) => void seen.push(j.id) };
  await enqueue(
    db,
    Array.from({ length: 40 }, (_, i) => job(`k${i}`)),
    now(),
  );
  await Promise.all([drain(db, handlers, quiet), drain(db, handlers, quiet)]);
  expect(new Set(seen).size).toBe(40);
  expect(seen).toHaveLength(40);
});

test('a woken worker looks at once, and a stopped one finishes what it has in hand', async () => {
  let finished = false;
  const worker = work(
    db,
    {
      note: async () => {
        await new Promise((r) => setTimeout(r, 150));
        finished = true;
      },
    },
    quiet,
  );
  await new Promise((r) => setTimeout(r, 100));
  await enqueue(db, [job('a')], now());
  const began = Date.now();
  worker.wake();
  await new Promise((r) => setTimeout(r, 100));
  await worker.stop();
  expect(finished).toBe(true);
  expect(Date.now() - began).toBeLessThan(900);
});
