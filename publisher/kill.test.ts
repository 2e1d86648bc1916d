/** Killed at any moment, and watched by a reader: what is public stays whole, and in the end it is all there. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask, type Running, startEdge } from '../edge/ground.fixture.ts';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import { spill } from './kept.fixture.ts';
import { allOf, outlet, siteFolder, theme } from './outlet.fixture.ts';
import { type Placed, type Town, town } from './town.fixture.ts';

let pg: TestDatabase;
let t: Town;
let folder: string;
let kept: string;
beforeEach(async () => {
  pg = await freshDatabase();
  t = await town(pg.pool);
  folder = mkdtempSync(join(tmpdir(), 'menhu-kill-'));
  kept = mkdtempSync(join(tmpdir(), 'menhu-kill-files-'));
});
afterEach(async () => {
  await pg.drop();
  for (const each of [folder, kept]) rmSync(each, { recursive: true, force: true });
});

const child = fileURLToPath(new URL('./child.fixture.ts', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

/** Kills while files are being written: as soon as that many of them are there. */
async function killAt(files: number): Promise<string[]> {
  const started = count();
  spill(kept);
  const work = spawn(process.execPath, ['--import', 'tsx', child, pg.url, folder, kept], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  work.stdout.on('data', (d) => {
    said += String(d);
  });
  const ended = new Promise<void>((resolve) => work.once('exit', () => resolve()));
  while (count() - started < files && !said.includes('settled') && work.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 1));
  work.kill('SIGKILL');
  await ended;
  return said.split('\n').filter(Boolean);
}

const count = (): number => {
  try {
    return readdirSync(folder, { recursive: true }).length;
  } catch {
    return 0; // a folder went away while it was read
  }
};

test('A13 B1 D1 killed again and again while it writes, it ends with the same bytes as one that never was, and told of each entry', async () => {
  const made: Placed[] = [];
  for (let i = 0; i < 62; i++) {
    const files = i % 3 ? [] : [await t.picture(`图 ${i}`), await t.document(`件 ${i}`)];
    made.push(await t.add({ site: 'www', column: 'news', text: { title: `第 ${i} 件`, files } }));
  }
  const told: string[] = [];
  for (const files of [3, 25, 60]) told.push(...(await killAt(files))); // in the first build
  for (let round = 0; round < 4; round++) {
    for (let i = 0; i < 6; i++)
      made.push(await t.add({ site: 'www', column: 'notices', text: { title: `${round}-${i}` } }));
    await t.publish(made[round * 6]!, { title: `改 ${round}`, files: [await t.picture(`改图 ${round}`)] });
    await t.withdraw(made[round * 6 + 3]!, 'error');
    told.push(...(await killAt(1 + round * 3)));
  }
  told.push(...(await killAt(Number.POSITIVE_INFINITY))); // it ends by itself
  const grown = allOf(folder);
  const fresh = outlet(pg.pool);
  await fresh.publisher.settle();
  expect(grown).toEqual(allOf(fresh.folder));
  await fresh.close();
  const { rows } = await pg.pool.query('select seq from content.publication order by seq');
  const served = new Set(told.filter((l) => l.startsWith('served')).map((l) => Number(l.split(' ')[2])));
  expect([...served].sort((a, b) => a - b)).toEqual(rows.map((r) => Number(r.seq)));
  expect(told.filter((l) => l.startsWith('line'))).toEqual([]);
  expect(readdirSync(join(siteFolder(folder, 'www'), 'tmp'))).toEqual([]);
}, 480_000);

const linksOf = (text: string) => [...text.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map((m) => m[1] ?? '');
const isWhole = (path: string) => path.startsWith('/assets/') || path.startsWith('/files/');

/** Reads the home page, follows every link of the site, again and again; says what it could not stand. */
async function reader(
  edge: Running,
  until: () => boolean,
): Promise<{ faults: string[]; pages: number; files: number }> {
  const seen = { faults: [] as string[], pages: 0, files: 0 };
  const get = (path: string) => ask(edge.port, path, { host: 'www.localhost' });
  while (!until()) {
    const paths = new Set(['/']);
    for (const path of paths) {
      const got = await get(path);
      const text = got.body.toString();
      seen.pages++;
      if (![200, 410].includes(got.status)) seen.faults.push(`${path} ${got.status}`);
      if (!text.trimEnd().endsWith('</html>')) seen.faults.push(`${path} is not whole`);
      const links = linksOf(text);
      for (const file of links.filter(isWhole)) {
        if (file.startsWith('/files/')) seen.files++;
        // What the page named may have gone since it was read; then it names it no more.
        if ((await get(file)).status !== 200 && (await get(path)).body.includes(file))
          seen.faults.push(`${path} has no ${file}`);
      }
      for (const link of links.filter((l) => !isWhole(l))) paths.add(link);
    }
  }
  return seen;
}

test('A12 a reader who follows every link never meets half a page, a missing page, picture or stylesheet', async () => {
  await t.add({ site: 'www', column: 'notices' });
  const first = outlet(pg.pool, { folder });
  await first.publisher.settle();
  const edge = await startEdge(folder);
  let done = false;
  const reading = Promise.all([reader(edge, () => done), reader(edge, () => done)]);
  const made: Placed[] = [];
  for (let round = 0; round < 6; round++) {
    for (let i = 0; i < 8; i++) {
      const files = [await t.picture(`图 ${round} ${i}`)];
      made.push(await t.add({ site: 'www', column: i % 2 ? 'news' : 'notices', text: { files } }));
    }
    await t.publish(made[round]!, { title: `改 ${round}`, files: [await t.document(`改 ${round}`)] });
    await t.withdraw(made[round * 3 + 1]!, 'superseded');
    await first.publisher.settle();
    if (round === 3) await first.publisher.rebuildSite('www');
  }
  await first.publisher.stop();
  const other = outlet(pg.pool, { folder, theme: { ...theme, fingerprint: 'another look' } });
  await other.publisher.settle();
  done = true;
  const seen = await reading;
  await other.close();
  await edge.stop();
  expect(seen.flatMap((s) => s.faults)).toEqual([]);
  expect(seen.reduce((n, s) => n + s.pages, 0)).toBeGreaterThan(50);
  expect(seen.reduce((n, s) => n + s.files, 0)).toBeGreaterThan(20);
}, 120_000);
