/** The stored lines against the slow way: every line judged from the events themselves, when it is asked for. */
import { sql } from 'kysely';
import type { Line } from '../../../core/duty/lines.ts';
import { isKept } from '../../../core/duty/stored.ts';
import { grouped } from '../../../core/groups.ts';
import type { Database } from '../../door/knock.ts';
import { ledgerAt } from '../ledger.ts';
import { columns, keyName, type LineRow, rowsOf } from './lines.ts';
import { planKey } from './planning.ts';

export type Comparison = {
  readonly lines: number;
  /** What is stored otherwise than it is judged, or only one of them; in words for whoever mends it. */
  readonly differences: readonly string[];
  /** Lines that time had changed before they were to be looked at again. */
  readonly late: readonly string[];
};

/** As of an instant up to which the stored ledger was brought. */
export async function compare(db: Database, at: Date): Promise<Comparison> {
  const { lines } = await ledgerAt(db, at, isKept);
  const { rows } = await sql<LineRow>`select ${columns} from duties.line l where status <> 'none'`.execute(db);
  const judged = grouped(lines, planKey).flatMap((of) =>
    rowsOf({ plan: of[0] as Line, lines: of, lookAt: undefined }).map((row): [string, string] => [
      nameOf(row),
      told(row),
    ]),
  );
  const stored = new Map(rows.map((row): [string, string] => [nameOf(row), told(row)]));
  const wanted = new Map(judged);
  const differences = [...new Set([...stored.keys(), ...wanted.keys()])]
    .filter((name) => stored.get(name) !== wanted.get(name))
    .map((name) => `${name}: stored ${stored.get(name) ?? 'nothing'}, judged ${wanted.get(name) ?? 'nothing'}`);
  const due = new Map(rows.map((row) => [nameOf(row), row.lookAt]));
  const late = judged
    .filter(([name, says]) => stored.get(name) !== says && (due.get(name) ?? Number.MAX_VALUE) > at.getTime())
    .map(([name]) => name);
  return { lines: judged.length, differences, late };
}

const nameOf = (row: LineRow): string => `${keyName(row)} ${row.part} ${row.nth}`;
const told = (row: LineRow): string =>
  [row.status, row.fromOn, row.toOn, `${row.n}/${row.asked}`, row.overAt, row.changesAt, row.doneAt, row.horizon].join(
    ' ',
  );
