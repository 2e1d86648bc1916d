/**
 * One file through the door as `save`. Whatever the file says about itself, an import writes no more than a first
 * revision: nobody has reviewed it yet, and only the reviewer's own act can say that somebody did (ZJ-12).
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { act } from '../../act.ts';
import { content } from '../../contract/content.ts';
import type { Database } from '../../door/knock.ts';
import { bytesMax, decode, tooBig } from './decode.ts';
import { fromMarkdown } from './markdown.ts';
import type { Place } from './place.ts';
import { fromPlain, type Piece } from './plain.ts';

export type Imported = { readonly file: string; readonly lost: readonly string[] } & (
  | {
      readonly ok: true;
      readonly placementId: string;
      readonly title: string;
      readonly characters: number;
      /** The same text was imported before, and nothing was done now. */
      readonly already: boolean;
    }
  | { readonly ok: false; readonly refused: string }
);

/** What the writer states at submitting; an import can't know it, and takes the lowest. */
const unstated = { reach: 'section', weight: 'general', sensitive: 'no' };

export async function importFile(db: Database, place: Place, file: string): Promise<Imported> {
  const read = pieceOf(file);
  if (!('title' in read)) return { file, ok: false, refused: read.refused, lost: [] };
  const { title, text, lost } = read;
  const body = { kind: 'information', title, source: place.unitName, author: '', text, facets: unstated };
  const [id, key] = [idOf('placement', place, title, text), idOf('key', place, title, text)];
  const shape = content.save.in.safeParse({ id, version: 0, key, columnId: place.columnId, body });
  if (!shape.success) return { file, ok: false, refused: shape.error.issues.map((i) => i.message).join('；'), lost };
  const done = {
    file,
    ok: true,
    placementId: id,
    title: shape.data.body.title,
    characters: text.length,
    lost,
  } as const;
  if (await isThere(db, id)) return { ...done, already: true };
  const answer = await act(db, {
    subject: 'article',
    verb: 'save',
    id,
    version: 0,
    key,
    actor: place.actor,
    body: { columnId: place.columnId, body: shape.data.body },
  });
  if (answer.status === 200) return { ...done, already: false };
  return { file, ok: false, refused: (answer.body as { message: string }).message, lost };
}

function pieceOf(file: string): Piece | { readonly refused: string } {
  const kind = extname(file).toLowerCase();
  if (kind !== '.txt' && kind !== '.md') return { refused: '只能导入 .txt 和 .md 文件' };
  const bytes = bytesOf(file);
  if (typeof bytes === 'string') return { refused: bytes };
  const read = decode(bytes);
  if (!read.ok) return read;
  try {
    const piece = kind === '.md' ? fromMarkdown(read.text) : fromPlain(read.text);
    return { ...piece, lost: [...read.notes, ...piece.lost] };
  } catch (error) {
    if (error instanceof RangeError) return { refused: '这个文件的层次太深，读不了' };
    throw error;
  }
}

/** The bytes, or why there are none. */
function bytesOf(file: string): Uint8Array | string {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return '不是普通文件';
    return stat.size > bytesMax ? tooBig(stat.size) : readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '没有这个文件';
    if (code === 'EACCES') return '没有权限读这个文件';
    throw error;
  }
}

/** The same text for the same column by the same person is the same draft: an import that was cut off is begun again. */
function idOf(what: string, { columnId, actor }: Place, title: string, text: string): string {
  const h = createHash('sha256')
    .update(JSON.stringify([what, columnId, actor.person, title, text]))
    .digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

const isThere = async (db: Database, id: string): Promise<boolean> =>
  (await db.selectFrom('content.placement').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
