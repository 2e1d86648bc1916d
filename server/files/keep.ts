/** From what a check gave to a file that is kept: its pieces into the store, then its row. */
import { lstat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { allowed } from '../contract/file-limits.ts';
import type { Tx } from '../door/knock.ts';
import type { Published } from '../file-view.ts';
import { newId } from './child/new-id.ts';
import type { Piece, Taken } from './child/types.ts';
import type { Storage } from './storage.ts';
import { json } from './store.ts';
import type { FileRow } from './view.ts';

/** `out`: the folder that the check filled. `scanned`: a virus scanner has said that the upload is clean. */
export type How = {
  readonly out: string;
  readonly person: string;
  readonly scanned: boolean;
  readonly at: Date;
};
/** A file whose bytes are in the store; its row is not yet written. */
export type Ready = Pick<FileRow, 'id' | 'kind' | 'name' | 'type'> & {
  readonly published: readonly Published[];
  readonly notes: readonly string[];
};

/**
 * Pieces into the store and the row into the transaction; answers the id. For a caller who has no transaction open yet it is better to
 * call the two halves: `store` before it, `record` in it.
 */
export async function keep(tx: Tx, storage: Storage, taken: Taken, how: How): Promise<string> {
  const ready = await store(storage, taken, how.out);
  await record(tx, ready, how);
  return ready.id;
}

/** The Word file that a text came from: kept as it came, shown to those who approve, never public. */
export async function keepOriginal(
  tx: Tx,
  storage: Storage,
  original: { readonly path: string; readonly name: string },
  how: Omit<How, 'out'>,
): Promise<string> {
  const ready = await storeOriginal(storage, original);
  await record(tx, ready, how);
  return ready.id;
}

/**
 * Nothing of what a check says is believed where it could lead astray: it has read a stranger's file. A piece is a plain
 * file in `out`, not a link out of it; its last name is a kind of file that may be uploaded, and decides how it is served.
 */
export async function store(storage: Storage, taken: Taken, out: string): Promise<Ready> {
  if (!/^[a-z2-7]{26}$/.test(taken.id)) throw new Error(`${taken.id} is not the id of a file`);
  if (taken.pieces.length === 0) throw new Error('a file without a piece');
  const published: Published[] = [];
  for (const piece of taken.pieces) published.push(await stored(storage, piece, out));
  const { id, kind, name, type, notes } = taken;
  return { id, kind, name, type, notes, published };
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export async function storeOriginal(
  storage: Storage,
  { path, name }: { readonly path: string; readonly name: string },
): Promise<Ready> {
  const { sha256, size } = await storage.put(path);
  const published = [{ name: 'file.docx', sha256, size, type: docx }];
  return { id: newId(), kind: 'original', name, type: 'DOCX', notes: [], published };
}

const extensions = new Set(Object.values(allowed).flatMap((each) => [...each.extensions]));
/** No type that a browser takes for a page or a program, whatever the last name says. */
const media =
  /^(image\/(jpeg|png|webp|gif)|application\/(pdf|zip|ofd|vnd\.[\w.+-]+|octet-stream)|text\/(plain|csv)(; ?charset=[\w-]+)?)$/i;

async function stored(storage: Storage, piece: Piece, out: string): Promise<Published> {
  const path = join(out, basename(piece.file));
  if (resolve(out, piece.file) !== path) throw new Error('a piece outside its folder');
  const found = await lstat(path);
  if (!found.isFile() || found.nlink !== 1) throw new Error('a piece that is no plain file');
  const extension = /^[a-z0-9][a-z0-9.-]*\.([a-z0-9]+)$/.exec(piece.name)?.[1];
  if (!extension || !extensions.has(extension)) throw new Error(`a piece with the name ${piece.name}`);
  if (!media.test(piece.media)) throw new Error(`a piece of the type ${piece.media}`);
  const { sha256, size } = await storage.put(path);
  const { width, height } = piece;
  const wide = Number.isInteger(width) && Number.isInteger(height);
  return { name: piece.name, sha256, size, type: piece.media, ...(wide && width && height ? { width, height } : {}) };
}

export async function record(tx: Tx, ready: Ready, { person, scanned, at }: Omit<How, 'out'>): Promise<void> {
  const { id, kind, name, type, published, notes } = ready;
  await tx
    .insertInto('files.file')
    .values({ id, kind, name, type, published: json(published), scanned, notes: json(notes), personId: person, at })
    .execute();
}
