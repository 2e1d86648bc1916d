import { localDay } from '../../core/day.ts';
import type { Answer } from '../act.ts';
import { namesOf } from '../acting.ts';
import type { AbsencesView } from '../contract/absences.ts';
import { type Ask, actorOf, type Database } from '../door/knock.ts';
import type { Endpoints } from '../http/app.ts';
import { problem } from '../http/problem.ts';
import { now } from '../now.ts';
import { absencesOf, mayRegister } from './absence.ts';

export const absenceRoutes = (act: (db: Database, ask: Ask) => Promise<Answer>): Endpoints['absences'] => ({
  list: async ({ db, session, input: { id } }) => {
    const at = now();
    const person = await db.selectFrom('people.person').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
    if (!person) return problem(404, 'no_person');
    const may = await mayRegister(db, session.person, id, at);
    return { status: 200, body: { person, today: localDay(at), may, items: await listed(db, id, may, at) } };
  },
  register: async ({ db, ...asked }) => act(db, ask('register', asked)),
  shorten: async ({ db, ...asked }) => act(db, ask('shorten', asked)),
});

type Asked = {
  readonly session: Parameters<typeof actorOf>[0];
  readonly input: { readonly id: string; readonly key: string };
  readonly address: Parameters<typeof actorOf>[1];
};
function ask(verb: string, { session, input, address }: Asked): Ask {
  const { id, key, ...body } = input;
  return { subject: 'absence', verb, id, version: 0, key, body, actor: actorOf(session, address) };
}

async function listed(db: Database, person: string, may: boolean, at: Date): Promise<AbsencesView['items']> {
  const all = await absencesOf(db, person, at);
  const names = await namesOf(
    db,
    all.map(({ givenBy }) => givenBy),
    [],
  );
  const why = may
    ? await wordsOf(
        db,
        all.map(({ id }) => id),
      )
    : new Map<string, string>();
  return all.map(({ id, from, until, givenBy }) => {
    const words = why.get(id);
    return { id, from, until, running: from <= localDay(at), by: names.person(givenBy), ...(words ? { words } : {}) };
  });
}

/** The reason may be an illness: it is for those who keep the register, and for him. */
async function wordsOf(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('door.opinion').select(['eventId', 'words']).where('eventId', 'in', ids).execute();
  return new Map(rows.map(({ eventId, words }) => [eventId, words]));
}
