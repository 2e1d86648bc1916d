/** What a person is told of a file and of an upload. */
import type { UploadView, WordView } from '../contract/files.ts';
import type { Db } from '../db/client.ts';
import { fileView, type StoredFile } from '../file-view.ts';

export type UploadRow = Db['files.upload'];
export type FileRow = Db['files.file'];
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
    ...(file ? { file: fileView(file as StoredFile) } : {}),
    ...(row.word ? { word: row.word as WordView } : {}),
  };
}
