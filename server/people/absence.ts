/**
 * Being away at the door: somebody says for himself, or whoever may take him off his posts says for him, on which days he is
 * away, and that he is back before. No right is lost by it. Language page, flow: `else`; decision 0554.
 */
import { sql } from 'kysely';
import { absenceFault, shorterFault } from '../../core/absence.ts';
import { type Day, localDay, startOf } from '../../core/day.ts';
import { type Outcome, refuse } from '../../core/outcome.ts';
import { type Change, type Database, type EventDraft, type Knock, recorded, type Subject } from '../door/knock.ts';
import { inChargeOf } from '../in-charge.ts';
import { postsOf } from './leaving.ts';

/** `until`: the last day. ask.id is the person. */
export type Registering = { readonly from: Day; readonly until: Day; readonly words?: string };
/** `until`: the new last day; without it he is back now. ask.id is the absence. */
export type Shortening = { readonly until?: Day };
export type Absence = {
  readonly id: string;
  readonly person: string;
  readonly from: Day;
  readonly until: Day;
  readonly givenBy: string;
  readonly backAt: Date | null;
};

type Locked = { readonly person: string; readonly one?: Absence };
type Decided = Promise<Outcome<{ change: Change; gathered: undefined }>>;

const columns = sql`id, person_id as person, from_on as from, until_on as until, given_by, back_at`;

/** Those that aren't over, the first one first. */
export async function absencesOf(db: Database, person: string, at: Date): Promise<readonly Absence[]> {
  const { rows } = await sql<Absence>`
    select ${columns} from people.absence
     where person_id = ${person} and until_on >= ${localDay(at)}::date and back_at is null order by from_on limit 50`.execute(
    db,
  );
  return rows;
}

/** Whether this person may say that another is away: he himself, and whoever may take him off all his posts. */
export async function mayRegister(db: Database, by: string, person: string, at: Date): Promise<boolean> {
  if (by === person) return true;
  const [posts, inCharge] = [await postsOf(db, person, at), await inChargeOf(db, by, at)];
  const all = await Promise.all(posts.map(({ unit }) => inCharge(unit)));
  return all.length > 0 && all.every(Boolean);
}

/** Two that say it of one person wait for each other. */
async function lock({ tx, ask }: Knock): Promise<Locked | undefined> {
  const found = ask.verb === 'register' ? undefined : await absenceOf(tx, ask.id);
  const id = ask.verb === 'register' ? ask.id : found?.person;
  if (id === undefined) return undefined;
  const person = await tx
    .selectFrom('people.person')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  // Read again: while this one waited, another may have shortened it.
  const one = found && (await absenceOf(tx, ask.id));
  return person && { person: person.id, ...(one ? { one } : {}) };
}

async function absenceOf(db: Database, id: string): Promise<Absence | undefined> {
  const { rows } = await sql<Absence>`select ${columns} from people.absence where id = ${id}`.execute(db);
  return rows[0];
}

async function decide(knock: Knock, locked: Locked): Decided {
  const { tx, ask, at } = knock;
  if (!(await mayRegister(tx, ask.actor.person, locked.person, at))) return refuse('not_for_him');
  return locked.one ? shorten(knock, locked.one) : register(knock, locked.person);
}

async function register({ tx, ask, at, eventId }: Knock, person: string): Decided {
  const { from, until, words } = ask.body as unknown as Registering;
  const today = localDay(at);
  const fault = absenceFault({ from, until }, await absencesOf(tx, person, at), today);
  if (fault) return refuse(fault);
  // Who says at noon that he is away today was here in the morning.
  const fromAt = from === today ? at : new Date(startOf(from));
  await tx
    .insertInto('people.absence')
    .values({
      ...{ id: eventId, personId: person, fromOn: from, fromAt, untilOn: until, givenBy: ask.actor.person },
      ...{ givenAt: at, backAt: null },
    })
    .execute();
  return done('absence.registered', person, {}, { from, until }, words);
}

async function shorten({ tx, ask, at }: Knock, { id, person, from, until, backAt }: Absence): Decided {
  const today = localDay(at);
  if (backAt !== null || until < today) return refuse('absence_over');
  const { until: last } = ask.body as unknown as Shortening;
  const fault = last === undefined ? undefined : shorterFault({ from, until }, last, today);
  if (fault) return refuse(fault);
  const set = last === undefined ? { backAt: at } : { untilOn: last };
  await tx.updateTable('people.absence').set(set).where('id', '=', id).execute();
  const after = last === undefined ? { back: at.toISOString() } : { from, until: last };
  return done('absence.shortened', person, { absence: id, from, until }, after);
}

type Stood = EventDraft['after'];
const done = (kind: string, person: string, before: Stood, after: Stood, words?: string) =>
  recorded({ kind, subjectKind: 'person', subjectId: person, before, after, ...(words ? { words } : {}) });

export const absence: Subject<Locked> = {
  lock,
  version: () => 0,
  decide,
  moved: async ({ ask: { id, verb }, eventId }) => ({ id: verb === 'register' ? eventId : id }),
  view: async () => undefined,
};
