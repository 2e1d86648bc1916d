/** What closed without its working days is judged by those that were loaded later. */
import { sql } from 'kysely';
import { daysOf } from '../../../core/duty/gather.ts';
import type { Database } from '../../door/knock.ts';
import type { Again } from './anew.ts';
import { type ClosedRow, close, judgeAgain } from './closed.ts';
import { plansOver } from './judge.ts';
import { keyName } from './lines.ts';
import { type Planning, planKey } from './planning.ts';

/** So many in one transaction: each reads its own events. */
const closedMax = 50;

/** What ended provisionally before a year was loaded, and has not been judged since: their numbers, in order. */
export async function unsettled(db: Database): Promise<Set<number>> {
  const { rows } = await sql<{ seq: number }>`
    select seq from duties.closed c where status = 'provisional' and ${isLast}
       and exists (select from calendar.version v where v.loaded_at > c.closed_at)
     order by seq`.execute(db);
  return new Set(rows.map(({ seq }) => seq));
}
/** Asked again when its turn comes: another process may have been quicker. */
const isLast = sql`not exists (
        select from duties.closed d where (d.adoption_id, d.duty, d.subject, d.subject_id, d.part, d.from_on, d.closed_at)
          = (c.adoption_id, c.duty, c.subject, c.subject_id, c.part, c.from_on, c.closed_at) and d.seq > c.seq)`;

/**
 * Each from the events that were known when it ended, by the working days that are known now; once, since what is said then
 * is no more provisional. What is said stands beside what was said. Answers what to call when it is committed.
 */
export async function settleSome(
  db: Database,
  planning: Planning,
  { closed }: Pick<Again, 'closed'>,
): Promise<() => void> {
  const seqs = [...closed].slice(0, closedMax);
  const { rows } = await sql<ClosedRow>`
    select seq, adoption_id, duty, subject, subject_id, part, from_on, to_on, status, n, closed_at, done_at, upto_seq,
           inputs_hash
      from duties.closed c where seq = any (${seqs}::bigint[]) and ${isLast} order by seq`.execute(db);
  for (const row of rows) {
    const over = row.subject === 'article' ? (await plansOver(db, planning, [row.subjectId], row.uptoSeq)).plans : [];
    const key = keyName(row);
    const plan = planning.kept.get(key) ?? over.find((one) => planKey(one) === key);
    const again = plan && (await judgeAgain(db, plan, row, planning.calendarOf(daysOf(plan))));
    if (again && again.line.verdict.status !== 'provisional') await close(db, [again], row.uptoSeq);
  }
  return () => {
    for (const seq of seqs) closed.delete(seq);
  };
}
