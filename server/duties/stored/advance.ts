/**
 * Brings the stored ledger up to an instant: facts in log order, and between them the time that passed. Whoever writes the
 * ledger holds the lock of its one row; a page that finds it behind does the same work.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { dayMs, localDay, startOf } from '../../../core/day.ts';
import type { Fact } from '../../../core/duty/facts.ts';
import { changesWorld } from '../../../core/vocabulary/counted.ts';
import type { Database, Tx } from '../../door/knock.ts';
import { factsAfter } from '../facts.ts';
import { differing, everything, isDone, judgeSome } from './anew.ts';
import { build } from './build.ts';
import { evaluate, forget } from './evaluate.ts';
import { addSums, earlier, fold, lastOf, sumsWith, touched } from './fold.ts';
import { keyOf } from './lines.ts';
import { type Planning, planKey, planningAfter, planningAt } from './planning.ts';
import { unsettled } from './settle.ts';
import { due, tick, tickMax } from './tick.ts';

const batchMax = 200;
/** Between full batches, so that a fold that is behind leaves the door its time. */
const restMs = 50;

export type State = { readonly seq: number; readonly until: number; readonly worldSeq: number };

type How = {
  /** It pauses between full batches; a page doesn't. */
  readonly rests?: boolean;
  /** Told after each transaction. */
  readonly each?: () => void;
  /** So many lines at most whose time has come in one transaction. */
  readonly most?: number;
};

export async function advance(
  db: Database,
  to: Date,
  { rests = false, each, most = tickMax }: How = {},
): Promise<void> {
  for (;;) {
    const { more, done } = await db.transaction().execute((tx) => step(tx, to.getTime(), most));
    done?.();
    each?.();
    if (more === 'none') return;
    if (rests && more === 'full') await pause(restMs);
  }
}

/** Locks the ledger. */
async function locked(tx: Tx): Promise<State> {
  const { rows } = await sql<State>`
    select seq, world_seq, coalesce((extract(epoch from nullif(until, '-infinity')) * 1000)::float8, 0) as until
      from duties.fold for update`.execute(tx);
  const [state] = rows;
  if (!state) throw new Error('the row of the ledger is missing: duties.fold');
  return state;
}

/** How far it got, for whoever only wants to know. */
export async function state(db: Database): Promise<State> {
  const { rows } = await sql<State>`
    select seq, world_seq, coalesce((extract(epoch from nullif(until, '-infinity')) * 1000)::float8, 0) as until
      from duties.fold`.execute(db);
  return rows[0] ?? { seq: 0, until: 0, worldSeq: 0 };
}

/** How many facts wait to be folded, and since when the first of them does. */
export async function behind(db: Database): Promise<{ readonly facts: number; readonly since: Date | null }> {
  const { rows } = await sql<{ facts: number; since: Date | null }>`
    select h.last - f.seq as facts, (select at from door.fact where seq > f.seq order by seq limit 1) as since
      from door.head h, duties.fold f`.execute(db);
  const { facts = 0, since = null } = rows[0] ?? {};
  return { facts: since === null ? 0 : facts, since };
}

async function got(tx: Tx, { seq, until, worldSeq }: State): Promise<void> {
  await sql`update duties.fold set seq = ${seq}, until = to_timestamp(${until / 1000}::float8), world_seq = ${worldSeq}`.execute(
    tx,
  );
}

/** `more`: whether there is anything left to do; `done`: to be called when it is committed. */
type Step = { readonly more: 'full' | 'some' | 'none'; readonly done?: () => void };

/** One transaction. */
async function step(tx: Tx, to: number, most: number): Promise<Step> {
  const before = await locked(tx);
  const known = await planningAt(tx, before.worldSeq);
  const { planning } = known;
  const facts = await factsAfter(tx, before.seq, batchMax);
  const [first] = facts;
  // Before a fact of a new day all that ends with the old one: then no period is judged by what came after it.
  const now = Math.max(before.until, first ? (changesWorld(first.kind) ? first.at : startOf(localDay(first.at))) : to);
  const rows = await due(tx, now, Math.ceil(most / nights(before.until, now)));
  // What the last process left in the middle of a night comes before all else: it is still as it was on the evening before.
  const left = rows.filter(({ look }) => look <= before.until);
  // A newer program may have emptied the sums, or count what none did: nothing is judged before they are there.
  if (!known.again) await build(tx, planning, before.seq);
  if (left.length > 0) {
    await tick(tx, planning, left, before.seq, before.until);
    return { more: 'some' };
  }
  known.again ??= await everything(tx, planning, before.seq, before.until);
  if (!isDone(known.again)) {
    return { more: 'some', done: await judgeSome(tx, planning, known.again, before.seq, before.until) };
  }
  if (rows.length > 0) {
    await tick(tx, planning, rows, before.seq, now);
    await got(tx, { ...before, until: now });
    return { more: 'some' };
  }
  if (!first) return { more: 'none' };
  if (changesWorld(first.kind)) await changed(tx, planning, first, { ...before, until: now });
  else await folded(tx, planning, facts, { ...before, until: now });
  return { more: facts.length === batchMax ? 'full' : 'some' };
}

/** How many nights a line may have to be walked through, up to four: then fewer of them come in one transaction. */
const nights = (since: number, now: number): number => Math.min(4, Math.max(1, Math.floor((now - since) / dayMs)));

async function folded(tx: Tx, planning: Planning, facts: readonly Fact[], before: State): Promise<void> {
  const day = localDay(facts[0]?.at ?? 0);
  const stop = facts.findIndex(({ at, kind }) => localDay(at) > day || changesWorld(kind));
  const batch = stop < 0 ? facts : facts.slice(0, stop);
  const now = Math.max(before.until, ...batch.map(({ at }) => at));
  await fold(tx, planning, { facts: batch, after: before.seq, now });
  await got(tx, { ...before, seq: lastOf(batch, before.seq), until: now });
}

/** Another world, other rules, or other working days: what that may change is judged anew, in the transactions that follow. */
async function changed(tx: Tx, was: Planning, fact: Fact, before: State): Promise<void> {
  const seq = Number(fact.seq);
  const known = await earlier(tx, was, [fact], before.seq);
  const sums = sumsWith(was, known, [fact]);
  await addSums(tx, sums);
  await planningAfter(tx, seq, async (is) => {
    const again = await differing(tx, was, is, seq, before.until);
    for (const plan of touched(was, sums, known, [fact]).plans) again.plans.set(planKey(plan), keyOf(plan));
    return fact.kind === 'calendar.loaded' ? { ...again, closed: await unsettled(tx) } : again;
  });
  await got(tx, { seq, until: before.until, worldSeq: seq });
}

/** Makes lines again as of where the ledger is, and their sums too: from the facts alone. Answers how many lines. */
export async function rebuild(db: Database, { sums = true } = {}): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { seq, until, worldSeq } = await locked(tx);
    if (sums) await forget(tx);
    return evaluate(tx, (await planningAt(tx, worldSeq)).planning, { upto: seq, now: until, isNew: sums });
  });
}
