/** Rows of outside systems and keys. A key is a person of its own, named after its system, with holdings like anybody's. */
import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '../door/knock.ts';
import type { Issuing, Registering } from './subject.ts';

export type SystemRow = { readonly id: string; readonly unitId: string; readonly name: string };

/** As it stands in histories: a reader sees that no human wrote. */
const nameOf = (system: SystemRow): string => `业务系统“${system.name}”`;

export const lockSystem = (tx: Tx, id: string): Promise<SystemRow | undefined> =>
  tx
    .selectFrom('people.outsideSystem')
    .select(['id', 'unitId', 'name'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export async function nameTaken(tx: Tx, name: string): Promise<boolean> {
  const row = await tx.selectFrom('people.outsideSystem').select('id').where('name', '=', name).executeTakeFirst();
  return row !== undefined;
}

export async function saveSystem(tx: Tx, id: string, r: Registering, at: Date): Promise<void> {
  const { unit, answerable, name, contact } = r;
  await tx
    .insertInto('people.outsideSystem')
    .values({ id, unitId: unit, answerableId: answerable, name, contact, createdAt: at })
    .execute();
}

/** The holdings end when the key expires, or before that when it is revoked: then its jobs are refused too. */
export async function saveKey(tx: Tx, system: SystemRow, key: Issuing, at: Date): Promise<void> {
  const expiresAt = new Date(key.expiresAt);
  await tx
    .insertInto('people.person')
    .values({ id: key.keyId, name: nameOf(system), createdAt: at })
    .execute();
  const list = (values: readonly string[] | null) => (values === null ? null : [...values]);
  await tx
    .insertInto('people.accessKey')
    .values({
      id: key.keyId,
      systemId: system.id,
      prefix: key.prefix,
      tokenHash: Buffer.from(key.tokenHash, 'hex'),
      verbs: [...key.verbs],
      siteIds: list(key.siteIds),
      columnIds: list(key.columnIds),
      addresses: list(key.addresses),
      perMinute: key.perMinute,
      createdAt: at,
      expiresAt,
    })
    .execute();
  const holdings = key.posts.map(({ post, unit }) => ({
    id: randomUUID(),
    personId: key.keyId,
    post,
    unitId: unit,
    fromAt: at,
    untilAt: expiresAt,
  }));
  await tx.insertInto('people.holding').values(holdings).execute();
}

export const keyOf = (tx: Tx, systemId: string, keyId: string) =>
  tx
    .selectFrom('people.accessKey')
    .select(['id', 'prefix', 'revokedAt'])
    .where('id', '=', keyId)
    .where('systemId', '=', systemId)
    .executeTakeFirst();

export const keysOf = (db: Database, systemId: string) =>
  db
    .selectFrom('people.accessKey')
    .select(['id', 'prefix'])
    .where('systemId', '=', systemId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();

export async function endKey(tx: Tx, keyId: string, at: Date): Promise<void> {
  await tx.updateTable('people.accessKey').set({ revokedAt: at }).where('id', '=', keyId).execute();
  await tx
    .updateTable('people.holding')
    .set({ untilAt: at })
    .where('personId', '=', keyId)
    .where('untilAt', '>', at)
    .execute();
}
