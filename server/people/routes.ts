import { sql } from 'kysely';
import type { PersonView } from '../contract/views.ts';
import type { Database } from '../door/knock.ts';
import type { Endpoints } from '../http/app.ts';
import { cookie, noCookie } from '../http/cookie.ts';
import { problem } from '../http/problem.ts';
import { now } from '../now.ts';
import { type Session, signIn, signOut } from './sign-in.ts';

/** What another module says about a person: counts of what waits, names of posts. Given at start, since modules don't import each other. */
export type AboutPerson = (
  db: Database,
  person: string,
  at: Date,
) => Promise<Pick<PersonView, 'counts' | 'posts' | 'writes' | 'unitName'>>;

async function me(db: Database, session: Session, about: AboutPerson): Promise<PersonView> {
  const at = now();
  const { rows } = await sql<{ name: string; demo: boolean; away: string | null }>`
    select p.name, coalesce((select demo from door.installation), false) as demo, b.until_on as away
      from people.person p left join people.away(${at}) b on b.person_id = p.id where p.id = ${session.person}`.execute(
    db,
  );
  const [{ name, demo, away } = { name: '', demo: false, away: null }] = rows;
  const rest = await about(db, session.person, at);
  return { id: session.person, name, login: session.login, demo, ...(away ? { away } : {}), ...rest };
}

export const peopleRoutes = (about: AboutPerson): Endpoints['people'] => ({
  signIn: async ({ db, input, address, http }) => {
    const outcome = await signIn(db, input.login, input.password, address);
    if (!outcome.ok) return problem(outcome.why === 'too_often' ? 429 : 401, outcome.why);
    http.setCookie(cookie(outcome.token));
    return { status: 200, body: await me(db, outcome.session, about) };
  },
  signOut: async ({ db, http }) => {
    if (http.token) await signOut(db, http.token);
    http.setCookie(noCookie);
    return { status: 200, body: {} };
  },
  me: async ({ db, session }) => ({ status: 200, body: await me(db, session, about) }),
});
