/** `menhu world load`: the demo county, into an installation that has nothing yet and isn't running. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { keepDemo, randomPasswords } from '../../world/demo.ts';
import { instantOf } from '../../world/hours.ts';
import { loadWorld } from '../../world/load.ts';
import { openPool } from '../db/client.ts';
import { type Database, openDatabase } from '../db/open.ts';
import { packageRoot } from '../db/package-root.ts';
import { now } from '../now.ts';
import type { Command, Environment } from './command.ts';
import { Usage } from './options.ts';

export const worldLoad: Command = {
  name: 'world load',
  usage: 'menhu world load [--at TIME] [--data DIR]',
  about: 'loads the demo county, once, into an empty installation that is not running 载入演示数据',
  takes: {
    values: { at: 'the instant to look at it, as 2026-11-25T09:00:00+08:00; default: now', data: 'default: DATA' },
    files: false,
  },
  run: async (given, { env, text, json, aside }) => {
    const said = given.value('at');
    const at = said === undefined ? now() : instantOf(said);
    if (!at) throw new Usage(`--at is an instant with its time zone, as 2026-11-25T09:00:00+08:00, not ${said}`);
    const data = resolve(given.value('data') ?? join(packageRoot(), 'DATA'));
    mkdirSync(data, { recursive: true, mode: 0o711 });
    const database = await openDatabase(data, named(env), { say: aside });
    try {
      await load(database, data, at);
    } finally {
      await database.stop();
    }
    text(`loaded 已载入。Whom to sign in as 可用身份: ${join(data, 'demo.json')}`);
    json({ loaded: true, at: at.toISOString(), people: join(data, 'demo.json') });
    return 0;
  },
};

/** While it lasts a mark lies in DATA: the next start throws a half away, as it does with its own (start/world.mjs). */
async function load(database: Database, data: string, at: Date): Promise<void> {
  const { db, pool, close } = openPool(database.url, { role: 'worker', max: 2 });
  const mark = join(data, 'world.loading');
  if (existsSync(mark)) throw new Error('the demo county was half loaded here: npm start begins it again 上次没有载完');
  const passwords = randomPasswords();
  try {
    await refuseBesideAProgram(pool);
    if (!(await database.isEmpty())) throw new Error('这里已经有数据：演示数据只能载入空的系统 (this is not empty)');
    writeFileSync(mark, 'the demo county is being loaded\n');
    await loadWorld(db, { at, password: (person) => passwords[person] });
    keepDemo(data, passwords);
    rmSync(mark);
  } finally {
    await close();
  }
}

/**
 * A worker that runs beside would do the county's jobs at its own time. The embedded database is locked anyway. Asked
 * again for two seconds, since a session that was just closed is seen for a moment.
 */
async function refuseBesideAProgram(pool: Pool): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const { rows } = await pool.query(
      `select pid from pg_stat_activity
        where datname = current_database() and application_name = 'menhu-worker' and pid <> pg_backend_pid()`,
    );
    if (rows.length === 0) return;
    await sleep(100);
  }
  throw new Error('a running installation uses this database: stop it first 请先停止系统');
}

/** Only what names a database. */
const named = ({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl }: Environment) => ({
  ...(url ? { DATABASE_URL: url } : {}),
  ...(ownerUrl ? { DATABASE_OWNER_URL: ownerUrl } : {}),
});
