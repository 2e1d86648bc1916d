/** A year of the calendar as everybody may look it up: days off, make-up workdays, and what units have of their own. */
import { sql } from 'kysely';
import { alarmWords, calendarAlarm } from '../../core/calendar/alarm.ts';
import { type CalendarDay, workdaysAfter } from '../../core/calendar.ts';
import { addDays, type Day, localDay, yearOf } from '../../core/day.ts';
import { addMonths } from '../../core/duration.ts';
import { calendarAt } from '../calendar-of.ts';
import type { CalendarView } from '../contract/registers.ts';
import type { Database } from '../door/knock.ts';

const unitsMax = 200;

export async function calendar(db: Database, asked: number | undefined, at: Date): Promise<CalendarView> {
  const today = localDay(at);
  const year = asked ?? yearOf(today);
  const known = await calendarAt(db, at);
  const alarm = calendarAlarm(known.years, at);
  const loaded = await loadedBy(db, year, at);
  return {
    year,
    today,
    years: [...known.years],
    isLoaded: known.years.has(year),
    ...(alarm && { alarm: alarmWords(alarm) }),
    days: inYear([...known.days.values()], year),
    workdays: months(year).map((first) => workdaysAfter(addDays(first, -1), lastOf(first), known).n),
    ...(loaded && { loaded: { at: loaded.at.toISOString(), by: { id: loaded.id, name: loaded.name } } }),
    own: await own(db, year, at),
  };
}

const months = (year: number): readonly Day[] =>
  Array.from({ length: 12 }, (_, i) => addMonths(`${String(year).padStart(4, '0')}-01-01`, i));
const lastOf = (first: Day): Day => addDays(addMonths(first, 1), -1);

const inYear = (days: readonly CalendarDay[], year: number): CalendarDay[] =>
  days.filter(({ on }) => yearOf(on) === year).toSorted((a, b) => (a.on < b.on ? -1 : 1));

/** Who loaded the newest version; nobody did when it came with the program. */
async function loadedBy(db: Database, year: number, at: Date) {
  const { rows } = await sql<{ at: Date; id: string | null; name: string | null }>`
    select c.loaded_at as at, p.id, p.name from calendar.loaded c left join people.person p on p.id = c.by_person
     where c.unit_id is null and c.year = ${year} and c.loaded_at <= ${at} order by c.seq desc limit 1`.execute(db);
  const [row] = rows;
  return row?.id && row.name ? { at: row.at, id: row.id, name: row.name } : undefined;
}

async function own(db: Database, year: number, at: Date): Promise<CalendarView['own']> {
  const { rows } = await sql<{ id: string; name: string; days: readonly CalendarDay[] }>`
    select distinct on (u.position, u.id) u.id, u.name, c.days
      from calendar.loaded c join people.unit u on u.id = c.unit_id
     where c.year = ${year} and c.loaded_at <= ${at} order by u.position, u.id, c.seq desc limit ${unitsMax}`.execute(
    db,
  );
  return rows
    .filter(({ days }) => days.length > 0)
    .map(({ id, name, days }) => ({ unit: { id, name }, days: [...days] }));
}
