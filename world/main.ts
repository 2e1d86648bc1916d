/**
 * `node world/main.js --data DIR [--at TIME] [--seed N]` with DATABASE_URL: loads the demo county into an empty database,
 * and keeps whom to sign in as in DIR/demo.json. Passwords are random and stand nowhere else. With MENHU_COUNTY=few, as tests
 * of the whole product ask for, the last three months without the year before them.
 */
import { parseArgs } from 'node:util';
import { openPool } from '../server/db/client.ts';
import { now } from '../server/now.ts';
import { fewer, stories } from './articles.ts';
import { keepDemo, randomPasswords } from './demo.ts';
import { instantOf } from './hours.ts';
import { loadWorld } from './load.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, at: { type: 'string' }, seed: { type: 'string' } },
});
const url = process.env.DATABASE_URL;
const at = values.at === undefined ? now() : instantOf(values.at);
if (!url || !values.data || !at) {
  process.stderr.write(
    'usage: DATABASE_URL=… node world/main.js --data DIR [--at 2026-11-25T09:00:00+08:00] [--seed N]\n',
  );
  process.exit(2);
}

const { db, close } = openPool(url, { role: 'worker', max: 2 });
const passwords = randomPasswords();
try {
  await loadWorld(db, {
    at,
    data: values.data,
    stories: process.env.MENHU_COUNTY === 'few' ? fewer : stories,
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
    password: (person) => passwords[person],
  });
  keepDemo(values.data, passwords);
} catch (error) {
  process.stderr.write(`world: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await close();
}
