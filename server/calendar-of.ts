/** The working days as they were loaded, for whoever asks: the State Council's, and what units laid over them. */
import { sql } from 'kysely';
import { type Calendar, type CalendarDay, makeCalendar } from '../core/calendar.ts';
import { canonical } from '../core/canonical.ts';
import { aboveIn, wayUp } from './acting.ts';
import type { Database } from './door/knock.ts';
import { sha256 } from './door/log.ts';

type Stamp = { readonly unitId: string | null; readonly year: number; readonly sha256: string };
export type LoadedYear = Stamp & {
  readonly days: readonly CalendarDay[];
  readonly loadedAt: Date;
  readonly byPerson: string | null;
};

/** Of each year the newest version that was loaded by `at`, in order: the State Council's, then those of these units. */
export const loadedYears = (db: Database, at: Date, units: readonly string[] = []): Promise<readonly LoadedYear[]> =>
  versions(db, at, units, sql`, days, loaded_at, by_person`);

/** `more`: what is read of each beside its stamp. */
async function versions<T extends Stamp>(
  db: Database,
  at: Date,
  units: readonly string[],
  more: ReturnType<typeof sql>,
): Promise<readonly T[]> {
  const { rows } = await sql<T>`
    select distinct on (unit_id, year) unit_id, year, sha256 ${more} from calendar.loaded
     where loaded_at <= ${at} and (unit_id is null or unit_id = any (${[...units]}::uuid[]))
     order by unit_id nulls first, year, seq desc`.execute(db);
  return rows;
}

/** One calendar for each set of versions: it is asked for with every page, and changes once a year. */
const made = new Map<string, Calendar>();
const madeMax = 200;

/**
 * The working days as they were known at an instant: for a unit with its own days and those of the units above it, the
 * nearest last. Its hash covers every version that it rests on, so that a verdict says by which calendar it was judged.
 */
export async function calendarAt(db: Database, at: Date, unit?: string): Promise<Calendar> {
  const up = unit === undefined ? [] : await path(db, unit);
  const hash = hashOf(inOrder(await versions<Stamp>(db, at, up, sql``), up));
  return made.get(hash) ?? calendarOf(inOrder(await loadedYears(db, at, up), up), hash);
}

/** The same for every unit at once. `units`: all of them. */
export async function calendarsAt(
  db: Database,
  at: Date,
  units: readonly { readonly id: string; readonly parentId: string | null }[],
): Promise<(unit: string) => Calendar> {
  const all = await versions<Stamp>(
    db,
    at,
    units.map(({ id }) => id),
    sql``,
  );
  const owners = new Set(all.map(({ unitId }) => unitId));
  const above = aboveIn(units);
  const paths = new Map(
    units.map(({ id }) => [
      id,
      wayUp(id, above)
        .toReversed()
        .filter((one) => owners.has(one)),
    ]),
  );
  const everybody = await calendarAt(db, at);
  const calendars = new Map<string, Calendar>();
  for (const [id, up] of paths) if (up.length > 0) calendars.set(id, await calendarAt(db, at, id));
  if (calendars.size === 0) return () => everybody;
  return (unit) => calendars.get(unit) ?? everybody;
}

const hashOf = (stamps: readonly Stamp[]): string =>
  sha256(canonical(stamps.map((row) => [row.unitId, String(row.year), row.sha256])));

function calendarOf(rows: readonly LoadedYear[], hash: string): Calendar {
  const years = rows.filter(({ unitId }) => unitId === null);
  const extra = rows.filter(({ unitId }) => unitId !== null).flatMap(({ days }) => days);
  if (made.size >= madeMax) made.clear();
  const calendar = makeCalendar({ years, extra }, hash);
  made.set(hash, calendar);
  return calendar;
}

/** The State Council's first, then the units from the root down: what comes later is laid over it. */
const inOrder = <T extends Stamp>(rows: readonly T[], up: readonly string[]): readonly T[] =>
  [null, ...up].flatMap((id) => rows.filter(({ unitId }) => unitId === id));

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
