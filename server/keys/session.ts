/** Whose key this is, read anew at every request: a revoked or expired key is out at once (H6). */
import { type Outcome, refuse } from '../../core/outcome.ts';
import type { Database } from '../door/knock.ts';
import { record } from '../door/refusals.ts';
import { now } from '../now.ts';
import { addressAllowed } from './address.ts';
import { tokenHash, tokenIn } from './token.ts';

/** `person` acts at the door; `answerable` is who stands behind it. */
export type KeySession = {
  readonly person: string;
  readonly prefix: string;
  readonly answerable: string;
  readonly perMinute: number;
};

/** How often `used_at` is written: not at every request. */
const touchMs = 60_000;

/** Refused: `bad_key`, `key_revoked`, `key_expired`, `key_address`. Each is recorded (C8), by the key's beginning only. */
export async function keySession(
  db: Database,
  header: string,
  address: string,
): Promise<Outcome<{ session: KeySession }>> {
  const at = now();
  const said = tokenIn(header);
  const row = said && (await keyRow(db, said.token));
  const why = whyNot(row, address, at);
  if (!row || why) {
    const code = why ?? 'bad_key';
    await record(db, { login: said?.prefix ?? '', subjectKind: 'key', verb: 'use', code, address }, at);
    return refuse(code);
  }
  if (!row.usedAt || at.getTime() - row.usedAt.getTime() > touchMs)
    await db.updateTable('people.accessKey').set({ usedAt: at }).where('id', '=', row.id).execute();
  const { id, prefix, answerableId, perMinute } = row;
  return { ok: true, session: { person: id, prefix, answerable: answerableId, perMinute } };
}

const keyRow = (db: Database, token: string) =>
  db
    .selectFrom('people.accessKey as k')
    .innerJoin('people.outsideSystem as s', 's.id', 'k.systemId')
    .select([
      'k.id',
      'k.prefix',
      'k.perMinute',
      'k.addresses',
      'k.expiresAt',
      'k.revokedAt',
      'k.usedAt',
      's.answerableId',
    ])
    .where('k.tokenHash', '=', tokenHash(token))
    .executeTakeFirst();

function whyNot(row: Awaited<ReturnType<typeof keyRow>>, address: string, at: Date): string | undefined {
  if (!row) return 'bad_key';
  if (row.revokedAt) return 'key_revoked';
  if (row.expiresAt <= at) return 'key_expired';
  return addressAllowed(row.addresses, address) ? undefined : 'key_address';
}
