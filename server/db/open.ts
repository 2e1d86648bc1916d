/** The database a start works on: the embedded one, or the one that DATABASE_URL names; checked and migrated either way. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkDatabase } from './check.ts';
import { openPool } from './client.ts';
import { type Embedded, type Options, programIdentity, startPostgres } from './embedded.ts';
import { give } from './embedded-init.ts';
import type { Identity } from './embedded-user.ts';
import { keyFolder } from './keys.ts';
import { migrate, requireMigrated } from './migrate.ts';
import { migrationsFolder } from './package-root.ts';

export type Database = {
  /** The program's URL; the owner's is used here and goes no further. */
  readonly url: string;
  /** As whom the program runs. */
  readonly identity: Identity;
  /** No act has ever been done on it. */
  isEmpty(): Promise<boolean>;
  /** Only the embedded one, whose contents are ours to throw away; migrated again. */
  recreate?(): Promise<void>;
  stop(): Promise<void>;
};

type Names = { readonly DATABASE_URL?: string; readonly DATABASE_OWNER_URL?: string };

/** Throws with what to do. The caller holds DATA/app.lock. */
export async function openDatabase(data: string, env: Names, options: Options = {}): Promise<Database> {
  return env.DATABASE_URL ? given(data, env.DATABASE_URL, env.DATABASE_OWNER_URL, options) : embedded(data, options);
}

async function embedded(data: string, options: Options): Promise<Database> {
  const server: Embedded = await startPostgres(data, options);
  const { url, identity, stop } = server;
  const upgrade = () => migrate(server.ownerUrl, migrationsFolder(), options.say);
  const recreate = async () => {
    await server.recreate();
    await upgrade();
  };
  try {
    await upgrade();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, identity, isEmpty: () => isEmpty(url), recreate, stop };
}

async function given(data: string, url: string, ownerUrl: string | undefined, { say }: Options): Promise<Database> {
  const home = resolve(data);
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const identity = programIdentity(home);
  give(home, identity);
  keyFolder(
    home,
    identity.uid === undefined || identity.gid === undefined ? {} : { uid: identity.uid, gid: identity.gid },
  );
  if (ownerUrl) await migrate(ownerUrl, migrationsFolder(), say);
  await once(url, async (pool) => {
    await checkDatabase(pool);
    await requireMigrated(pool, migrationsFolder());
  });
  return { url, identity, isEmpty: () => isEmpty(url), stop: async () => {} };
}

const isEmpty = (url: string): Promise<boolean> =>
  once(url, async (pool) => {
    const { rows } = await pool.query('select not exists (select from door.event) as empty');
    return rows[0].empty;
  });

async function once<T>(url: string, work: (pool: ReturnType<typeof openPool>['pool']) => Promise<T>): Promise<T> {
  const { pool, close } = openPool(url, { role: 'worker', max: 1 });
  return work(pool).finally(close);
}
