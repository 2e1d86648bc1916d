/** Makes a data folder: beside, flushed, then renamed. A kill in the middle of a plain initdb broke 1 of 10 folders. */
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './embedded-binaries.ts';
import { type Identity, runAs } from './embedded-user.ts';

/**
 * LC_CTYPE=C breaks Chinese: 局 is then no letter, and 教育局，关于 is one word. The builtin provider (from 17 on) does not
 * depend on the system's locales, and alone does not cure the two; so both are set.
 */
function locale(major: number): string[] {
  const ctype = ['--lc-collate=C', '--lc-ctype=C.UTF-8'];
  return major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...ctype] : ctype;
}

/** Does nothing where the folder exists. The caller holds the lock, so every half-made `pg.init-*` beside it is stale. */
export async function initialise(
  folder: string,
  binaries: Binaries,
  identity: Identity,
  password: string,
): Promise<boolean> {
  sweep(folder);
  if (existsSync(join(folder, 'PG_VERSION'))) return false;
  const beside = `${folder}.init-${process.pid}`;
  const passwordFile = `${beside}.password`;
  mkdirSync(beside, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
  for (const path of [beside, passwordFile]) give(path, identity);
  try {
    await runAs(identity, [
      ...[join(binaries.bin, 'initdb'), '-D', beside, '-U', 'postgres', `--pwfile=${passwordFile}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums', '--no-instructions'],
      ...locale(binaries.major),
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(beside, folder); // initdb has flushed what is in it
  flush(dirname(folder));
  return true;
}

function sweep(folder: string): void {
  for (const name of readdirSync(dirname(folder)))
    if (name.startsWith(`${basename(folder)}.init-`))
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
}

/** Makes a rename in this folder durable. */
export function flush(folder: string): void {
  const open = openSync(folder, 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

export function give(path: string, { uid, gid }: Identity): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}
