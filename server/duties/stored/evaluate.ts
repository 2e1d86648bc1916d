/** All kept lines made again at once, and what closed without its working days, when they are loaded. */
import { sql } from 'kysely';
import type { Database } from '../../door/knock.ts';
import { everything, isDone, judgeSome } from './anew.ts';
import { type ClosedRow, close, judgeAgain } from './closed.ts';
import { plansOver } from './judge.ts';
import { keyName } from './lines.ts';
import { type Planning, planKey } from './planning.ts';

/** In one transaction. `now`: at which instant; `upto`: the last fact that counts. Answers how many lines are others than before. */
export async function evaluate(db: Database, planning: Planning, upto: number, now: number): Promise<number> {
  const again = await everything(db, planning, upto, now);
  let all = 0;
  while (!isDone(again)) {
    const { written, done } = await judgeSome(db, planning, again, upto, now);
    all += written;
    done();
  }
  return all;
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
    const over = row.subject === 'article' ? await plansOver(db, planning, [row.subjectId], row.uptoSeq) : [];
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
