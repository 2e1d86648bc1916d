/** Rows of uploads and files. An upload is found only by its own person: another's looks absent. */
import { sql } from 'kysely';
import type { Purpose } from '../contract/file-limits.ts';
import type { UploadView, WordView } from '../contract/files.ts';
import type { Database, Tx } from '../door/knock.ts';
import { type FileRow, type UploadRow, uploadView } from './view.ts';

/** Of one person at the same time: uploads that are not yet taken or refused, and their bytes. */
export const unfinishedMax = 20;
export const unfinishedBytesMax = 1_000_000_000;
/** Milliseconds. An upload that nothing came for so long makes room for a new one of the same person. */
const abandonedMs = 10 * 60_000;

const uploadColumns = [
  'id',
  'personId',
  'purpose',
  'name',
  'size',
  'received',
  'state',
  'waiting',
  'refused',
  'fileId',
  'word',
  'createdAt',
  'touchedAt',
] as const;
export const fileColumns = [
  'id',
  'kind',
  'name',
  'type',
  'published',
  'scanned',
  'notes',
  'personId',
  'at',
] as const satisfies readonly (keyof FileRow)[];

/** jsonb from a plain value: pg would make a PostgreSQL array of a list. */
export const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

export async function uploadOf(db: Database | Tx, id: string, person: string): Promise<UploadRow | undefined> {
  return db
    .selectFrom('files.upload')
    .select(uploadColumns)
    .where('id', '=', id)
    .where('personId', '=', person)
    .executeTakeFirst();
}

/** The upload, locked until the transaction ends: of two windows that send it, the second waits and sees what the first did. */
export async function lockUpload(tx: Tx, id: string, person: string): Promise<UploadRow | undefined> {
  return tx
    .selectFrom('files.upload')
    .select(uploadColumns)
    .where('id', '=', id)
    .where('personId', '=', person)
    .forUpdate()
    .executeTakeFirst();
}

/** The upload if it waits to be checked, locked; undefined when another run has finished it, or it was swept. */
export async function lockChecking(tx: Tx, id: string): Promise<UploadRow | undefined> {
  return tx
    .selectFrom('files.upload')
    .select(uploadColumns)
    .where('id', '=', id)
    .where('state', '=', 'checking')
    .forUpdate()
    .executeTakeFirst();
}

export async function checkingUpload(db: Database, id: string): Promise<UploadRow | undefined> {
  return db
    .selectFrom('files.upload')
    .select(uploadColumns)
    .where('id', '=', id)
    .where('state', '=', 'checking')
    .executeTakeFirst();
}

export async function viewOf(db: Database | Tx, row: UploadRow): Promise<UploadView> {
  const file =
    row.fileId === null
      ? undefined
      : await db.selectFrom('files.file').select(fileColumns).where('id', '=', row.fileId).executeTakeFirst();
  return uploadView(row, file);
}

export type Asked = {
  readonly id: string;
  readonly person: string;
  readonly purpose: Purpose;
  readonly name: string;
  readonly size: number;
};
export type Begun =
  | { readonly ok: true; readonly row: UploadRow; readonly dropped: readonly string[] }
  | { readonly ok: false; readonly why: 'absent' | 'other_file' | 'too_many' | 'too_much' };

/**
 * A new upload, or the one that has this id already, to go on. One person's beginnings come one after another, so that the
 * limits are exact. `dropped`: ids of abandoned uploads that made room; their parts are to be removed after the commit.
 */
export async function beginUpload(tx: Tx, asked: Asked, at: Date): Promise<Begun> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`uploads ${asked.person}`}, 0))`.execute(tx);
  const there = await tx.selectFrom('files.upload').select(uploadColumns).where('id', '=', asked.id).executeTakeFirst();
  if (there) return goneOn(tx, there, asked, at);
  const dropped = (await overLimit(tx, asked)) ? await dropAbandoned(tx, asked.person, at) : [];
  const why = await overLimit(tx, asked);
  if (why) return { ok: false, why };
  const { id, person, purpose, name, size } = asked;
  const row = await tx
    .insertInto('files.upload')
    .values({
      ...{ id, personId: person, purpose, name, size, received: 0, state: 'receiving' },
      ...{ waiting: null, refused: null, fileId: null, word: null, createdAt: at, touchedAt: at },
    })
    .onConflict((clash) => clash.column('id').doNothing()) // another person's, put in at the same moment
    .returning(uploadColumns)
    .executeTakeFirst();
  return row ? { ok: true, row, dropped } : { ok: false, why: 'absent' };
}

async function goneOn(tx: Tx, row: UploadRow, asked: Asked, at: Date): Promise<Begun> {
  if (row.personId !== asked.person) return { ok: false, why: 'absent' };
  const same = row.name === asked.name && row.size === asked.size && row.purpose === asked.purpose;
  if (!same) return { ok: false, why: 'other_file' };
  await tx.updateTable('files.upload').set({ touchedAt: at }).where('id', '=', row.id).execute();
  return { ok: true, row, dropped: [] };
}

async function overLimit(tx: Tx, { person, size }: Asked): Promise<'too_many' | 'too_much' | undefined> {
  const { rows } = await sql<{ n: number; bytes: number }>`
    select count(*) as n, coalesce(sum(size), 0)::bigint as bytes from files.upload
     where person_id = ${person} and state in ('receiving', 'checking')`.execute(tx);
  const { n, bytes } = rows[0] ?? { n: 0, bytes: 0 };
  if (n >= unfinishedMax) return 'too_many';
  return bytes + size > unfinishedBytesMax ? 'too_much' : undefined;
}

async function dropAbandoned(tx: Tx, person: string, at: Date): Promise<string[]> {
  const gone = await tx
    .deleteFrom('files.upload')
    .where('personId', '=', person)
    .where('state', '=', 'receiving')
    .where('touchedAt', '<', new Date(at.getTime() - abandonedMs))
    .returning('id')
    .execute();
  return gone.map(({ id }) => id);
}

/** How far the bytes have come. */
export async function setReceived(tx: Tx, row: UploadRow, received: number, at: Date): Promise<UploadRow> {
  const state = received === row.size ? 'checking' : 'receiving';
  await tx.updateTable('files.upload').set({ received, state, touchedAt: at }).where('id', '=', row.id).execute();
  return { ...row, received, state, touchedAt: at };
}

/** Says why checking takes long. Leaves a finished upload alone. */
export async function setWaiting(db: Database, id: string, words: string): Promise<void> {
  await db
    .updateTable('files.upload')
    .set({ waiting: words })
    .where('id', '=', id)
    .where('state', '=', 'checking')
    .execute();
}

export type Refusal = { readonly code: string; readonly message: string };
export async function setRefused(db: Database, id: string, refusal: Refusal, at: Date): Promise<void> {
  await db
    .updateTable('files.upload')
    .set({ state: 'refused', refused: json(refusal), waiting: null, touchedAt: at })
    .where('id', '=', id)
    .where('state', '=', 'checking')
    .execute();
}

export async function setTaken(
  tx: Tx,
  id: string,
  fileId: string,
  word: WordView | undefined,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('files.upload')
    .set({ state: 'taken', fileId, word: word ? json(word) : null, waiting: null, touchedAt: at })
    .where('id', '=', id)
    .execute();
}
