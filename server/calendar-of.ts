/** The working days as they were loaded, for whoever asks: the State Council's, and what units laid over them. */
import { sql } from 'kysely';
import { type Calendar, type CalendarDay, makeCalendar } from '../core/calendar.ts';
import { canonical } from '../core/canonical.ts';
import type { Database } from './door/knock.ts';
import { sha256 } from './door/log.ts';

export type LoadedYear = {
  readonly seq: number;
  readonly unitId: string | null;
  readonly year: number;
  readonly days: readonly CalendarDay[];
  readonly sha256: string;
  readonly loadedAt: Date;
  readonly byPerson: string | null;
};

/** Of each year the newest version that was loaded by `at`, in order: the State Council's, then those of these units. */
export async function loadedYears(
  db: Database,
  at: Date,
  units: readonly string[] = [],
): Promise<readonly LoadedYear[]> {
  const { rows } = await sql<LoadedYear>`
    select distinct on (unit_id, year) seq, unit_id, year, days, sha256, loaded_at, by_person from calendar.loaded
     where loaded_at <= ${at} and (unit_id is null or unit_id = any (${[...units]}::uuid[]))
     order by unit_id nulls first, year, seq desc`.execute(db);
  return rows;
}

/** One calendar for each set of rows: it is asked for with every page, and changes once a year. */
const made = new Map<string, Calendar>();
const madeMax = 200;

/**
 * The working days as they were known at an instant: for a unit with its own days and those of the units above it, the
 * nearest last. Its hash covers every row that it rests on, so that a verdict says by which calendar it was judged.
 */
export async function calendarAt(db: Database, at: Date, unit?: string): Promise<Calendar> {
  const up = unit === undefined ? [] : await path(db, unit);
  const rows = await loadedYears(db, at, up);
  const states = rows.filter(({ unitId }) => unitId === null);
  const extra = up.flatMap((id) => rows.filter(({ unitId }) => unitId === id));
  const hash = sha256(canonical([...states, ...extra].map((row) => [row.unitId, String(row.year), row.sha256])));
  const known = made.get(hash);
  if (known) return known;
  const years = states.map(({ year, days }) => ({ year, days }));
  const calendar = makeCalendar({ years, extra: extra.flatMap(({ days }) => days) }, hash);
  if (made.size >= madeMax) made.clear();
  made.set(hash, calendar);
  return calendar;
}

/** From the root down to the unit. */
async function path(db: Database, unit: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select id, parent_id, 0 as far from people.unit where id = ${unit}
      union all
      select u.id, u.parent_id, up.far + 1 from people.unit u join up on u.id = up.parent_id
    )
    select id from up order by far desc`.execute(db);
  return rows.map(({ id }) => id);
}
