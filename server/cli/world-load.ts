/** `menhu world load`: the demo county, into an installation that has nothing yet and isn't running. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keepDemo, randomPasswords } from '../../world/demo.ts';
import { instantOf } from '../../world/hours.ts';
import { loadWorld } from '../../world/load.ts';
import { openPool } from '../db/client.ts';
import { type Database, openDatabase } from '../db/open.ts';
import { packageRoot } from '../db/package-root.ts';
import { now } from '../now.ts';
import type { Command } from './command.ts';
import { Usage } from './options.ts';

export const worldLoad: Command = {
  name: 'world load',
  usage: 'menhu world load [--at TIME] [--data DIR]',
  about: 'loads the demo county, once, into an empty installation that is not running 载入演示数据',
  takes: {
    values: { at: 'the instant to look at it, as 2026-11-25T09:00:00+08:00; default: now', data: 'default: DATA' },
    files: false,
  },
  run: async (given, say) => {
    const said = given.value('at');
    const at = said === undefined ? now() : instantOf(said);
    if (!at) throw new Usage(`--at is an instant with its time zone, as 2026-11-25T09:00:00+08:00, not ${said}`);
    const data = resolve(given.value('data') ?? join(packageRoot(), 'DATA'));
    mkdirSync(data, { recursive: true, mode: 0o711 });
    const database = await openDatabase(data, named(process.env), { say: (line) => process.stderr.write(`${line}\n`) });
    try {
      await load(database, data, at);
    } finally {
      await database.stop();
    }
    say.text(`loaded 已载入。Whom to sign in as 可用身份: ${join(data, 'demo.json')}`);
    say.json({ loaded: true, at: at.toISOString(), people: join(data, 'demo.json') });
    return 0;
  },
};

/** While it lasts a mark lies in DATA: the next start throws a half away, as it does with its own (start/world.mjs). */
async function load(database: Database, data: string, at: Date): Promise<void> {
  const { db, close } = openPool(database.url, { role: 'worker', max: 2 });
  const mark = join(data, 'world.loading');
  if (existsSync(mark)) throw new Error('the demo county was half loaded here: npm start begins it again 上次没有载完');
  const passwords = randomPasswords();
  try {
    if (!(await database.isEmpty())) throw new Error('这里已经有数据：演示数据只能载入空的系统 (this is not empty)');
    writeFileSync(mark, 'the demo county is being loaded\n');
    await loadWorld(db, { at, password: (person) => passwords[person] });
    keepDemo(data, passwords);
    rmSync(mark);
  } finally {
    await close();
  }
}

/** Only what names a database. */
const named = ({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl }: NodeJS.ProcessEnv) => ({
  ...(url ? { DATABASE_URL: url } : {}),
  ...(ownerUrl ? { DATABASE_OWNER_URL: ownerUrl } : {}),
});
