/** The whole way on a real PostgreSQL: rows of the log in, files out. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import { allOf, marker, type Outlet, outlet, page, siteFolder } from './outlet.fixture.ts';
import { type Town, town } from './town.fixture.ts';

let pg: TestDatabase;
let t: Town;
let out: Outlet;
beforeEach(async () => {
  pg = await freshDatabase();
  t = await town(pg.pool);
  out = outlet(pg.pool);
});
afterEach(async () => {
  await out.close();
  expect(out.lines).toEqual([]);
  await pg.drop();
});

const www = (path: string) => page(out.folder, 'www', path);
const inLists = (title: string) => ['/index.html', '/notices/index.html'].map((p) => www(p)?.includes(title));

test('what is published stands at its address, in its column and on the home page; the log is told as served', async () => {
  const p = await t.add({ site: 'www', column: 'notices', text: { title: '检定电子秤' } });
  await out.publisher.settle();
  expect(www(`/notices/${p.publicNo}.html`)).toContain('<h1>检定电子秤</h1>');
  expect(inLists('检定电子秤')).toEqual([true, true]);
  expect(out.served.map((e) => [e.seq, e.op, e.subjectId])).toEqual([[1, 'publish', p.placementId]]);
  const { rows } = await pg.pool.query('select seq from content.publisher order by site_id');
  expect(rows.map((r) => Number(r.seq)).sort()).toEqual([0, 1]);
});

test('an empty site has a home page, its columns and a 404 page before anything is published', async () => {
  await out.publisher.settle();
  expect(page(out.folder, 'qingxi', '/index.html')).toContain('本站还没有发布信息');
  expect(page(out.folder, 'qingxi', '/news/index.html')).toContain('本栏目还没有发布信息');
  expect(page(out.folder, 'qingxi', '/404.html')).toContain('没有这个页面');
  expect(JSON.parse(readFileSync(join(out.folder, 'hosts.json'), 'utf8'))).toEqual({
    '127.0.0.1': 'www',
    'www.localhost': 'www',
    'qingxi.localhost': 'qingxi',
    'scjgj.yunshan.example': 'www',
  });
});

test('an update changes the page, its lists, and what its neighbours call it', async () => {
  const [a, b, c] = [
    await t.add({ site: 'www', column: 'notices', text: { title: '甲' } }),
    await t.add({ site: 'www', column: 'notices', text: { title: '旧名' } }),
    await t.add({ site: 'www', column: 'notices', text: { title: '丙' } }),
  ];
  await out.publisher.settle();
  await t.publish(b, { title: '新名' });
  await out.publisher.settle();
  expect(inLists('旧名')).toEqual([false, false]);
  expect(inLists('新名')).toEqual([true, true]);
  expect(www(`/notices/${a.publicNo}.html`)).toContain('下一篇：<a href="/notices/');
  for (const no of [a.publicNo, c.publicNo]) expect(www(`/notices/${no}.html`)).toContain('新名');
});

test('B1 B3 what is withdrawn is gone from lists and neighbours, and its address says so', async () => {
  const a = await t.add({ site: 'www', column: 'notices', text: { title: '甲' } });
  const b = await t.add({ site: 'www', column: 'notices', text: { title: '撤下的标题' } });
  const c = await t.add({ site: 'www', column: 'notices', text: { title: '丙' } });
  await out.publisher.settle();
  await t.withdraw(b, 'unlawful');
  await out.publisher.settle();
  expect(www(`/notices/${b.publicNo}.html`)).toBeUndefined();
  expect(marker(out.folder, 'www', `/notices/${b.publicNo}.html`)).toContain('依法不予公开');
  const everything = Object.values(allOf(out.folder)).map((x) => Buffer.from(x, 'base64'));
  expect(everything.some((x) => x.includes('撤下的标题'))).toBe(false);
  expect(www(`/notices/${a.publicNo}.html`)).toContain(`href="/notices/${c.publicNo}.html"`);
  expect(www(`/notices/${c.publicNo}.html`)).toContain(`href="/notices/${a.publicNo}.html"`);
});

test('what is restored is there again, and its marker gone', async () => {
  const a = await t.add({ site: 'www', column: 'notices', text: { title: '甲' } });
  await t.withdraw(a, 'error');
  await out.publisher.settle();
  await t.publish(a, { title: '更正后' });
  await out.publisher.settle();
  expect(www(`/notices/${a.publicNo}.html`)).toContain('更正后');
  expect(marker(out.folder, 'www', `/notices/${a.publicNo}.html`)).toBeUndefined();
  expect(inLists('更正后')).toEqual([true, true]);
});

test('a cross-listing links to the home address: within the site from the root, from another site absolutely', async () => {
  const a = await t.add({ site: 'qingxi', column: 'news', text: { title: '镇里的事' } });
  for (const site of ['www', 'qingxi']) await t.column(site, 'picks', '要闻', 9, null);
  await t.add({ site: 'www', column: 'picks', home: false, article: a.articleId, text: { title: '镇里的事' } });
  await t.add({ site: 'qingxi', column: 'picks', home: false, article: a.articleId, text: { title: '镇里的事' } });
  await out.publisher.settle();
  expect(www('/picks/index.html')).toContain(`href="http://qingxi.localhost:8080/news/${a.publicNo}.html"`);
  expect(page(out.folder, 'qingxi', '/picks/index.html')).toContain(`href="/news/${a.publicNo}.html"`);
  expect(www(`/picks/${a.publicNo}.html`)).toBeUndefined();
});

test('a cross-listing whose home is not public has a page of its own, until the home is', async () => {
  const home = await t.draft({ site: 'www', column: 'news' });
  const cross = await t.add({
    site: 'www',
    column: 'notices',
    home: false,
    article: home.articleId,
    text: { title: '先在这里' },
  });
  await out.publisher.settle();
  expect(www(`/notices/${cross.publicNo}.html`)).toContain('先在这里');
  await t.publish(home, { title: '先在这里' });
  await out.publisher.settle();
  expect(www(`/notices/${cross.publicNo}.html`)).toBeUndefined();
  expect(www('/notices/index.html')).toContain(`href="/news/${home.publicNo}.html"`);
  await t.withdraw(home, 'error');
  await out.publisher.settle();
  expect(www(`/notices/${cross.publicNo}.html`)).toContain('先在这里');
  expect(marker(out.folder, 'www', `/news/${home.publicNo}.html`)).toContain('内容有误');
});

test('A13 90 articles, a few at a time: two frozen buckets that know each other, an index of 30, and no page more', async () => {
  for (let i = 1; i <= 90; i++) {
    await t.add({ site: 'www', column: 'news', text: { title: `第 ${i} 期` } });
    if ([59, 60, 61, 89, 90].includes(i)) await out.publisher.settle();
  }
  const count = (path: string) => www(path)?.match(/<time /g)?.length;
  expect(['/news/index.html', '/news/index_0.html', '/news/index_1.html'].map(count)).toEqual([30, 30, 30]);
  expect(www('/news/index_2.html')).toBeUndefined();
  expect(www('/news/index.html')).toContain('href="/news/index_1.html" rel="next"');
  expect(www('/news/index_0.html')).toContain('href="/news/index_1.html" rel="prev"');
  expect(www('/news/index_0.html')).toContain('第 1 期');
});

test('a round with nothing new in the log touches no file', async () => {
  await t.add({ site: 'www', column: 'notices' });
  await out.publisher.settle();
  const stamp = () =>
    ['cursor.json', 'live/index.html.gz'].map((f) => statSync(join(siteFolder(out.folder, 'www'), f)).ino);
  const before = stamp();
  await out.publisher.settle();
  expect(stamp()).toEqual(before);
  expect(out.served).toHaveLength(1);
});

test('an update that looks the same writes no page again', async () => {
  const a = await t.add({ site: 'www', column: 'notices', text: { title: '甲', html: '<p>同</p>' } });
  const b = await t.add({ site: 'www', column: 'news', text: { title: '乙' } });
  await out.publisher.settle();
  const ino = () => statSync(join(siteFolder(out.folder, 'www'), `live/news/${b.publicNo}.html.gz`)).ino;
  const before = ino();
  await t.publish(a, { title: '甲二' });
  await out.publisher.settle();
  expect(ino()).toBe(before);
});
