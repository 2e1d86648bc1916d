/**
 * The digest: on a working day of his unit, at nine, each person is told once of what he owes. Found in the tables: where
 * no worker ran for a week, everybody gets one digest of what is new since the last, and not one for each day.
 */
import { dayMs } from '../../core/day.ts';
import { digestInstant, type Hours } from '../../core/notice.ts';
import { acting } from '../acting.ts';
import { calendarAt } from '../calendar-of.ts';
import type { Database } from '../door/knock.ts';
import type { Alarms, Owed } from '../owing.ts';
import { lastDigests, mailThem, takeDigest, tell } from './store.ts';

/** Nobody is told of what became late longer ago: it stands on the board. */
const backMaxMs = 31 * dayMs;

type Due = { readonly person: string; readonly instant: Date; readonly since: Date };

/** `byMail`: a mail server is configured. */
export type Digests = { readonly hours: Hours; readonly owed: readonly Owed[]; readonly byMail: boolean };

export async function sendDigests(db: Database, { hours, owed, byMail }: Digests, at: Date): Promise<void> {
  const due = await dueNow(db, hours, at);
  if (due.length === 0) return;
  const since = new Date(Math.min(...due.map((one) => one.since.getTime())));
  const all = (await Promise.all(owed.map((tellOf) => tellOf(db, at, since)))).flat();
  for (const { person, instant } of due) {
    const own = all.filter(({ persons }) => persons.includes(person));
    await db.transaction().execute(async (tx) => {
      if (!(await takeDigest(tx, person, instant, at))) return;
      const told = await tell(tx, person, own, at);
      if (byMail && told.length > 0) await mailThem(tx, person, told, at);
    });
  }
}

/** Everybody whose digest of today has come and wasn't sent. A person's days are those of the unit of his first post. */
async function dueNow(db: Database, hours: Hours, at: Date): Promise<readonly Due[]> {
  const people = new Map<string, string>();
  for (const { person, unit, outside } of await acting(db, at))
    if (!outside && !people.has(person)) people.set(person, unit);
  const instants = new Map<string, number | undefined>();
  for (const unit of new Set(people.values()))
    instants.set(unit, digestInstant(hours, await calendarAt(db, at, unit), at.getTime()));
  const last = await lastDigests(db, [...people.keys()]);
  return [...people].flatMap(([person, unit]) => {
    const instant = instants.get(unit);
    const before = last.get(person);
    if (instant === undefined || (before !== undefined && before.getTime() >= instant)) return [];
    // Somebody's first digest begins with its day: what was late before he came is on the board.
    const since = Math.max(before?.getTime() ?? instant, at.getTime() - backMaxMs);
    return [{ person, instant: new Date(instant), since: new Date(since) }];
  });
}

/** `urgent`: security, which no mail waits with. The others stand in the console at once, and in the next digest's mail. */
export type AlarmSources = {
  readonly urgent: readonly Alarms[];
  readonly others: readonly Alarms[];
  readonly byMail: boolean;
};

export async function tellAlarms(db: Database, { urgent, others, byMail }: AlarmSources, at: Date): Promise<void> {
  await tellAtOnce(db, urgent, byMail, at);
  await tellAtOnce(db, others, false, at);
}

async function tellAtOnce(db: Database, sources: readonly Alarms[], byMail: boolean, at: Date): Promise<void> {
  const all = (await Promise.all(sources.map((alarms) => alarms(db, at)))).flat();
  for (const person of new Set(all.flatMap(({ persons }) => persons))) {
    const own = all.filter(({ persons }) => persons.includes(person));
    await db.transaction().execute(async (tx) => {
      const told = await tell(tx, person, own, at);
      if (byMail && told.length > 0) await mailThem(tx, person, told, at);
    });
  }
}
