/** What was left behind: uploads that nobody goes on with, and files of work that died. Run hourly; may run at any time. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../door/knock.ts';
import { foldersUnder, orAbsent } from './disk.ts';
import { removeParts } from './parts.ts';

/** Milliseconds. No work on one file takes longer than the second, so what is older was left by a process that died. */
const uploadMs = 24 * 3_600_000;
const workMs = 3_600_000;

export type Swept = { readonly uploads: number; readonly parts: number; readonly leftovers: number };

/** Forgets uploads untouched for 24 hours, with their parts; then parts without an upload, then what died in the middle. `folder`: DATA. */
export async function sweepFiles(db: Database, folder: string, at: Date): Promise<Swept> {
  const { beside, taking } = foldersUnder(folder);
  const old = await db
    .deleteFrom('files.upload')
    .where('touchedAt', '<', new Date(at.getTime() - uploadMs))
    .returning('id')
    .execute();
  await removeParts(
    folder,
    old.map(({ id }) => id),
  );
  const before = at.getTime() - workMs;
  const leftovers = (await removeOlder(taking, before)) + (await removeOlder(beside, before));
  return { uploads: old.length, parts: await removeOrphans(db, folder), leftovers };
}

/** The folder is read before the table: a part is written only under a row that is there already. */
async function removeOrphans(db: Database, folder: string): Promise<number> {
  const names = (await orAbsent(readdir(foldersUnder(folder).parts))) ?? [];
  const ids = names.filter((name) => name.endsWith('.part')).map((name) => name.slice(0, -'.part'.length));
  const { rows } = await sql<{ id: string }>`
    select id::text as id from files.upload where id::text = any (${ids}) and state in ('receiving', 'checking')`.execute(
    db,
  );
  const wanted = new Set(rows.map(({ id }) => id));
  const orphans = ids.filter((id) => !wanted.has(id));
  await removeParts(folder, orphans);
  return orphans.length;
}

async function removeOlder(folder: string, before: number): Promise<number> {
  let removed = 0;
  for (const name of (await orAbsent(readdir(folder))) ?? []) {
    const path = join(folder, name);
    const found = await orAbsent(stat(path));
    if (!found || found.mtimeMs > before) continue;
    await rm(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
