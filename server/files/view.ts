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

/** The largest piece stands for the file; browsers choose among the others. Throws on a row without pieces: the store writes none. */
export function fileView({ id, kind, name, type, published, scanned, notes }: FileRow): FileView {
  const pieces = published as readonly Published[];
  const [main] = pieces;
  if (!main) throw new Error(`the file ${id} has no piece`);
  const addressOf = (piece: Published): string => `/files/${id}/${piece.name}`;
  const srcset = [...pieces].reverse().map((piece) => `${addressOf(piece)} ${piece.width}w`);
  return {
    id,
    kind,
    name,
    type,
    size: main.size,
    address: addressOf(main),
    ...(main.width && main.height ? { width: main.width, height: main.height } : {}),
    ...(kind === 'picture' && pieces.length > 1 ? { srcset: srcset.join(', ') } : {}),
    scanned,
    notes: notes as string[],
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
