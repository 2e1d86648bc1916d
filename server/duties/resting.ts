/** The lines that rest on an event: as they stand now, and those that it met or ended in its own time. */
import { sql } from 'kysely';
import { addDays, localDay } from '../../core/day.ts';
import type { Line } from '../../core/duty/lines.ts';
import type { Planned } from '../../core/duty/plan.ts';
import { isKept } from '../../core/duty/stored.ts';
import type { Database } from '../door/knock.ts';
import type { Ledger } from './ledger.ts';
import { linesAsked } from './stored/asked.ts';
import { worse } from './view.ts';

/** A clock may have been started so long before the event that stops it. */
const daysBefore = 366;

/** Worst first. `wants`: which duties it may concern. */
export async function restingOn(
  db: Database,
  event: { readonly seq: string; readonly at: Date },
  at: Date,
  wants: (plan: Planned) => boolean = () => true,
): Promise<{ readonly ledger: Ledger; readonly resting: readonly Line[] }> {
  const [on, met] = [localDay(event.at), await metBy(db, event.seq)];
  // What counts other lines or all sites may rest on anything; nothing else rests on what happened to another thing.
  const may = (plan: Planned) => wants(plan) && (!met || !isKept(plan) || met.things.has(plan.thing.id));
  const span = { from: addDays(on, -daysBefore), to: addDays(on, 1) };
  const ledger = await linesAsked(db, at, may, { texts: met ? { only: met.articles } : {}, span });
  const resting = ledger.lines.filter(({ verdict }) => verdict.rests.includes(event.seq)).toSorted(worse);
  return { ledger, resting };
}

/** What the event happened to, by ids. Undefined: it is none that duties count, such as an exemption. */
async function metBy(db: Database, seq: string) {
  const { rows } = await sql<{ article: string | null; things: readonly (string | null)[] }>`
    select article_id as article, array[column_id, site_id, author_unit_id, actor_unit_id, article_id] || lead_unit_ids as things
      from door.fact where seq = ${seq}::bigint`.execute(db);
  return rows[0] && { articles: rows[0].article === null ? [] : [rows[0].article], things: new Set(rows[0].things) };
}
