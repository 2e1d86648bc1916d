/** The lines that somebody may have to be told of, as they are stored: open ones, and those that ran out since an instant. */
import { sql } from 'kysely';
import { addDays, dayMs, localDay } from '../../../core/day.ts';
import { linesOver } from '../../../core/duty/history.ts';
import { type Line, linesOf } from '../../../core/duty/lines.ts';
import type { Planned } from '../../../core/duty/plan.ts';
import { isKept } from '../../../core/duty/stored.ts';
import type { Database } from '../../door/knock.ts';
import { calendarsIn, judging, type Ledger } from '../ledger.ts';
import { keyName, lineOf, type VerdictRow, verdictColumns } from './lines.ts';
import { upToNow } from './page.ts';

/** More days than three working days can take, however the holidays fall. */
const soonMs = 31 * dayMs;

/** Not of texts. Those that are in time for long, and those that were made good, are left out. */
export async function owedSince(db: Database, at: Date, since: Date): Promise<Ledger> {
  const stored = await upToNow(db, at);
  if (!stored) return judgedSince(db, at, since);
  const { planning } = stored;
  const rows = [...(await openRows(db, at)), ...(await lateRows(db, at, since))];
  const lines = rows.flatMap((row) => {
    const plan = planning.kept.get(keyName(row));
    return plan ? [lineOf(row, plan)] : [];
  });
  const asks = planning.others.some(({ thing }) => thing.subject !== 'article');
  const beside = asks ? (await judgedSince(db, at, since, (plan) => !isKept(plan))).lines : [];
  return { lines: [...lines, ...beside], world: planning.world, calendarFor: calendarsIn(planning) };
}

/** What runs and ends soon, or is late. */
async function openRows(db: Database, at: Date): Promise<readonly VerdictRow[]> {
  const { rows } = await sql<VerdictRow>`
    select ${verdictColumns} from duties.line l
     where subject <> 'article' and done_at is null
       and (status in ('breached', 'warned')
            or (status in ('pending', 'met') and over_at <= ${new Date(at.getTime() + soonMs)}))`.execute(db);
  return rows;
}

/** What ran out since then, and was closed. */
async function lateRows(db: Database, at: Date, since: Date): Promise<readonly VerdictRow[]> {
  const { rows } = await sql<VerdictRow>`
    select ${verdictColumns} from (
      select c.*, null::timestamptz as changes_at, true as is_sure, c.to_on as horizon from duties.closed c
       where status = 'breached' and subject <> 'article' and done_at is null and over_at > ${since} and over_at <= ${at}) l`.execute(
    db,
  );
  return rows;
}

/** The same from the events themselves. */
export async function judgedSince(
  db: Database,
  at: Date,
  since: Date,
  wants: (plan: Planned) => boolean = () => true,
): Promise<Ledger> {
  const now = at.getTime();
  const { plans, groundsOf, world, calendarFor } = await judging(db, at);
  const span = { from: localDay(since), to: addDays(localDay(at), 1) };
  const lines = plans
    .filter((plan) => plan.thing.subject !== 'article' && wants(plan))
    .flatMap((plan) => {
      const grounds = groundsOf(plan);
      const ended = linesOver(plan, grounds, span, now).filter((line) => becameLate(line, since, at));
      return [...ended, ...linesOf(plan, grounds, now)];
    });
  return { lines, world, calendarFor };
}

const becameLate = ({ verdict: { status, overAt } }: Line, since: Date, at: Date): boolean =>
  status === 'breached' && overAt !== undefined && overAt > since.getTime() && overAt <= at.getTime();
