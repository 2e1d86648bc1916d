/** Files that outlive a power cut, where they lie under DATA, and how a disk without room shows itself. */
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';

/** `files`: the store. `parts`: uploads on their way in. `taking`: where they are taken apart. All on one file system. */
export const foldersUnder = (folder: string) => ({
  files: join(folder, 'files'),
  beside: join(folder, 'files', 'beside'),
  parts: join(folder, 'uploads'),
  taking: join(folder, 'taking'),
});

/** For nobody but the program's own user. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** A name in a folder is kept only when the folder has reached the disk as well. */
export async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The value of `work`, or undefined when the file isn't there. */
export async function orAbsent<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** True when there was no room: the same work succeeds when somebody has made some. */
export const noRoom = (error: unknown): boolean =>
  error instanceof Error && ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
