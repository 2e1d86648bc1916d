/** Jobs on a real PostgreSQL: at most one waiting per key, none lost, a poison job parked, a dead worker's job taken again. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dayMs } from '../core/day.ts';
import { freshDatabase, type TestDatabase } from './db/testing.ts';
import type { Database } from './door/knock.ts';
import {
  attemptsMax,
  drain,
  enqueue,
  type Job,
  type JobKinds,
  laneBeside,
  pauseMs,
  runOne,
  slowLane,
  work,
} from './jobs.ts';
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

const job = (key: string, payload = {}, kind = 'note') => ({ key, kind, payload });
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
  setClock(new Date(at + dayMs));
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

const tick = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('D4 a lane full of slow work holds nothing else up', async () => {
  const [slow, quick]: [string[], string[]] = [[], []];
  const files: JobKinds = { file: (j) => tick(400).then(() => void slow.push(j.id)) };
  await enqueue(
    db,
    Array.from({ length: 20 }, (_, i) => job(`file ${i}`, {}, 'file')),
    new Date(now().getTime() - 60_000), // all of them were there first
  );
  const alarms: string[] = [];
  const alarm = (what: string) => void alarms.push(what);
  const lane = work(db, files, alarm, slowLane(files, 60_000));
  const rest = work(db, { note: async (j) => void quick.push(j.id) }, alarm, laneBeside(files));
  await tick(100);
  await enqueue(db, [job('publish')], now());
  rest.wake();
  await tick(250);
  expect(quick).toHaveLength(1);
  await Promise.all([lane.stop(), rest.stop()]);
  expect([slow.length < 4, alarms]).toEqual([true, []]);
});

test('D4 a kind that nobody handles raises an alarm, and a lane of its own kinds leaves it alone', async () => {
  const files: JobKinds = { file: async () => {} };
  await enqueue(db, [job('a', {}, 'nobody')], now());
  expect(await runOne(db, files, quiet, slowLane(files, 60_000))).toBe(false);
  const alarms: string[] = [];
  expect(await runOne(db, {}, (_what, _job, error) => void alarms.push(error), laneBeside(files))).toBe(true);
  expect(alarms).toEqual(['no handler for a job of kind nobody']);
});

test('D4 a job that takes longer than its lease is held, and nobody else takes it', async () => {
  await enqueue(db, [job('a', {}, 'file')], now());
  const runs: string[] = [];
  const files: JobKinds = { file: (j) => tick(900).then(() => void runs.push(j.id)) };
  const lane = slowLane(files, 300);
  const first = runOne(db, files, quiet, lane);
  for (let n = 0; n < 4; n++) {
    await tick(150);
    expect(await runOne(db, files, quiet, lane)).toBe(false);
  }
  await first;
  expect(runs).toHaveLength(1);
  expect(await db.selectFrom('door.job').select('id').execute()).toEqual([]);
});

test('D4 a job that kills its worker each time is parked with an alarm in the end', async () => {
  await sql`insert into door.job (id, key, kind, payload, run_at, attempts, locked_until, state, created_at)
    values (${randomUUID()}, 'a', 'note', '{}', now(), ${attemptsMax}, ${new Date(Date.now() - 1)}, 'running', now())`.execute(
    db,
  );
  const alarms: string[] = [];
  const ran: string[] = [];
  await runOne(db, { note: async (j) => void ran.push(j.id) }, (what) => void alarms.push(what));
  expect([alarms, ran]).toEqual([['parked'], []]);
  expect(await db.selectFrom('door.job').select('state').execute()).toEqual([{ state: 'parked' }]);
});
