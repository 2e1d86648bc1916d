/**
 * Signing in: argon2id, server-side sessions, pacing per login *and* source, so that nobody can lock another out (H3).
 * An unknown user and a wrong password get the same answer after the same work (H5).
 */
import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { type Outcome, refuse } from '../../core/outcome.ts';
import type { Database } from '../door/knock.ts';
import { record } from '../door/refusals.ts';
import { now } from '../now.ts';
import { forgetTries, takeTry } from './pace.ts';

/** argon2id (the library's default algorithm), 19 MB of memory, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

/** A session ends after 8 hours without a request, and 24 hours after it began. */
export const idleMs = 8 * 3_600_000;
export const ageMs = 24 * 3_600_000;
/** How often `seen_at` is written: not at every request. */
const touchMs = 60_000;

/** `onBehalfOf`: who answers for an outside system, when its key asks; then `login` is the beginning of the key. */
export type Session = { readonly person: string; readonly login: string; readonly onBehalfOf?: string };
const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The hash of a password that nobody has, so that an unknown user costs the same work. */
let nobodys: Promise<string> | undefined;
function nobodysHash(): Promise<string> {
  nobodys ??= hashPassword(randomBytes(24).toString('hex'));
  return nobodys;
}

/** Refused: `too_often` (with the pause), `sign_in_failed`. The token goes into the cookie; only its hash is kept. */
export async function signIn(
  db: Database,
  name: string,
  password: string,
  address: string,
): Promise<Outcome<{ token: string; session: Session }>> {
  const at = now();
  const login = name.trim().normalize('NFKC').toLowerCase().slice(0, 100);
  const key = `${login} ${address}`;
  const failed = (code: string) => record(db, { login, subjectKind: 'login', verb: 'sign_in', code, address }, at);
  if ((await takeTry(db, key, at)) > 0) {
    await failed('too_often');
    return refuse('too_often');
  }
  const row = await db
    .selectFrom('people.login')
    .select(['id', 'personId', 'name', 'passwordHash', 'disabledAt'])
    .where('name', '=', login)
    .executeTakeFirst();
  const right = await verify(row?.passwordHash ?? (await nobodysHash()), password.normalize('NFKC'));
  if (!row || !right || row.disabledAt) {
    await failed('sign_in_failed');
    return refuse('sign_in_failed');
  }
  await forgetTries(db, key);
  const token = randomBytes(32).toString('base64url');
  await db
    .insertInto('people.session')
    .values({ tokenHash: tokenHash(token), loginId: row.id, createdAt: at, seenAt: at, address })
    .execute();
  return { ok: true, token, session: { person: row.personId, login: row.name } };
}

/** Who this cookie is, read anew at every request: a disabled login or an ended session is out at once (H6). */
export async function sessionOf(db: Database, token: string): Promise<Session | undefined> {
  const at = now();
  const row = await db
    .selectFrom('people.session as s')
    .innerJoin('people.login as l', 'l.id', 's.loginId')
    .select(['l.personId', 'l.name', 's.seenAt'])
    .where('s.tokenHash', '=', tokenHash(token))
    .where('s.endedAt', 'is', null)
    .where('l.disabledAt', 'is', null)
    .where('s.seenAt', '>', new Date(at.getTime() - idleMs))
    .where('s.createdAt', '>', new Date(at.getTime() - ageMs))
    .executeTakeFirst();
  if (!row) return undefined;
  if (at.getTime() - row.seenAt.getTime() > touchMs)
    await db.updateTable('people.session').set({ seenAt: at }).where('tokenHash', '=', tokenHash(token)).execute();
  return { person: row.personId, login: row.name };
}

export async function signOut(db: Database, token: string): Promise<void> {
  await db
    .updateTable('people.session')
    .set({ endedAt: now() })
    .where('tokenHash', '=', tokenHash(token))
    .where('endedAt', 'is', null)
    .execute();
}

/** A new password, or a disabled login, ends every session of it. */
export async function endSessions(db: Database, loginId: string): Promise<void> {
  await db
    .updateTable('people.session')
    .set({ endedAt: now() })
    .where('loginId', '=', loginId)
    .where('endedAt', 'is', null)
    .execute();
}
