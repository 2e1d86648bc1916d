/** The home page shows the newest of its articles that have a picture. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import type { KeptFile } from './kept.fixture.ts';
import { fast, type Outlet, outlet, page } from './outlet.fixture.ts';
import { type Placed, type Town, town } from './town.fixture.ts';

let pg: TestDatabase;
let t: Town;
let folder: string;
let out: Outlet;
beforeEach(async () => {
  pg = await freshDatabase();
  t = await town(pg.pool);
  folder = mkdtempSync(join(fast, 'menhu-pictures-'));
  out = outlet(pg.pool, { folder });
});
afterEach(async () => {
  await out.close();
  rmSync(folder, { recursive: true, force: true });
  await pg.drop();
});

const news = (): readonly string[] => {
  const [, section = ''] =
    /<section class="pictures"[^>]*>(.*?)<\/section>/s.exec(page(folder, 'www', '/index.html') ?? '') ?? [];
  return [...section.matchAll(/<img src="\/files\/([a-z2-7]{26})\/[^>]*alt="([^"]*)"[^>]*><span>([^<]*)</g)].map(
    ([, id, alt, title]) => `${id} ${alt} ${title}`,
  );
};

test('the four newest articles with a picture stand in it, newest first, and leave it with their page', async () => {
  const added: { picture: KeptFile; p: Placed; name: string }[] = [];
  for (const name of ['甲', '乙', '丙', '丁', '戊']) {
    const picture = await t.picture(`${name}图`);
    added.push({
      picture,
      p: await t.add({ site: 'www', column: 'news', text: { title: `${name}事`, files: [picture] } }),
      name,
    });
  }
  await t.add({ site: 'www', column: 'news', text: { title: '没有图', files: [await t.document('表')] } });
  await out.publisher.settle();
  const said = (names: string) =>
    [...names].map((name) => {
      const one = added.find((a) => a.name === name);
      return `${one?.picture.id} ${one?.picture.name} ${name}事`;
    });
  expect(news()).toEqual(said('戊丁丙乙'));
  await t.withdraw(added[4]?.p as Placed, 'error');
  await out.publisher.settle();
  expect(news()).toEqual(said('丁丙乙甲'));
});

test('without a picture there is no picture news', async () => {
  await t.add({ site: 'www', column: 'news', text: { title: '没有图' } });
  await out.publisher.settle();
  expect(page(folder, 'www', '/index.html')).toContain('没有图');
  expect(page(folder, 'www', '/index.html')).not.toContain('图片新闻');
});
