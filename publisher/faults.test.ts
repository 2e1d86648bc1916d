/** What happens when something breaks, or two things happen at once. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import { allOf, fast, marker, outlet, page, siteFolder, theme, watched } from './outlet.fixture.ts';
import { type Placed, type Town, town } from './town.fixture.ts';

let pg: TestDatabase;
let t: Town;
let folder: string;
beforeEach(async () => {
  pg = await freshDatabase();
  t = await town(pg.pool);
  folder = mkdtempSync(join(fast, 'menhu-faults-'));
});
afterEach(async () => {
  await pg.drop();
  rmSync(folder, { recursive: true, force: true });
});
const cursor = async () => {
  const { rows } = await pg.pool.query(
    `select p.seq from content.publisher p join sites.site s on s.id = p.site_id where s.label = 'www'`,
  );
  return Number(rows[0].seq);
};

test('B1 a withdrawal behind a queue of publications is gone before any page is made', async () => {
  const first = await t.add({ site: 'www', column: 'news', text: { title: '要撤的' } });
  const before = outlet(pg.pool, { folder });
  await before.publisher.settle();
  await before.close(); // nobody publishes while the queue grows
  for (let i = 0; i < 30; i++) await t.add({ site: 'www', column: 'news' });
  await t.withdraw(first, 'error');
  const calls: string[] = [];
  const out = outlet(pg.pool, { folder, cluster: watched(folder, (call, path) => void calls.push(`${call} ${path}`)) });
  await out.publisher.settle();
  expect(calls[0]).toBe(`gone /news/${first.publicNo}.html`);
  expect(calls.filter((c) => c.startsWith('put')).length).toBeGreaterThan(30);
  await out.close();
});

test('B1 a withdrawal during a rebuild is gone at the next slice, and the new tree has it neither', async () => {
  const made: Placed[] = [];
  for (let i = 0; i < 12; i++) made.push(await t.add({ site: 'www', column: 'news', text: { title: `第 ${i} 件` } }));
  const victim = made[3]!;
  const calls: string[] = [];
  let rebuilding = false;
  const cluster = watched(folder, async (call, path) => {
    calls.push(`${call} ${path}`);
    if (rebuilding && path === `/news/${made[8]!.publicNo}.html`) {
      rebuilding = false;
      await t.withdraw(victim, 'unlawful');
      await t.publish(made[5]!, { title: '中途改的' });
    }
  });
  const out = outlet(pg.pool, { folder, cluster });
  await out.publisher.settle();
  rebuilding = true;
  calls.length = 0;
  await out.publisher.rebuildSite('www');
  const gone = calls.indexOf(`gone /news/${victim.publicNo}.html`);
  expect(gone).toBeGreaterThan(0);
  expect(gone).toBeLessThan(calls.indexOf('put /404.html'));
  expect(page(folder, 'www', `/news/${victim.publicNo}.html`)).toBeUndefined();
  expect(page(folder, 'www', '/news/index.html')).not.toContain('第 3 件');
  expect(page(folder, 'www', `/news/${made[5]!.publicNo}.html`)).toContain('中途改的');
  const grown = allOf(folder);
  await out.close();
  const fresh = outlet(pg.pool);
  await fresh.publisher.settle();
  expect(grown).toEqual(allOf(fresh.folder));
  await fresh.close();
});

test('a page that cannot be made is set aside with its reason, and holds nothing up', async () => {
  const bad = await t.add({ site: 'www', column: 'news', text: { title: '坏的' } });
  await pg.pool.query(`update content.article set public_no = 'NOT AN ADDRESS' where id = $1`, [bad.articleId]);
  const good = await t.add({ site: 'www', column: 'notices', text: { title: '好的' } });
  const out = outlet(pg.pool, { folder });
  await out.publisher.settle();
  expect(page(folder, 'www', `/notices/${good.publicNo}.html`)).toContain('好的');
  expect(out.lines[0]).toContain('page parked: www/article/news/NOT AN ADDRESS: not usable in an address');
  expect(await cursor()).toBe(2);
  await out.close();
});

test('B1 a withdrawal is never set aside: when the theme cannot make the 410 page, a plain one stands there', async () => {
  const a = await t.add({ site: 'www', column: 'news', text: { title: '要撤的' } });
  const parsed = { ...theme.templates.parsed, gone: theme.templates.engine.parse('{{ no.such }}') };
  const out = outlet(pg.pool, { folder, theme: { ...theme, templates: { ...theme.templates, parsed } } });
  await out.publisher.settle();
  await t.withdraw(a, 'error');
  await out.publisher.settle();
  expect(marker(folder, 'www', `/news/${a.publicNo}.html`)).toContain('<h1>该信息已撤下</h1>');
  expect(page(folder, 'www', `/news/${a.publicNo}.html`)).toBeUndefined();
  expect(out.lines.join()).toContain('page parked: www/gone/news/');
  await out.close();
});

test('a full disk: said once, nothing counted as done, and all there when there is room again', async () => {
  let full = false;
  const cluster = watched(folder, (call) => {
    if (full && call === 'put') throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  });
  const out = outlet(pg.pool, { folder, cluster });
  await out.publisher.settle();
  full = true;
  const a = await t.add({ site: 'www', column: 'news', text: { title: '甲' } });
  for (let i = 0; i < 3; i++) await expect(out.publisher.settle()).rejects.toThrow('no space left');
  expect(out.lines).toEqual(['site www not published: no space left on device']);
  expect([await cursor(), out.served.length]).toEqual([0, 0]);
  full = false;
  await out.publisher.settle();
  expect(page(folder, 'www', `/news/${a.publicNo}.html`)).toContain('甲');
  expect([await cursor(), out.served.length]).toEqual([1, 1]);
  await out.close();
});

test('a second publisher takes the sites; the first notices at its next step and changes nothing more', async () => {
  const first = outlet(pg.pool, { folder });
  await first.publisher.settle();
  const second = outlet(pg.pool, { folder });
  await second.publisher.settle();
  await t.add({ site: 'www', column: 'news', text: { title: '甲' } });
  await second.publisher.settle();
  await t.add({ site: 'www', column: 'news', text: { title: '乙' } });
  await first.publisher.settle().catch(() => undefined);
  await first.publisher.settle().catch(() => undefined);
  await second.publisher.settle();
  expect(second.served.map((e) => e.seq)).toEqual([1, 2]);
  expect(first.served).toEqual([]);
  expect(await cursor()).toBe(2);
  await first.close();
  await second.close();
});

test('an older database stops the site instead of putting back what was withdrawn since', async () => {
  const a = await t.add({ site: 'www', column: 'news', text: { title: '甲' } });
  const out = outlet(pg.pool, { folder });
  await t.withdraw(a, 'unlawful');
  await out.publisher.settle();
  const file = join(siteFolder(folder, 'www'), 'cursor.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), to: 9 }));
  await t.add({ site: 'qingxi', column: 'news', text: { title: '别站照常' } });
  await expect(out.publisher.settle()).rejects.toThrow('restored from an older copy?');
  expect(page(folder, 'qingxi', '/index.html')).toContain('别站照常');
  await out.close();
});

test('B1 what was rendered before a withdrawal can not put the page back, in whatever order it comes', async () => {
  const a = await t.add({ site: 'www', column: 'news', text: { title: '甲' } });
  const out = outlet(pg.pool, { folder });
  await out.publisher.settle();
  await t.withdraw(a, 'error');
  await out.publisher.settle();
  const late = watched(folder, () => undefined).site('www').live;
  const path = `/news/${a.publicNo}.html`;
  expect(await late.put(path, Buffer.from('old'), 2)).toBe(false);
  expect(page(folder, 'www', path)).toBeUndefined();
  await late.gone(path, Buffer.from('older list'), 1);
  expect(marker(folder, 'www', path)).toContain('内容有误');
  expect(await late.put(path, Buffer.from('approved anew'), 3)).toBe(true);
  expect(gunzipSync(readFileSync(join(siteFolder(folder, 'www'), 'live', `${path}.gz`))).toString()).toBe(
    'approved anew',
  );
  await out.close();
});
