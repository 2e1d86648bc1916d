/** What a person is told of a file and of an upload. */
import type { FileView, UploadView, WordView } from '../contract/files.ts';
import type { Db } from '../db/client.ts';

export type UploadRow = Db['files.upload'];
export type FileRow = Db['files.file'];
/** One entry of files.file.published: `name` is the last part of its address, `type` the media type it is served with. */
export type Published = {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  readonly width?: number;
  readonly height?: number;
};

/** Px: the widest picture that the text column shows; a wider one is for screens with more dots, by srcset. */
const COLUMN = 960;
const addressOf = (id: string, piece: Published): string => `/files/${id}/${piece.name}`;

/** The widest that fits the column; the narrowest when none does. `pieces`: largest first, at least one. */
function shown(pieces: readonly Published[]): Published | undefined {
  return pieces.find((piece) => (piece.width ?? 0) <= COLUMN) ?? pieces.at(-1);
}

/** Throws on a row without pieces: the store writes none. */
export function fileView(row: FileRow): FileView {
  const pieces = row.published as readonly Published[];
  const piece = row.kind === 'picture' ? shown(pieces) : pieces[0];
  if (!piece) throw new Error(`the file ${row.id} has no piece`);
  const wide = pieces.filter(({ width }) => width !== undefined);
  const srcset = [...wide].reverse().map((each) => `${addressOf(row.id, each)} ${each.width}w`);
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    type: row.type,
    size: pieces[0]?.size ?? 0,
    address: addressOf(row.id, piece),
    ...(piece.width && piece.height ? { width: piece.width, height: piece.height } : {}),
    ...(srcset.length > 1 ? { srcset: srcset.join(', ') } : {}),
    scanned: row.scanned,
    notes: row.notes as string[],
  };
}

export function uploadView(row: UploadRow, file: FileRow | undefined): UploadView {
  return {
    id: row.id,
    purpose: row.purpose,
    name: row.name,
    size: row.size,
    received: row.received,
    state: row.state,
    ...(row.waiting && row.state === 'checking' ? { waiting: row.waiting } : {}),
    ...(row.refused ? { refused: row.refused as { code: string; message: string } } : {}),
    ...(file ? { file: fileView(file) } : {}),
    ...(row.word ? { word: row.word as WordView } : {}),
  };
}
