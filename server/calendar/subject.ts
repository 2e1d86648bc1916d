/**
 * Loading a year of the calendar, at the door: the State Council's for everybody, or a unit's own days. A year that is
 * loaded again is a new version beside the old one, since verdicts that are closed keep the calendar they were judged by.
 */
import { sql } from 'kysely';
import { type DayRow, faultsOfDays, faultsOfYear } from '../../core/calendar/check.ts';
import { type CalendarDay, makeCalendar } from '../../core/calendar.ts';
import { canonical } from '../../core/canonical.ts';
import { type Outcome, refuse } from '../../core/outcome.ts';
import { calendarAt, loadedYears } from '../calendar-of.ts';
import type { Change, Knock, Subject } from '../door/knock.ts';
import { sha256 } from '../door/log.ts';

/** Verbs: `load` for the State Council's arrangement, `load_extra` for a unit's own days (no days: it has none any more). */
export type Loading = { readonly year: number; readonly days: readonly CalendarDay[] };
/** `unit`: whose own days; null for those of everybody. */
type Locked = { readonly unit: string | null };

/** ask.id is the installation, or the unit. Loadings wait for each other: the newest number is then the newest version. */
async function lock({ tx, ask }: Knock): Promise<Locked | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('calendar', 0))`.execute(tx);
  const table = ask.verb === 'load' ? ('door.installation' as const) : ('people.unit' as const);
  const row = await tx.selectFrom(table).select('id').where('id', '=', ask.id).executeTakeFirst();
  return row && { unit: ask.verb === 'load' ? null : row.id };
}

async function decide(knock: Knock, { unit }: Locked): Promise<Outcome<{ change: Change; gathered: undefined }>> {
  const { tx, ask, at } = knock;
  const { year, days } = ask.body as unknown as Loading;
  const faults = unit === null ? faultsOfYear(year, days, weekends) : await faultsOver(knock, year, days);
  if (faults.length > 0) return { ...refuse('calendar_wrong'), reasons: faults.map(({ message }) => message) };
  const before = (await loadedYears(tx, at, unit === null ? [] : [unit])).find(
    (row) => row.unitId === unit && row.year === year,
  );
  const inOrder = days.map(plainDay).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const hash = sha256(canonical(inOrder));
  if (before?.sha256 === hash) return refuse('calendar_same');
  const row = { unitId: unit, year, days: JSON.stringify(inOrder), sha256: hash, loadedAt: at };
  await tx
    .insertInto('calendar.version')
    .values({ ...row, byPerson: ask.actor.person })
    .execute();
  const event = {
    kind: 'calendar.loaded',
    subjectKind: unit === null ? 'installation' : 'unit',
    subjectId: ask.id,
    ...(unit === null ? {} : { unitId: unit }),
    before: before ? { sha256: before.sha256 } : {},
    after: { year, days: days.length, sha256: hash },
  } as const;
  return { ok: true, change: { event, publications: [], jobs: [] }, gathered: undefined };
}

/** Monday to Friday: what the State Council's days are laid over. */
const weekends = makeCalendar({ years: [] }, '');

/** A unit's own days are judged against those of everybody. */
const faultsOver = async ({ tx, at }: Knock, year: number, days: readonly DayRow[]) =>
  faultsOfDays(year, days, await calendarAt(tx, at));

const plainDay = ({ on, isOff, name }: CalendarDay) => ({ on, isOff, name: name.trim() });

export const calendar: Subject<Locked> = {
  lock,
  version: () => 0,
  decide,
  moved: async ({ ask: { body } }) => ({ year: body.year }),
  view: async () => undefined,
};
