/**
 * Loading a year of the calendar, at the door: the State Council's for everybody, or a unit's own days. A year that is
 * loaded again is a new version beside the old one, since verdicts that are closed keep the calendar they were judged by.
 */
import { sql } from 'kysely';
import { type DayRow, faultsOfDays, faultsOfYear } from '../../core/calendar/check.ts';
import type { CalendarDay } from '../../core/calendar.ts';
import { canonical } from '../../core/canonical.ts';
import { clauseOf } from '../../core/chain.ts';
import { type Outcome, refuse } from '../../core/outcome.ts';
import { holdsOneOf } from '../../core/regulation/adopt-right.ts';
import { actingOf } from '../acting.ts';
import { calendarAt, loadedYears } from '../calendar-of.ts';
import { type Change, type Database, type Knock, recorded, type Subject } from '../door/knock.ts';
import { sha256 } from '../door/log.ts';
import { entitledFor } from './rights.ts';

/**
 * Verbs: `load` for the State Council's arrangement, `load_extra` for a unit's own days (no days: it has none any more), by
 * a person who has the right to (decision 0541), over what that person saw; `load_for` and `load_extra_for` by the operator
 * at the machine, in a person's name. `seen`: the hash of the version that the days take the place of, or nothing.
 */
export type Loading = { readonly year: number; readonly days: readonly CalendarDay[]; readonly seen?: string };
export const verbs = { load: 'load', extra: 'load_extra', loadFor: 'load_for', extraFor: 'load_extra_for' } as const;
const isForAll = (verb: string): boolean => verb === verbs.load || verb === verbs.loadFor;
const isByPerson = (verb: string): boolean => verb === verbs.load || verb === verbs.extra;
/** `unit`: whose own days; null for those of everybody. */
type Locked = { readonly unit: string | null };

/** ask.id is the installation, or the unit. Loadings wait for each other: the newest number is then the newest version. */
async function lock({ tx, ask }: Knock): Promise<Locked | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('calendar', 0))`.execute(tx);
  const isAll = isForAll(ask.verb);
  const table = isAll ? ('door.installation' as const) : ('people.unit' as const);
  const row = await tx.selectFrom(table).select('id').where('id', '=', ask.id).executeTakeFirst();
  return row && { unit: isAll ? null : row.id };
}

async function decide(knock: Knock, { unit }: Locked): Promise<Outcome<{ change: Change; gathered: undefined }>> {
  const { tx, ask, at } = knock;
  const { year, days, seen } = ask.body as unknown as Loading;
  const loads = isByPerson(ask.verb) ? await entitledFor(tx, unit, at) : undefined;
  if (loads && !holdsOneOf(await actingOf(tx, ask.actor.person, at), loads))
    return refuse('not_loader', ...loads.slice(0, 1).map(([post, law]) => clauseOf(law, post.clause)));
  const faults = await faultsIn(tx, unit, year, days, at);
  if (faults.length > 0) return { ...refuse('calendar_wrong'), reasons: faults.map(({ message }) => message) };
  const before = await heldOf(tx, unit, year, at);
  if (loads && seen !== (before?.sha256 ?? '')) return refuse('calendar_meanwhile');
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
  return recorded(event);
}

/** A unit's own days are judged against those of everybody. */
export const faultsIn = async (db: Database, unit: string | null, year: number, days: readonly DayRow[], at: Date) =>
  unit === null ? faultsOfYear(year, days) : faultsOfDays(year, days, await calendarAt(db, at));

/** The version of a year that counts: everybody's, or the unit's own. */
export const heldOf = async (db: Database, unit: string | null, year: number, at: Date) =>
  (await loadedYears(db, at, unit === null ? [] : [unit])).find((row) => row.unitId === unit && row.year === year);

const plainDay = ({ on, isOff, name }: CalendarDay) => ({ on, isOff, name: name.trim() });

export const calendar: Subject<Locked> = {
  lock,
  version: () => 0,
  decide,
  moved: async ({ ask: { body } }) => ({ year: body.year }),
  view: async () => undefined,
};
