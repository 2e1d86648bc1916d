/** The board from stored lines: of each cell the worst line, and how many there are. What isn't kept is judged beside it. */
import { sql } from 'kysely';
import { daysOf } from '../../../core/duty/gather.ts';
import { linesOf, waiting } from '../../../core/duty/lines.ts';
import type { Planned } from '../../../core/duty/plan.ts';
import { isKept } from '../../../core/duty/stored.ts';
import type { Status } from '../../../core/duty/verdict.ts';
import { type BoardView, statuses } from '../../contract/duties.ts';
import type { Database } from '../../door/knock.ts';
import { type Cell, type Cells, cellsOf } from '../board.ts';
import { ledgerAt } from '../ledger.ts';
import { groundsFor, plansOver } from './judge.ts';
import { keyName, lineOf, type VerdictRow, verdictColumns } from './lines.ts';
import { type Planning, planKey } from './planning.ts';

type CellRow = VerdictRow & { readonly lines: number; readonly trouble: number };

/** As the stored lines stand; `upto`: the last fact that they know of. */
export async function storedCells(db: Database, planning: Planning, upto: number, at: Date): Promise<Cells> {
  const { rows } = await sql<CellRow>`
    select distinct on (adoption_id, duty, place, place_id) ${verdictColumns}, (count(*) over cell)::int as lines,
           (count(*) filter (where status in ('breached', 'warned')) over cell)::int as trouble
      from duties.line l where status <> 'none'
    window cell as (partition by adoption_id, duty, place, place_id)
     order by adoption_id, duty, place, place_id, rank, subject_id, part, nth`.execute(db);
  const plans = await plansIn(db, planning, rows, upto);
  const cells = rows.flatMap((row): Cell[] => {
    const plan = plans(keyName(row));
    return plan ? [{ worst: lineOf(row, plan), lines: row.lines, trouble: row.trouble }] : [];
  });
  const beside = await othersAt(db, planning, at);
  const sums = await sumsOf(db, beside.sums);
  const calendarFor = (line: Pick<Planned, 'by' | 'thing'>) => planning.calendarOf(daysOf(line));
  return { cells: [...cells, ...beside.cells], waiting: beside.waiting, sums, world: planning.world, calendarFor };
}

async function plansIn(db: Database, planning: Planning, rows: readonly VerdictRow[], upto: number) {
  const articles = rows.filter(({ subject }) => subject === 'article').map(({ subjectId }) => subjectId);
  const { plans } = await plansOver(db, planning, [...new Set(articles)], upto);
  const over = new Map(plans.map((one) => [planKey(one), one]));
  return (key: string): Planned | undefined => planning.kept.get(key) ?? over.get(key);
}

/** What waits is told at once; what needs the events themselves is judged from them. */
async function othersAt(db: Database, planning: Planning, at: Date): Promise<Cells> {
  const waits = planning.others.filter((plan) => waiting(plan).length > 0);
  const grounds = await groundsFor(db, planning, [], { since: 0, now: 0, upto: 0 });
  const told = waits.flatMap((plan) => linesOf(plan, grounds(plan), at.getTime()));
  const asks = planning.others.length > waits.length || planning.areTextsBeside;
  const judged = asks ? await ledgerAt(db, at, (plan) => !isKept(plan) && waiting(plan).length === 0) : undefined;
  const { world, calendarOf } = planning;
  return cellsOf({
    lines: [...told, ...(judged?.lines ?? [])],
    world,
    calendarFor: (line) => calendarOf(daysOf(line)),
  });
}

async function sumsOf(db: Database, beside: BoardView['sums']): Promise<BoardView['sums']> {
  const { rows } = await sql<{ status: Status; n: number }>`
    select status, count(*)::int as n from duties.line where status <> 'none' group by status`.execute(db);
  const stored = new Map(rows.map(({ status, n }) => [status, n]));
  const all = statuses.map((status) => [status, (beside[status] ?? 0) + (stored.get(status) ?? 0)]);
  return Object.fromEntries(all) as BoardView['sums'];
}
