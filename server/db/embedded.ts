/** The embedded PostgreSQL: found, initialised, started, watched, stopped. No other module starts, finds or names it. */
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { platform, release, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { checkDatabase } from './check.ts';
import { findBinaries, requireSameMajor } from './embedded-binaries.ts';
import { give, initialise } from './embedded-init.ts';
import { postmasterPid, type Setup } from './embedded-process.ts';
import { asAdmin, createDatabase, dropDatabase, ensureRoles, passwords, type Urls, urls } from './embedded-roles.ts';
import { supervise } from './embedded-supervise.ts';
import { chooseIdentity, type Identity } from './embedded-user.ts';
import { packageRoot } from './package-root.ts';

export type Options = {
  /** A folder with other programs than ours, such as /usr/lib/postgresql/15/bin. */
  readonly bin?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly say?: (line: string) => void;
  /** PostgreSQL died more often than it was restarted: the program should end with code 1. */
  readonly onGivenUp?: (error: Error) => void;
};

export type Embedded = Urls & {
  readonly identity: Identity;
  /** The postmaster's process number; undefined while it is down. */
  pid(): number | undefined;
  /** Throws away everything in the database menhu. Only for a demo county that was half loaded. */
  recreate(): Promise<void>;
  stop(): Promise<void>;
};

const settingsAlways = {
  listen_addresses: '',
  max_connections: '40',
  shared_buffers: '128MB',
  jit: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
} as const;

/**
 * After a crash PostgreSQL flushes its whole folder. File by file that took 3.0–4.2 s of the way back, by one call for the
 * file system 0.7–1.0 s (same loaded machine, in turn). Before Linux 5.8 that call did not tell of a failed write.
 */
function recovery(): Record<string, string> {
  const [major, minor] = release().split('.').map(Number);
  const tells = platform() === 'linux' && (major! > 5 || (major === 5 && minor! >= 8));
  return tells ? { recovery_init_sync_method: 'syncfs' } : {};
}

/** Starts PostgreSQL on DATA/pg; makes it the first time. Resolves when it may be used. Throws with what to do. */
export async function startPostgres(data: string, options: Options = {}): Promise<Embedded> {
  const home = resolve(data);
  const folder = join(home, 'pg');
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const release = await lock(home);
  try {
    const binaries = findBinaries(options.bin);
    requireSameMajor(folder, binaries);
    const identity = programIdentity(home, [join(binaries.bin, 'postgres'), join(binaries.bin, 'initdb')]);
    give(home, identity);
    const words = passwords(home, identity);
    const say = options.say ?? (() => {});
    if (await initialise(folder, binaries, identity, words.admin)) say('made a new database 已建立数据库');
    const setup: Setup = {
      ...{ folder, identity, say, bin: binaries.bin, socketFolder: socketFolder(home, identity) },
      settings: { ...settingsAlways, ...recovery(), ...options.settings },
    };
    const supervised = await supervise(setup, options.onGivenUp);
    const at = urls(setup.socketFolder, words);
    const stop = async () => {
      await supervised.stop();
      release();
    };
    await prepare(at, home, words).catch(async (error) => {
      await stop();
      throw error;
    });
    const recreate = () => recreateDatabase(at.adminUrl, home);
    return { ...at, identity, pid: () => postmasterPid(folder), recreate, stop };
  } catch (error) {
    release();
    throw error;
  }
}

async function lock(home: string): Promise<() => void> {
  const { takeLock }: typeof import('../../start/lock.mjs') = await import(join(packageRoot(), 'start/lock.mjs'));
  return takeLock(join(home, 'app.lock'));
}

/** As whom the program runs, and PostgreSQL with it; `programs` are what it must be able to start beside node. */
export function programIdentity(home: string, programs: readonly string[] = []): Identity {
  if (process.getuid?.() === 0) chmodSync(home, 0o711); // the edge, another user, passes through to its own folder
  const needs = { read: [join(packageRoot(), 'package.json')], run: [home, process.execPath, ...programs] };
  return chooseIdentity(needs, candidates(join(home, 'pg')));
}

/** A folder that exists keeps its user; root's own (made by way of unshare) has no other candidate. */
function candidates(folder: string): string[] {
  const owner = lstatSync(folder, { throwIfNoEntry: false })?.uid;
  if (owner === undefined) return ['postgres', 'nobody'];
  return owner === 0 ? [] : [String(owner)];
}

/** A Unix socket's path has at most about 100 bytes; where DATA lies deeper, a folder of our own under /tmp takes it. */
function socketFolder(home: string, identity: Identity): string {
  const inData = join(home, 'run');
  if (Buffer.byteLength(join(inData, '.s.PGSQL.5432')) <= 100) return ownFolder(inData, identity);
  const name = `menhu-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;
  const known = join(tmpdir(), name);
  const stat = lstatSync(known, { throwIfNoEntry: false });
  const ours = !stat || (stat.isDirectory() && stat.uid === (identity.uid ?? process.getuid?.()));
  if (ours) return ownFolder(known, identity);
  return ownFolder(mkdtempSync(join(tmpdir(), `${name}-`)), identity); // somebody else sits on the name
}

function ownFolder(folder: string, identity: Identity): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  give(folder, identity);
  return folder;
}

async function prepare(at: Urls, home: string, words: ReturnType<typeof passwords>): Promise<void> {
  await ensureRoles(at.adminUrl, home, words);
  const program = new pg.Client({ connectionString: at.url });
  await program.connect();
  await checkDatabase(program).finally(() => program.end());
}

const recreateDatabase = (adminUrl: string, home: string) =>
  asAdmin(adminUrl, home, async (admin) => {
    await dropDatabase(admin, 'menhu');
    await createDatabase(admin, 'menhu');
  });
