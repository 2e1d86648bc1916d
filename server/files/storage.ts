/**
 * Where the bytes of files are kept: under their hash, and never under a name that somebody chose. Everything else knows
 * only this interface, so that another store (an S3 bucket) is another file beside this one.
 */
import { createHash, type Hash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flush, foldersUnder, makeFolder, orAbsent } from './disk.ts';

/** `sha256`: 64 signs of 0–9 and a–f. `size`: bytes. */
export type Stored = { readonly sha256: string; readonly size: number };
export type Storage = {
  /** Keeps the bytes of that local file, durably, once however often they come. Throws ENOSPC when there is no room, and has then kept nothing. */
  put(path: string): Promise<Stored>;
  /** The very bytes that were put. Throws DamagedFile when they are gone or no longer have this hash. */
  read(sha256: string): Promise<Buffer>;
  has(sha256: string): Promise<boolean>;
};

/** What was put can't be given: a person must bring it back from a backup. The message is for readers of the log and the console. */
export class DamagedFile extends Error {}

/** Bytes at a time: between two of them the program answers others. */
const STEP = 1 << 20;
const shape = /^[0-9a-f]{64}$/;

/** DATA/files/ab/cd/SHA256, files 0600 in folders 0700. */
export function folderStorage(folder: string): Storage {
  const { files, beside } = foldersUnder(folder);
  const placeOf = (sha256: string): string => {
    if (!shape.test(sha256)) throw new Error(`${sha256} is not a SHA-256`);
    return join(files, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  return {
    put: async (path) => {
      await makeFolder(beside);
      const copy = join(beside, randomUUID());
      try {
        const stored = await copied(path, copy);
        const place = placeOf(stored.sha256);
        // What lies there already may have been damaged since: then the good bytes take its place.
        if ((await hashOf(place)) !== stored.sha256) await moved(copy, place);
        for (const each of [dirname(place), dirname(dirname(place)), files]) await flush(each);
        return stored;
      } finally {
        await rm(copy, { force: true });
      }
    },
    read: async (sha256) => whole(placeOf(sha256), sha256),
    has: async (sha256) => (await orAbsent(access(placeOf(sha256)).then(() => true))) ?? false,
  };
}

async function moved(copy: string, place: string): Promise<void> {
  await makeFolder(dirname(place));
  await rename(copy, place);
}

/** A copy that has reached the disk, and what it holds. A link is not followed: it could lead out of the folder it lies in. */
async function copied(path: string, copy: string): Promise<Stored> {
  const from = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const to = await open(copy, 'wx', 0o600);
    try {
      const hash = createHash('sha256');
      let size = 0;
      for await (const part of steps(from, hash)) {
        await to.writeFile(part);
        size += part.length;
      }
      await to.sync();
      return { sha256: hash.digest('hex'), size };
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

async function* steps(file: FileHandle, hash: Hash): AsyncGenerator<Buffer> {
  const room = Buffer.allocUnsafe(STEP);
  for (;;) {
    const { bytesRead } = await file.read(room, 0, STEP, null);
    if (bytesRead === 0) return;
    const part = room.subarray(0, bytesRead);
    hash.update(part);
    yield part;
  }
}

async function hashOf(place: string): Promise<string | undefined> {
  const file = await orAbsent(open(place, 'r'));
  if (!file) return undefined;
  try {
    const hash = createHash('sha256');
    for await (const _ of steps(file, hash));
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

async function whole(place: string, sha256: string): Promise<Buffer> {
  const file = await orAbsent(open(place, 'r'));
  if (!file) throw new DamagedFile(`存放的文件不见了，请信息化中心从备份恢复（${sha256}）`);
  try {
    const bytes = Buffer.allocUnsafe((await file.stat()).size);
    const hash = createHash('sha256');
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await file.read(bytes, at, Math.min(STEP, bytes.length - at), at);
      if (bytesRead === 0) break;
      hash.update(bytes.subarray(at, at + bytesRead));
      at += bytesRead;
    }
    if (hash.digest('hex') !== sha256)
      throw new DamagedFile(`存放的文件已经损坏，不能给出，请信息化中心从备份恢复（${sha256}）`);
    return bytes;
  } finally {
    await file.close();
  }
}
