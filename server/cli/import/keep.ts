/** Pictures and the Word file itself become files of ours: bytes first, then their rows, all of them or none. */
import { chownSync, lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../door/knock.ts';
import { foldersUnder } from '../../files/disk.ts';
import { type Ready, record, store, storeOriginal } from '../../files/keep.ts';
import type { Storage } from '../../files/storage.ts';
import { now } from '../../now.ts';
import type { Place } from './place.ts';
import type { Text } from './read.ts';

/** `data`: the installation's folder. `out`: where a child puts the pictures of one file. `scanner`: clamd's address. */
export type Keeping = {
  readonly storage: Storage;
  readonly data: string;
  readonly out: string;
  readonly scanner: string | undefined;
};

type Given = { readonly path: string; readonly name: string };

/** The id of the original, or null when there is none to keep. */
export async function keepFiles(
  db: Database,
  { pictures, scanned }: Text,
  original: Given | undefined,
  { actor }: Place,
  { storage, data, out }: Keeping,
): Promise<string | null> {
  if (!original) return null;
  const first = await storeOriginal(storage, original);
  const ready: Ready[] = [first];
  for (const picture of pictures) ready.push(await store(storage, picture, out));
  giveToOwner(data, ready);
  const how = { person: actor.person, scanned, at: now() };
  await db.transaction().execute(async (tx) => {
    for (const one of ready) await record(tx, one, how);
  });
  return first.id;
}

/** Run by root, the command would leave files that the program, another user, can't read. */
export function giveToOwner(data: string, ready: readonly Ready[]): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(data);
  const { files, beside } = foldersUnder(data);
  const places = ready.flatMap(({ published }) => published.map(({ sha256 }) => sha256));
  const paths = places.flatMap((hash) => {
    const [first, second] = [join(files, hash.slice(0, 2)), join(files, hash.slice(0, 2), hash.slice(2, 4))];
    return [first, second, join(second, hash)];
  });
  for (const path of new Set([files, beside, ...paths])) if (lstatSync(path).uid !== uid) chownSync(path, uid, gid);
}
