/** All kept lines made again at once. */
import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Planned } from '../../../core/duty/plan.ts';
import type { Database } from '../../door/knock.ts';
import { areJudged, everything, readSome } from './anew.ts';
import { build } from './build.ts';
import { type GroundsOf, type Judged, judgedAt } from './judge.ts';
import { write } from './lines.ts';
import type { Planning } from './planning.ts';
import { settleSome } from './settle.ts';

/**
 * In one transaction. `now`: at which instant; `upto`: the last fact that counts. Answers how many lines are others than
 * before. While some are judged here, PostgreSQL writes those before them and reads for those after them.
 */
export async function evaluate(db: Database, planning: Planning, upto: number, now: number): Promise<number> {
  await build(db, planning, upto);
  const again = await everything(db, planning, upto, now);
  const isBare = (await rowsIn(db)) === 0;
  const read = () => (areJudged(again) ? undefined : later(readSome(db, planning, again, { upto, now, isBare })));
  let [next, writing, all] = [read(), Promise.resolve(0), 0];
  while (next) {
    const { plans, before, grounds, done } = await next;
    done();
    next = read();
    const judged = await judgedInTurns(plans, grounds, now);
    all += await writing;
    writing = later(write(db, judged, before));
  }
  all += await writing;
  while (again.closed.size > 0) (await settleSome(db, planning, again))();
  return all;
}

async function rowsIn(db: Database): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from (select from duties.line limit 1) one`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Waited for later: should it fail meanwhile, it is told then. */
function later<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** So many before others have their turn: what came from PostgreSQL, and what goes out to it. */
const atATime = 250;
async function judgedInTurns(plans: readonly Planned[], grounds: GroundsOf, now: number): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (let i = 0; i < plans.length; i += atATime) {
    judged.push(...judgedAt(plans.slice(i, i + atATime), grounds, now));
    await breathe();
  }
  return judged;
}

/** Sums and lines are thrown away, and made again from the facts; what is closed stays. */
export async function forget(db: Database): Promise<void> {
  await db.deleteFrom('duties.line').execute();
  await db.deleteFrom('duties.sum').execute();
  await db.deleteFrom('duties.series').execute();
}
