/** The whole way on a real PostgreSQL: log rows in, files out. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import { databaseOf } from './database.ts';
import { edgeFolder } from './files.ts';
import { runPublisher } from './publish.ts';
import { loadTheme } from './theme.ts';
import { type Town, town } from './town.fixture.ts';

const theme = loadTheme(fileURLToPath(new URL('../themes/default', import.meta.url)));
let pg: TestDatabase;
let folder: string;
let t: Town;
beforeEach(async () => {
  pg = await freshDatabase();
  t = await town(pg.pool);
  folder = mkdtempSync(join(tmpdir(), 'menhu-publish-'));
});
afterEach(async () => {
  await pg.drop();
  rmSync(folder, { recursive: true, force: true });
});

const lines: string[] = [];
const publisher = () =>
  runPublisher({
    database: databaseOf(pg.pool),
    cluster: edgeFolder(folder),
    theme,
    demo: false,
    originOf: (s) => (s.rank === 'main' ? 'http://127.0.0.1:8080' : `http://${s.label}.localhost:8080`),
    log: (line) => lines.push(line),
  });
const page = (site: string, path: string) =>
  gunzipSync(readFileSync(join(folder, 'sites', site, 'live', `${path}.gz`))).toString('utf8');

test('an article becomes public with its list and the home page', async () => {
  const p = await t.add({ site: 'www', column: 'notices', text: { title: '关于检定电子秤的通知' } });
  const run = publisher();
  await run.settle();
  expect(lines).toEqual([]);
  console.log(page('www', `/notices/${p.publicNo}.html`));
  console.log(page('www', '/index.html'));
  console.log(readdirSync(folder, { recursive: true }).join('\n'));
  const q = await t.add({ site: 'www', column: 'notices', text: { title: '第二篇' } });
  await t.withdraw(p, 'error');
  await run.settle();
  console.log(page('www', `/notices/${q.publicNo}.html`));
  console.log(readdirSync(folder, { recursive: true }).join('\n'));
  await run.stop();
  expect(lines).toEqual([]);
});
