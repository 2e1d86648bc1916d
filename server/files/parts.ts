/** The bytes of an upload while they come in: one file for each, named by the upload's id. */
import { constants } from 'node:fs';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { flush, foldersUnder, makeFolder, orAbsent } from './disk.ts';

export const partFile = (folder: string, id: string): string => join(foldersUnder(folder).parts, `${id}.part`);

/**
 * Writes the bytes so that they begin at `offset`, and resolves when the disk has them. What lies beyond is cut off first:
 * a part that died between the file and its row. False when the file is shorter than `offset`: it must come again from 0.
 * Throws ENOSPC when there is no room. Only one call for an upload at a time.
 */
export async function append(folder: string, id: string, offset: number, bytes: Buffer): Promise<boolean> {
  await makeFolder(foldersUnder(folder).parts);
  const file = await open(partFile(folder, id), constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    const { size } = await file.stat();
    if (size < offset) return false;
    if (size > offset) await file.truncate(offset);
    await written(file, offset, bytes);
  } finally {
    await file.close();
  }
  if (offset === 0) await flush(foldersUnder(folder).parts);
  return true;
}

async function written(file: FileHandle, offset: number, bytes: Buffer): Promise<void> {
  try {
    for (let done = 0; done < bytes.length; )
      done += (await file.write(bytes, done, bytes.length - done, offset + done)).bytesWritten;
    await file.datasync();
  } catch (error) {
    await file.truncate(offset); // gives the room back on a full disk
    throw error;
  }
}

/** Bytes that are there; 0 when the file isn't. */
export async function sizeOf(folder: string, id: string): Promise<number> {
  return (await orAbsent(stat(partFile(folder, id))))?.size ?? 0;
}

export async function removeParts(folder: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) await rm(partFile(folder, id), { force: true });
}
