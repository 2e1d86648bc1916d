/** Every closed period judged again: the same verdict, the same events and hash, twice over. */
import { sql } from 'kysely';
import type { Database } from '../../door/knock.ts';
import { state } from './advance.ts';
import { type ClosedRow, judgeAgain } from './closed.ts';
import { plansOver } from './judge.ts';
import { keyName, steady } from './lines.ts';
import { planKey, planningAt } from './planning.ts';

/** `every`: one of how many. `others`: those that come out otherwise, or not at all. */
export async function judgedAgain(db: Database, every = 1): Promise<{ judged: number; others: readonly string[] }> {
  const { planning } = await planningAt(db, (await state(db)).worldSeq);
  const { rows } = await sql<ClosedRow>`select * from duties.closed where seq % ${every} = 0 order by seq`.execute(db);
  const others: string[] = [];
  for (const row of rows) {
    const over = row.subject === 'article' ? (await plansOver(db, planning, [row.subjectId], row.uptoSeq)).plans : [];
    const plan = planning.kept.get(keyName(row)) ?? over.find((one) => planKey(one) === keyName(row));
    const [one, other] = plan ? [await judgeAgain(db, plan, row), await judgeAgain(db, plan, row)] : [];
    const verdict = one && { ...one.line.verdict, ...steady(one.line.duty.does.pattern, one.line.verdict) };
    const same =
      one?.hash === row.inputsHash &&
      verdict?.status === row.status &&
      verdict.n === row.n &&
      String(one.line.verdict.rests) === String(other?.line.verdict.rests);
    if (!same)
      others.push(`${keyName(row)} ${row.fromOn} ${row.status} ${row.n}, again ${verdict?.status} ${verdict?.n}`);
  }
  return { judged: rows.length, others };
}
