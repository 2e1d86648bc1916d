/** Secrets of this installation: one file each under DATA/keys (0700), mode 0600, made once, never printed. */
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** Who a file shall belong to; absent: whoever runs this. */
export type Owner = { readonly uid?: number; readonly gid?: number };

export function keyFolder(data: string, owner: Owner = {}): string {
  const folder = join(data, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  give(folder, owner);
  return folder;
}

/**
 * A secret of 256 random bits in base64url (43 characters, safe in a URL). The first caller makes it; all later ones, also
 * two at once, get the same. Throws when the file may be read by others, or is empty: both need a person to look.
 */
export function secret(data: string, name: string, owner: Owner = {}): string {
  const file = join(data, 'keys', name);
  return read(file) ?? make(file, owner);
}

function read(file: string): string | undefined {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if (!stat.isFile()) throw new Error(`${file} must be an ordinary file`);
  if (stat.mode & 0o077)
    throw new Error(
      `${file} holds a secret but other users may read it (mode ${(stat.mode & 0o777).toString(8)}): chmod 600 ${file}`,
    );
  const text = readFileSync(file, 'utf8').trim();
  if (text === '') throw new Error(`${file} is empty: restore it from a backup, or remove it to have a new one made`);
  return text;
}

/** Written beside and linked: a kill in the middle leaves no half secret, and the first of two writers wins. */
function make(file: string, owner: Owner): string {
  const beside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const open = openSync(beside, 'wx', 0o600);
  try {
    writeSync(open, `${randomBytes(32).toString('base64url')}\n`);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
  give(beside, owner);
  try {
    linkSync(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(beside, { force: true });
  }
  const made = read(file);
  if (made === undefined) throw new Error(`${file} vanished while it was being made`);
  return made;
}

function give(path: string, owner: Owner): void {
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(path, owner.uid, owner.gid);
}
