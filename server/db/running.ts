/** The database of an installation that is running, for a command beside it: DATABASE_URL, or the embedded one's socket. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { urls } from './embedded-roles.ts';
import { secret } from './keys.ts';

/** `place`: the folder or file that it is about. */
export class Unreachable extends Error {
  readonly why: 'absent' | 'stopped' | 'unreadable' | 'keyless';
  readonly place: string;
  constructor(why: Unreachable['why'], place: string) {
    super(words[why](place));
    this.why = why;
    this.place = place;
  }
}

const words: Readonly<Record<Unreachable['why'], (place: string) => string>> = {
  absent: (place) => `there is no ${place}: say where the installation is with --data DIR`,
  stopped: (place) => `the installation in ${place} isn't running: start it with npm start`,
  unreadable: (place) =>
    `this user may not read ${place}: run the command as the user that starts the installation, or as root`,
  keyless: (place) => `${place} is missing: restore DATA/keys from its backup`,
};

/**
 * The program's URL, never the owner's. Throws Unreachable when nothing runs on `data`, or when this user may not read its
 * keys. Starts nothing and makes no file.
 */
export function runningUrl(data: string, env: Readonly<Record<string, string | undefined>>): string {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  const home = resolve(data);
  if (!existsSync(home)) throw new Unreachable('absent', home);
  const socketFolder = readable(home, () => socketOf(home));
  if (!socketFolder) throw new Unreachable('stopped', home);
  const menhu = readable(home, () => existsSync(join(home, 'keys', 'pg-menhu')) && secret(home, 'pg-menhu'));
  if (!menhu) throw new Unreachable('keyless', join(home, 'keys', 'pg-menhu'));
  return urls(socketFolder, { menhu, owner: '', admin: '' }).url;
}

/** PostgreSQL writes down, in the fifth line of postmaster.pid, where its socket is. */
function socketOf(home: string): string | undefined {
  const file = join(home, 'pg', 'postmaster.pid');
  try {
    return readFileSync(file, 'utf8').split('\n')[4] || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function readable<T>(home: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    throw new Unreachable('unreadable', home);
  }
}
