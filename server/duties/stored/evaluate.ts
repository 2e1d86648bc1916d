/** All kept lines made again at once, and what closed without its working days, when they are loaded. */
import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Planned } from '../../../core/duty/plan.ts';
import type { Database } from '../../door/knock.ts';
import { everything, isDone, readSome } from './anew.ts';
import { build } from './build.ts';
import { type ClosedRow, close, judgeAgain } from './closed.ts';
import { type GroundsOf, type Judged, judgedAt, plansOver } from './judge.ts';
import { keyName, write } from './lines.ts';
import { type Planning, planKey } from './planning.ts';

/**
 * In one transaction. `now`: at which instant; `upto`: the last fact that counts. Answers how many lines are others than
 * before. While some are judged here, PostgreSQL writes those before them and reads for those after them.
 */
export async function evaluate(db: Database, planning: Planning, upto: number, now: number): Promise<number> {
  await build(db, planning, upto);
  const again = await everything(db, planning, upto, now);
  const isBare = (await rowsIn(db)) === 0;
  const read = () => (isDone(again) ? undefined : later(readSome(db, planning, again, { upto, now, isBare })));
  let [next, writing, all] = [read(), Promise.resolve(0), 0];
  while (next) {
    const { plans, before, grounds, done } = await next;
    done();
    next = read();
    const judged = await judgedInTurns(plans, grounds, now);
    all += await writing;
    writing = later(write(db, judged, before));
  }
  return all + (await writing);
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

/**
 * What ended before its working days were loaded is judged by those that are loaded now, from the events that were known
 * when it ended: once, since what is said then is no more provisional.
 */
export async function settle(db: Database, planning: Planning, at: Date): Promise<void> {
  const { rows } = await sql<ClosedRow>`
    select seq, adoption_id, duty, subject, subject_id, part, from_on, to_on, status, n, closed_at, done_at, upto_seq,
           inputs_hash
      from duties.closed c where status = 'provisional' and not exists (
        select from duties.closed d where (d.adoption_id, d.duty, d.subject, d.subject_id, d.part, d.from_on, d.closed_at)
          = (c.adoption_id, c.duty, c.subject, c.subject_id, c.part, c.from_on, c.closed_at) and d.seq > c.seq)
     order by seq`.execute(db);
  for (const row of rows) {
    const over = row.subject === 'article' ? (await plansOver(db, planning, [row.subjectId], row.uptoSeq)).plans : [];
    const key = keyName(row);
    const plan = planning.kept.get(key) ?? over.find((one) => planKey(one) === key);
    const again = plan && (await judgeAgain(db, plan, row, at));
    if (again && again.line.verdict.status !== 'provisional') await close(db, [again], row.uptoSeq);
  }
}

/** Sums and lines are thrown away, and made again from the facts; what is closed stays. */
export async function forget(db: Database): Promise<void> {
  await db.deleteFrom('duties.line').execute();
  await db.deleteFrom('duties.sum').execute();
  await db.deleteFrom('duties.series').execute();
}
