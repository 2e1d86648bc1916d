/** Who asks: a person by the session's cookie, or an outside system by its key. Never both in one request. */
import type { Row } from '../contract/row.ts';
import type { Database } from '../door/knock.ts';
import type { Pace } from '../keys/pace.ts';
import { type KeySession, keySession } from '../keys/session.ts';
import { now } from '../now.ts';
import { type Session, sessionOf } from '../people/sign-in.ts';
import { cookieOf } from './cookie.ts';
import { originRefused } from './origin.ts';
import { inTime } from './patience.ts';
import { type Failure, problem } from './problem.ts';

export type Entrance = {
  readonly db: Database;
  readonly own: readonly string[];
  readonly pace: Pace;
};
/** `token`: the cookie's. `key`: the beginning of the key, for the log. */
export type Who = {
  readonly session: Session | undefined;
  readonly token?: string;
  readonly key?: string;
};
type Asked = { readonly row: Row; readonly headers: Headers; readonly address: string };
export type Found = { readonly who: Who } | { readonly failure: Failure; readonly key?: string };

export async function whoAsks(asked: Asked, entrance: Entrance): Promise<Found> {
  const { headers } = asked;
  const authorization = headers.get('authorization');
  if (authorization === null) return byCookie(asked, entrance);
  if (headers.get('cookie') !== null) return { failure: problem(403, 'two_identities') };
  return byKey(asked, authorization, entrance);
}

async function byCookie({ row, headers }: Asked, { db, own }: Entrance): Promise<Found> {
  if (row.method !== 'GET' && originRefused(headers, own)) return { failure: problem(403, 'foreign_origin') };
  const token = cookieOf(headers.get('cookie') ?? undefined);
  const session = token ? await inTime(sessionOf(db, token)) : undefined;
  if (!session && row.permission !== 'anyone') return { failure: problem(401, 'not_signed_in') };
  return { who: { session, ...(token ? { token } : {}) } };
}

/** No origin is asked for: a page of somebody else's can't make a browser send a key (G10). */
async function byKey({ row, address }: Asked, header: string, { db, pace }: Entrance): Promise<Found> {
  const found = await inTime(keySession(db, header, address));
  if (!found.ok) {
    const failure = problem(found.why === 'key_address' ? 403 : 401, found.why);
    return { failure: { ...failure, headers: { 'www-authenticate': 'Bearer' } } };
  }
  const { prefix, perMinute } = found.session;
  const waitMs = pace.take(`${prefix} ${row.rate}`, perMinute, now().getTime());
  if (waitMs > 0) {
    const headers = { 'retry-after': String(Math.ceil(waitMs / 1000)) };
    return { failure: { ...problem(429, 'key_rate'), headers }, key: prefix };
  }
  // What the door judges it judges for everybody, and records what it refuses.
  if (!row.systems && row.permission !== 'door') return { failure: problem(403, 'console_only'), key: prefix };
  return { who: { session: sessionFor(found.session), key: prefix } };
}

const sessionFor = ({ person, prefix, answerable }: KeySession): Session => ({
  person,
  login: prefix,
  onBehalfOf: answerable,
});
