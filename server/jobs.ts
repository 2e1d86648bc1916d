/**
 * Jobs: put in by the act that wants them, in its transaction; taken with SKIP LOCKED; tried again after growing pauses;
 * parked with an alarm after ten tries. Each may run twice and must take effect once. Nothing else touches `door.job`.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, JobDraft, Tx } from './door/knock.ts';
import { now } from './now.ts';

export type Job = {
  readonly id: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
};
export type JobKinds = Readonly<Record<string, (job: Job) => Promise<void>>>;
/** what: failed (tries again), parked (someone must look), away (the database didn't answer). */
export type Alarm = (what: 'failed' | 'parked' | 'away', job: Job | undefined, error: string) => void;

/**
 * Workers of one lane share its jobs. A lane with `only` takes those kinds and no other; one with `except` takes all the
 * rest, so that a kind which nobody handles still raises an alarm. `leaseMs`: how long after a worker died its job is taken again.
 */
export type Lane = {
  readonly leaseMs: number;
  readonly only?: readonly string[];
  readonly except?: readonly string[];
};
export const oneLane: Lane = { leaseMs: 30_000 };
/** Work that takes seconds goes a lane of its own, and nothing else waits behind it. */
export const slowLane = (slow: JobKinds, leaseMs: number): Lane => ({ leaseMs, only: Object.keys(slow) });
export const laneBeside = (slow: JobKinds): Lane => ({ ...oneLane, except: Object.keys(slow) });

/**
 * Work that comes again by itself. `run` does all that is due at an instant, found in the tables and not in a memory of
 * runs before: it may run twice, and where nobody worked for a week it does the week's work. One table of it: `periodic`
 * in main.ts. `title`: what an operator calls it.
 */
export type Periodic = {
  readonly name: string;
  readonly title: string;
  readonly everyMs: number;
  run(at: Date): Promise<unknown>;
};

export const attemptsMax = 10;
/** 1 s, 2 s, 4 s … at most 5 minutes. */
export const pauseMs = (attempts: number): number => Math.min(300_000, 1000 * 2 ** (attempts - 1));

/**
 * At most one *waiting* job per key: a later one takes its payload and time. `do update`, never `do nothing`: a worker
 * that takes the waiting job before our commit would see nothing new, and the work would never be done. Keys in sorted
 * order, so that two acts can't deadlock.
 */
export async function enqueue(tx: Tx | Database, jobs: readonly JobDraft[], at: Date): Promise<void> {
  for (const job of [...jobs].sort((a, b) => (a.key < b.key ? -1 : 1)))
    await sql`
      insert into door.job (id, key, kind, payload, run_at, attempts, state, created_at)
      values (${randomUUID()}, ${job.key}, ${job.kind}, ${JSON.stringify(job.payload)}::jsonb, ${job.runAt ?? at}, 0, 'waiting', ${at})
      on conflict (key) where state = 'waiting'
      do update set payload = excluded.payload, run_at = least(door.job.run_at, excluded.run_at)`.execute(tx);
}

/** Takes the next due job, or one whose worker died (its lease ran out). */
async function take(db: Database, { leaseMs, only, except = [] }: Lane, at: Date): Promise<Job | undefined> {
  const { rows } = await sql<Job>`
    update door.job set state = 'running', attempts = attempts + 1, locked_until = ${new Date(at.getTime() + leaseMs)}
     where id = (select id from door.job
                  where ((state = 'waiting' and run_at <= ${at}) or (state = 'running' and locked_until < ${at}))
                    and (${only ?? null}::text[] is null or kind = any (${only ?? null}::text[]))
                    and kind <> all (${except}::text[])
                  order by run_at, id limit 1 for update skip locked)
    returning id, kind, payload, attempts`.execute(db);
  return rows[0];
}

async function done(db: Database, job: Job): Promise<void> {
  await db.deleteFrom('door.job').where('id', '=', job.id).execute();
}

/** A failed job waits longer each time. If its key waits already with newer content, that one stands for both. */
async function failed(db: Database, job: Job, error: string, at: Date): Promise<void> {
  const park = job.attempts >= attemptsMax;
  await db.transaction().execute(async (tx) => {
    const twin =
      await sql`select 1 from door.job w join door.job f on f.key = w.key where f.id = ${job.id} and w.state = 'waiting'`.execute(
        tx,
      );
    if (twin.rows.length > 0 && !park) {
      await tx.deleteFrom('door.job').where('id', '=', job.id).execute();
      return;
    }
    await tx
      .updateTable('door.job')
      .set({
        state: park ? 'parked' : 'waiting',
        error: error.slice(0, 2000),
        lockedUntil: null,
        runAt: new Date(at.getTime() + pauseMs(job.attempts)),
      })
      .where('id', '=', job.id)
      .execute();
  });
}

