/** All kept lines at once: when the world changed, when another calendar holds, and when the ledger is made again. */
import { sql } from 'kysely';
import { dayMs } from '../../../core/day.ts';
import { clocksOver } from '../../../core/duty/stored.ts';
import { groups } from '../../../core/groups.ts';
import type { Database } from '../../door/knock.ts';
import { factsUpTo } from '../facts.ts';
import { type ClosedRow, close, judgeAgain } from './closed.ts';
import { groundsFor, judgedAt, plansOver } from './judge.ts';
import { columns, keyName, type LineRow, write } from './lines.ts';
import { type Planning, planKey } from './planning.ts';
import { add, addedTo, numbered } from './sums.ts';

const some = 20_000;

/** `now`: at which instant; `upto`: the last fact that counts. Answers how many lines are others than before. */
export async function evaluate(db: Database, planning: Planning, upto: number, now: number): Promise<number> {
  await build(db, planning, upto);
  const { rows: before } = await sql<LineRow>`select ${columns} from duties.line l`.execute(db);
  const over = await plansOver(db, planning, await articlesWith(db, planning, upto, now), upto);
  const plans = [...planning.kept.values(), ...over];
  const byPlan = groups(before, keyName);
  let written = 0;
  for (let i = 0; i < plans.length; i += some) {
    const these = plans.slice(i, i + some);
    const grounds = await groundsFor(db, planning, these, { since: now, now, upto });
    const had = these.flatMap((plan) => byPlan.get(planKey(plan)) ?? []);
    written += await write(db, judgedAt(these, grounds, now), had);
    for (const plan of these) byPlan.delete(planKey(plan));
  }
  return written + (await write(db, [], [...byPlan.values()].flat()));
}

/** Articles that may have a line: a clock of theirs runs, or stopped not long ago. */
async function articlesWith(db: Database, { laws, kinds }: Planning, upto: number, now: number) {
  const { from, to, days, others } = clocksOver(laws.flatMap(({ regulation }) => regulation.duties ?? []));
  if (from.length === 0 && !others) return [];
  const of = (some: readonly string[]) => sql`kind = any (${[...new Set(some)]}::text[])`;
  const shown = sql`max(seq) filter (where ${of(from)}) > coalesce(max(seq) filter (where ${of(to)}), 0)
       or max(at) filter (where ${of(to)}) > ${new Date(now - days * dayMs)}`;
  const { rows } = await sql<{ articleId: string }>`
    select article_id from door.fact
     where article_id is not null and ${of(others ? [...kinds] : [...from, ...to])} and seq <= ${upto}
     group by article_id having ${others ? sql`true` : shown}`.execute(db);
  return rows.map(({ articleId }) => articleId);
}

/** The sums of series that nothing was counted for yet. */
export async function build(db: Database, { series }: Planning, upto: number): Promise<void> {
  const { ids, isNew } = await numbered(db, [...series.keys()]);
  const fresh = [...series.values()].filter(({ key }) => isNew.has(key));
  if (fresh.length === 0) return;
  const facts = await factsUpTo(db, [...new Set(fresh.flatMap((one) => one.series.events))], upto);
  for (const one of fresh) await add(db, ids, addedTo(one, [], facts));
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
