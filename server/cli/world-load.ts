/** `menhu world load`: the demo county, into an installation that has nothing yet and isn't running. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { keepDemo, randomPasswords } from '../../world/demo.ts';
import { instantOf } from '../../world/hours.ts';
import { loadWorld } from '../../world/load.ts';
import { openPool } from '../db/client.ts';
import { type Database, openDatabase } from '../db/open.ts';
import { now } from '../now.ts';
import type { Command, Environment } from './command.ts';
import { dataOption, folderOf } from './installation.ts';
import { Said, Usage } from './words.ts';

export const worldLoad: Command = {
  name: 'world load',
  usage: 'menhu world load [--at TIME] [--data DIR]',
  about: {
    zh: '把演示数据载入一个空的、没有在运行的系统，只能载一次',
    en: 'loads the demo county, once, into an empty installation that is not running',
  },
  takes: {
    values: {
      at: {
        zh: '载入到哪一刻，如 2026-11-25T09:00:00+08:00；不写就是现在',
        en: 'the instant to look at it, as 2026-11-25T09:00:00+08:00; default: now',
      },
      data: dataOption,
    },
    files: false,
  },
  run: async (given, { env, text, json, aside }) => {
    const said = given.value('at');
    const at = said === undefined ? now() : instantOf(said);
    if (!at)
      throw new Usage({
        zh: `--at 要写带时区的时刻，如 2026-11-25T09:00:00+08:00，不能是 ${said}`,
        en: `--at is an instant with its time zone, as 2026-11-25T09:00:00+08:00, not ${said}`,
      });
    const data = folderOf(given);
    mkdirSync(data, { recursive: true, mode: 0o711 });
    const database = await openDatabase(data, named(env), { say: aside });
    try {
      await load(database, data, at);
    } finally {
      await database.stop();
    }
    const people = join(data, 'demo.json');
    text({ zh: `已载入。可以登录的人写在 ${people}`, en: `loaded; whom to sign in as stands in ${people}` });
    json({ loaded: true, at: at.toISOString(), people });
    return 0;
  },
};

/** While it lasts a mark lies in DATA: the next start throws a half away, as it does with its own (start/world.mjs). */
async function load(database: Database, data: string, at: Date): Promise<void> {
  const { db, pool, close } = openPool(database.url, { role: 'worker', max: 2 });
  const mark = join(data, 'world.loading');
  if (existsSync(mark))
    throw new Said({
      zh: '上次载入演示数据没有做完：用 npm start 启动，会重新载入',
      en: 'the demo county was half loaded here: npm start begins it again',
    });
  const passwords = randomPasswords();
  try {
    await refuseBesideAProgram(pool);
    if (!(await database.isEmpty()))
      throw new Said({
        zh: '这里已经有数据：演示数据只能载入空的系统',
        en: 'this is not empty: the demo county loads into an empty installation only',
      });
    writeFileSync(mark, 'the demo county is being loaded\n');
    await loadWorld(db, { at, data, password: (person) => passwords[person] });
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
  throw new Said({
    zh: '有系统正在用这个数据库：请先停止它',
    en: 'a running installation uses this database: stop it first',
  });
}

/** Only what names a database. */
const named = ({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl }: Environment) => ({
  ...(url ? { DATABASE_URL: url } : {}),
  ...(ownerUrl ? { DATABASE_OWNER_URL: ownerUrl } : {}),
});
