// The demo county: loaded once, into an empty installation, before anything listens. A kill in the middle leaves a mark,
// and the next start throws away the half and begins again.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const loading = (data) => join(data, 'world.loading');
const without = (data) => join(data, 'world.none');
/** What loading makes beside the database. */
const made = ['demo.json', 'edge', 'files', 'taking'];

export async function prepareWorld(database, { data, empty, say, load }) {
  if (existsSync(loading(data))) await startOver(database, { data, say });
  // An installation that was begun empty stays so, also when a later start forgets the switch.
  if (empty) writeFileSync(without(data), 'made by --empty: no demo county is loaded here\n');
  if (existsSync(without(data)) || !(await database.isEmpty())) return;
  say('loading the demo county, once 首次启动，正在载入演示数据');
  writeFileSync(loading(data), 'the demo county is being loaded\n');
  await load();
  rmSync(loading(data));
}

async function startOver(database, { data, say }) {
  if (!database.recreate)
    throw new Error(
      'the demo county was half loaded into the database of DATABASE_URL when it was stopped.\n' +
        `  Empty that database (drop and create it), remove ${loading(data)}, and start again`,
    );
  say('the demo county was only half loaded; beginning again 演示数据未载入完整，重新载入');
  await database.recreate();
  for (const name of made) rmSync(join(data, name), { recursive: true, force: true });
  rmSync(loading(data));
}

/** Whom to sign in as; nobody in an installation without the demo. */
export function people(data) {
  const file = join(data, 'demo.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).people : [];
}
