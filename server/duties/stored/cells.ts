/**
 * The board from stored lines: how each site and unit stands, and of those that are listed each cell's worst line, and how
 * many there are. What isn't kept is judged beside it.
 */
import { sql } from 'kysely';
import { type Line, linesOf, waiting } from '../../../core/duty/lines.ts';
import type { Planned } from '../../../core/duty/plan.ts';
import { isKept } from '../../../core/duty/stored.ts';
import { grouped } from '../../../core/groups.ts';
import type { Span } from '../../../core/period.ts';
import { statuses } from '../../contract/duties.ts';
import type { Database } from '../../door/knock.ts';
import { apart, type Cell, type Cells, cellsIn, shownOf } from '../board.ts';
import { calendarsIn, ledgerAt } from '../ledger.ts';
import { type Asked, listed, placeOf, type Standing, standingsOf, type Table } from '../places.ts';
import { dutyKey, worse } from '../view.ts';
import { groundsFor, plansOver } from './judge.ts';
import { keyName, lineOf, type VerdictRow, verdictColumns } from './lines.ts';
import { type Planning, planKey } from './planning.ts';

/** As the stored lines stand; `upto`: the last fact that they know of. */
export async function storedCells(
  db: Database,
  planning: Planning,
  upto: number,
  at: Date,
  asked: Asked,
): Promise<Cells> {
  const { world } = planning;
  const { runs, waits } = apart(await othersAt(db, planning, at));
  const standings = [...(await standingsIn(db)), ...standingsOf(runs)];
  const { tables, sums } = listed(standings, standingsOf(waits), world, asked);
  const [stored, beside] = [await worstIn(db, planning, upto, tables), cellsIn(runs, tables)];
  const cells = beside.length === 0 ? stored : merged([...stored, ...beside]);
  return { tables, cells, waiting: shownOf(waits, asked), sums, world, calendarFor: calendarsIn(planning) };
}

/** One pass over all lines: 40 ms for 100,000. */
async function standingsIn(db: Database): Promise<readonly Standing[]> {
  const counts = statuses.map((status) => sql`(count(*) filter (where status = ${status}))::int as ${sql.ref(status)}`);
  const { rows } = await sql<Standing>`
    select adoption_id, place_id, ${sql.join(counts)} from duties.line where status <> 'none'
     group by adoption_id, place_id`.execute(db);
  return rows;
}

type CellRow = VerdictRow & { readonly lines: number; readonly trouble: number };

/**
 * The worst of a cell is found by a text that sorts as its lines do, and ends with where the row is: 40 ms for 30,000 lines,
 * where sorting them takes 80. Given as pairs, the places are taken to be few, and everything is sorted after all.
 */
async function worstIn(
  db: Database,
  planning: Planning,
  upto: number,
  tables: readonly Table[],
): Promise<readonly Cell[]> {
  const adoptions = [...new Set(tables.map(({ adoptionId }) => adoptionId))];
  const places = [...new Set(tables.flatMap((one) => one.places))];
  const { rows } = await sql<CellRow>`
    with cell as materialized (
      select count(*)::int as lines, (count(*) filter (where status in ('breached', 'warned')))::int as trouble,
             min((rank + 1000000000000000 || ' ' || subject_id || 1000 + part || 100000 + nth || ctid) collate "C") as worst
        from duties.line
       where place_id = any (${places}::uuid[]) and adoption_id = any (${adoptions}::uuid[]) and status <> 'none'
       group by adoption_id, duty, place_id)
    select cell.lines, cell.trouble, ${verdictColumns}
      from cell join duties.line l on l.ctid = substr(cell.worst, position('(' in cell.worst))::tid`.execute(db);
  const plans = await plansIn(db, planning, rows, upto);
  return rows.flatMap((row): Cell[] => {
    const plan = plans(keyName(row));
    return plan ? [{ worst: lineOf(row, plan), lines: row.lines, trouble: row.trouble }] : [];
  });
}

/** A duty may be kept of one thing of a site, and judged beside of another one. */
const merged = (cells: readonly Cell[]): readonly Cell[] =>
  grouped(cells, ({ worst }) => `${dutyKey(worst)} ${placeOf(worst)}`).map((of) => ({
    worst: of.map(({ worst }) => worst).toSorted(worse)[0] as Line,
    lines: of.reduce((n, { lines }) => n + lines, 0),
    trouble: of.reduce((n, { trouble }) => n + trouble, 0),
  }));

async function plansIn(db: Database, planning: Planning, rows: readonly VerdictRow[], upto: number) {
  const articles = rows.filter(({ subject }) => subject === 'article').map(({ subjectId }) => subjectId);
  const { plans } = await plansOver(db, planning, [...new Set(articles)], upto);
  const over = new Map(plans.map((one) => [planKey(one), one]));
  return (key: string): Planned | undefined => planning.kept.get(key) ?? over.get(key);
}

/** What waits is told at once; what needs the events themselves is judged from them. `wants`: which duties are asked about. */
export async function othersAt(
  db: Database,
  planning: Planning,
  at: Date,
  wants: (plan: Planned) => boolean = () => true,
  span?: Span,
): Promise<readonly Line[]> {
  const others = planning.others.filter(wants);
  const waits = others.filter((plan) => waiting(plan).length > 0);
  const grounds = await groundsFor(db, planning, [], { since: 0, now: 0, upto: 0 });
  const told = waits.flatMap((plan) => linesOf(plan, grounds(plan), at.getTime()));
  const asks = others.length > waits.length || planning.areTextsBeside;
  const isBeside = (plan: Planned) => !isKept(plan) && waiting(plan).length === 0 && wants(plan);
  return [...told, ...(asks ? (await ledgerAt(db, at, isBeside, span)).lines : [])];
}
