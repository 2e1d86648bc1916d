/** How many lines of each duty of an adoption stand how, counted where they are stored: a large county has 100,000 of them. */
import { sql } from 'kysely';
import type { Line } from '../../../core/duty/lines.ts';
import type { Status } from '../../../core/duty/verdict.ts';
import { grouped } from '../../../core/groups.ts';
import type { Database } from '../../door/knock.ts';
import type { Rows } from '../world.ts';
import { othersAt } from './cells.ts';
import { upToNow } from './page.ts';

export type State = { readonly duty: string; readonly status: Status; readonly n: number };
export type States = { readonly states: readonly State[]; readonly world: Rows };

/** Undefined: they can't be read as of this instant. */
export async function storedStates(db: Database, adoption: string, at: Date): Promise<States | undefined> {
  const stored = await upToNow(db, at);
  if (!stored) return undefined;
  const { rows } = await sql<State>`
    select duty, status, count(*)::int as n from duties.line where adoption_id = ${adoption} and status <> 'none'
     group by duty, status`.execute(db);
  const others = await othersAt(db, stored.planning, at, ({ rule }) => rule.adoptionId === adoption);
  return { states: [...rows, ...statesOf(others)], world: stored.planning.world };
}

export const statesOf = (lines: readonly Line[]): readonly State[] =>
  grouped(lines, ({ duty, verdict }) => `${duty.id} ${verdict.status}`).map((of) => {
    const [{ duty, verdict }] = of as readonly [Line, ...Line[]];
    return { duty: duty.id, status: verdict.status, n: of.length };
  });