/** Held for as long as it runs. When the database is away just then, the lease runs out and the job may run twice. */
function hold(db: Database, job: Job, leaseMs: number, alarm: Alarm): () => void {
  const renew = () =>
    db
      .updateTable('door.job')
      .set({ lockedUntil: new Date(now().getTime() + leaseMs) })
      .where('id', '=', job.id)
      .where('state', '=', 'running')
      .execute()
      .catch((e: unknown) => alarm('away', job, e instanceof Error ? e.message : String(e)));
  const timer = setInterval(renew, leaseMs / 3);
  return () => clearInterval(timer);
}

/** Runs one due job. False when there was none. */
export async function runOne(db: Database, handlers: JobKinds, alarm: Alarm, lane = oneLane): Promise<boolean> {
  const job = await take(db, lane, now());
  if (!job) return false;
  const release = hold(db, job, lane.leaseMs, alarm);
  try {
    if (job.attempts > attemptsMax) throw new Error(`its worker died ${attemptsMax} times`);
    const handler = handlers[job.kind];
    if (!handler) throw new Error(`no handler for a job of kind ${job.kind}`);
    await handler(job);
    await done(db, job);
  } catch (e) {
    const error = e instanceof Error ? e.message : String(e);
    await failed(db, job, error, now());
    alarm(job.attempts >= attemptsMax ? 'parked' : 'failed', job, error);
  } finally {
    release();
  }
  return true;
}

/** Runs jobs until none is due: the world's way of living through its past. */
export async function drain(db: Database, handlers: JobKinds, alarm: Alarm): Promise<void> {
  while (await runOne(db, handlers, alarm));
}

export type Worker = { wake(): void; stop(): Promise<void> };

/** Works until stopped: polls each second, and at once when woken. Waits for the job in hand before it resolves. */
export function work(db: Database, handlers: JobKinds, alarm: Alarm, lane = oneLane): Worker {
  let stopped = false;
  let woken = false;
  let rouse = () => {};
  const wake = () => {
    woken = true;
    rouse();
  };
  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 1000);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const step = () =>
    runOne(db, handlers, alarm, lane).catch((e: unknown) => {
      alarm('away', undefined, e instanceof Error ? e.message : String(e)); // the next second tries again
      return false;
    });
  const loop = (async () => {
    while (!stopped) {
      woken = false;
      const had = await step();
      if (!had && !stopped && !woken) await sleep();
    }
  })();
  const stop = async () => {
    stopped = true;
    wake();
    await loop;
  };
  return { wake, stop };
}

/**
 * Repeats each work at its own pace until stopped; one that is still busy isn't begun again. When each ran last is kept
 * for doctor. `stop` waits for what is in hand.
 */
export function repeat(
  db: Database,
  table: readonly Periodic[],
  alarm: (name: string, error: unknown) => void,
): Worker {
  const busy = new Map<string, Promise<unknown>>();
  const turn = async (work: Periodic) => {
    try {
      await work.run(now());
      await ran(db, work);
    } catch (error) {
      alarm(work.name, error); // the next turn tries again
      await ran(db, work, error instanceof Error ? error.message : String(error));
    }
  };
  const again = new Set<string>();
  let stopped = false;
  const begin = (work: Periodic) => {
    if (busy.has(work.name) || stopped) return;
    const one = turn(work)
      .catch((error: unknown) => alarm(work.name, error))
      .finally(() => {
        busy.delete(work.name);
        if (again.delete(work.name)) begin(work);
      });
    busy.set(work.name, one);
  };
  // Who wakes has something that the work in hand may have passed by already.
  const rouse = (work: Periodic) => {
    if (busy.has(work.name)) again.add(work.name);
    else begin(work);
  };
  const timers = table.map((work) => setInterval(begin, work.everyMs, work));
  const stop = async () => {
    stopped = true;
    for (const timer of timers) clearInterval(timer);
    await Promise.all(busy.values());
  };
  return { wake: () => table.forEach(rouse), stop };
}

/** At most twice a minute for each: what runs every second would otherwise write a row each second. */
async function ran(db: Database, { name, title, everyMs }: Periodic, error?: string): Promise<void> {
  const [doneAt, failedAt] = error === undefined ? [now(), null] : [null, now()];
  await sql`
    insert into door.periodic as p (name, title, every_ms, done_at, failed_at, error)
    values (${name}, ${title}, ${everyMs}, ${doneAt}, ${failedAt}, ${error?.slice(0, 300) ?? null})
    on conflict (name) do update
       set title = excluded.title, every_ms = excluded.every_ms, done_at = coalesce(excluded.done_at, p.done_at),
           failed_at = excluded.failed_at, error = excluded.error
     where p.done_at is null or excluded.done_at is null or p.error is not null or p.every_ms <> excluded.every_ms
        or excluded.done_at > p.done_at + interval '30 seconds'`.execute(db);
}
