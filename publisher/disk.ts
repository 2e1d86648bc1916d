/** Files that are never half there: written beside, flushed where it matters, renamed. */
import { execFile } from 'node:child_process';
import { mkdir, open, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The value of `work`, or undefined when the file or a folder on its way isn't there. */
export async function orAbsent<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

export const readIfThere = (path: string): Promise<Buffer | undefined> => orAbsent(readFile(path));

export async function removeIfThere(path: string): Promise<boolean> {
  return (await orAbsent(unlink(path).then(() => true))) ?? false;
}

export async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

let counter = 0;
/** `temp` is a folder on the same file system, swept at start: a kill leaves nothing in the public tree. */
export async function place(path: string, bytes: Buffer, temp: string): Promise<void> {
  const beside = join(temp, `${process.pid}-${counter++}`);
  await mkdir(temp, { recursive: true });
  await writeFile(beside, bytes, { mode: 0o644 });
  await mkdir(dirname(path), { recursive: true });
  await rename(beside, path);
}

/** Above this many files one flush of the file system is cheaper than one for each file. */
const FLUSH_EACH_MAX = 48;

export async function flushAll(paths: ReadonlySet<string>, folder: string): Promise<void> {
  if (paths.size > FLUSH_EACH_MAX) {
    // Node has no syncfs; the program is everywhere, the option is GNU's, so the plain one is the second try.
    await run('sync', ['-f', folder]).catch(() => run('sync'));
    return;
  }
  const folders = new Set([...paths].map((p) => dirname(p)));
  await Promise.all([...paths, ...folders].map((p) => orAbsent(flush(p))));
}

/** A small file that must be there or not, whole and durable: state, hosts. */
export async function placeDurably(path: string, bytes: Buffer, temp: string): Promise<void> {
  await place(path, bytes, temp);
  await flush(path);
  await flush(dirname(path));
}
