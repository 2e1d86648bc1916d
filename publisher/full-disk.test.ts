/** The edge's own disk is full, really: nothing is half there, withdrawals go first, and the rest follows when there is room. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { smallDisk } from '../server/away.fixture.ts';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import { allOf, marker, outlet, page } from './outlet.fixture.ts';
import { type Town, town } from './town.fixture.ts';

let pg: TestDatabase;
let t: Town;
let disk: ReturnType<typeof smallDisk>;
beforeEach(async () => {
  pg = await freshDatabase();
  t = await town(pg.pool);
  disk = smallDisk('edge-full', 4);
});
afterEach(async () => {
  disk.remove();
  await pg.drop();
});

test('I5 A12 with no room for a page the site stays as it was, and the page comes by itself when there is room', async () => {
  const folder = join(disk.disk, 'edge');
  await t.add({ site: 'www', column: 'news', text: { title: '早先的' } });
  const out = outlet(pg.pool, { folder });
  await out.publisher.settle();
  const before = allOf(folder);
  disk.fill();
  const late = await t.add({ site: 'www', column: 'news', text: { title: '后来的' } });
  await expect(out.publisher.settle()).rejects.toThrow('ENOSPC');
  expect(allOf(folder)).toEqual(before);
  expect(out.lines.filter((line) => line.includes('ENOSPC'))).toHaveLength(1);
  disk.free();
  await out.publisher.settle();
  expect(page(folder, 'www', `/news/${late.publicNo}.html`)).toContain('后来的');
  expect(page(folder, 'www', '/news/index.html')).toContain('后来的');
  await out.close();
});

test('I5 B1 what is withdrawn goes off a full disk at once, and has its 410 page when there is room', async () => {
  const folder = join(disk.disk, 'edge');
  const gone = await t.add({ site: 'www', column: 'news', text: { title: '要撤的' } });
  const out = outlet(pg.pool, { folder });
  await out.publisher.settle();
  disk.fill();
  await t.withdraw(gone, 'error');
  await out.publisher.settle().catch(() => undefined); // its own page's place may be all that was missing
  expect(page(folder, 'www', `/news/${gone.publicNo}.html`)).toBeUndefined();
  disk.free();
  await out.publisher.settle();
  expect(marker(folder, 'www', `/news/${gone.publicNo}.html`)).toContain('内容有误');
  expect(page(folder, 'www', '/news/index.html')).not.toContain('要撤的');
  await out.close();
  rmSync(folder, { recursive: true });
});
