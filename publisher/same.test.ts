/** The public copy is a function of what is public: however it came about, and whatever is hidden. */
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import type { KeptFile } from './kept.fixture.ts';
import { allOf, outlet, theme } from './outlet.fixture.ts';
import { dice, type Placed, type Town, town } from './town.fixture.ts';

let pg: TestDatabase;
let t: Town;
beforeEach(async () => {
  pg = await freshDatabase();
  t = await town(pg.pool);
});
afterEach(() => pg.drop());

/** Everything public, made in one go from the database by a publisher that has never seen it. */
async function rebuilt(): Promise<Record<string, string>> {
  const out = outlet(pg.pool);
  await out.publisher.settle();
  const all = allOf(out.folder);
  await out.close();
  expect(out.lines).toEqual([]);
  return all;
}

const columns = [
  ['www', 'notices'],
  ['www', 'news'],
  ['www', 'institutions'],
  ['qingxi', 'news'],
] as const;

type Walk = { roll: (below: number) => number; made: Placed[]; pool: KeptFile[] };

/** None to two files of a small pool, so that articles share some. */
const some = ({ roll, pool }: Walk): KeptFile[] => {
  const pick = () => pool[roll(pool.length * 2)];
  return [...new Set([pick(), pick()])].filter((file) => file !== undefined);
};

/** Half of the moves meet the last few articles, so that files are dropped, withdrawn and named again. */
async function step(walk: Walk, n: number): Promise<void> {
  const { roll, made } = walk;
  const [site, column] = columns[roll(4)] ?? columns[0];
  const one = made[roll(2) ? roll(made.length) : made.length - 1 - roll(8)] as Placed;
  switch (roll(6)) {
    case 0:
      return void made.push(await t.draft({ site, column }));
    case 1:
      return void made.push(await t.add({ site, column, text: { title: `新 ${n}`, files: some(walk) } }));
    case 2:
    case 3:
      return t.publish(one, { title: `改 ${n}`, files: some(walk) });
    case 4: {
      const { rows } = await pg.pool.query(`select state from content.placement where id = $1`, [one.placementId]);
      if (rows[0].state === 'published') await t.withdraw(one, ['error', 'superseded', 'unlawful'][roll(3)] ?? 'error');
      return;
    }
    default: {
      const free = made.every((m) => m.articleId !== one.articleId || m.site !== site || m.column !== column);
      const text = { title: `转 ${n}`, files: some(walk) };
      if (free) made.push(await t.add({ site, column, home: false, article: one.articleId, text }));
    }
  }
}

test.each([7, 1949, 20_261])(
  'A13 walk %i: what grew step by step equals what is rebuilt from the database',
  async (seed) => {
    const roll = dice(seed);
    const made: Placed[] = [];
    const pool: KeptFile[] = [];
    for (let i = 0; i < 12; i++) pool.push(await t.picture(`图 ${i}`), await t.document(`件 ${i}`));
    for (let i = 0; i < 58; i++) made.push(await t.add({ site: 'www', column: 'news', text: { title: `旧 ${i}` } }));
    const out = outlet(pg.pool);
    for (let n = 0; n < 40; n++) {
      await step({ roll, made, pool }, n);
      if (roll(3) === 0) await out.publisher.settle();
    }
    const files = [await t.picture('要撤的图')];
    const last = await t.add({ site: 'www', column: 'news', text: { files } });
    await out.publisher.settle();
    await t.withdraw(last, 'error');
    await out.publisher.settle();
    const grown = allOf(out.folder);
    await out.close();
    expect(out.lines).toEqual([]);
    expect(Object.keys(grown).length).toBeGreaterThan(70);
    for (const part of [/^www\/files\/.*jpg$/, /^www\/gone\/files\/.*html\.gz$/, /^www\/gone\/files\/.*entry$/])
      expect(
        Object.keys(grown).some((name) => part.test(name)),
        String(part),
      ).toBe(true);
    expect(grown).toEqual(await rebuilt());
  },
  240_000,
);

test('A13 a site rebuilt on its own folder is the same tree again, under another number', async () => {
  const a = await t.add({ site: 'www', column: 'notices', text: { title: '甲' } });
  await t.add({ site: 'www', column: 'notices', text: { title: '乙' } });
  await t.withdraw(a, 'expired');
  const out = outlet(pg.pool);
  await out.publisher.settle();
  const before = allOf(out.folder);
  await out.publisher.rebuildSite('www');
  expect(allOf(out.folder)).toEqual(before);
  expect(out.served.filter((e) => e.op === 'publish')).toHaveLength(2);
  await out.close();
});

test('A9 drafts, texts in review and titles of unpublished revisions change no public byte', async () => {
  const shown = await t.add({ site: 'www', column: 'notices', text: { title: '公开的' } });
  await t.add({ site: 'qingxi', column: 'news', text: { title: '镇里公开的' } });
  const before = await rebuilt();
  for (const column of ['notices', 'news', 'institutions']) await t.draft({ site: 'www', column });
  await t.draft({ site: 'qingxi', column: 'news', home: false, article: shown.articleId });
  await t.revision(shown, { title: '还没有批准的新标题' });
  expect(await rebuilt()).toEqual(before);
});

test('a folder that was lost is made again; another name of the site is on every page', async () => {
  const a = await t.add({ site: 'www', column: 'notices', text: { title: '甲' } });
  const out = outlet(pg.pool);
  await out.publisher.settle();
  const before = allOf(out.folder);
  rmSync(`${out.folder}/sites/www`, { recursive: true });
  await out.publisher.settle();
  expect(allOf(out.folder)).toEqual(before);
  await pg.db.updateTable('sites.site').set({ name: '改名的局' }).where('label', '=', 'www').execute();
  await out.publisher.settle();
  const pages = Object.entries(allOf(out.folder)).filter(([name]) => /^www\/live/.test(name));
  expect(pages.map(([name]) => name)).toContain(`www/live/notices/${a.publicNo}.html.gz`);
  expect(allOf(out.folder)).toEqual(await rebuilt());
  await out.close();
});

test('a new look switches all pages at once, and old pages in a browser keep their stylesheet', async () => {
  await t.add({ site: 'www', column: 'notices', text: { title: '甲' } });
  const out = outlet(pg.pool);
  await out.publisher.settle();
  await out.publisher.stop();
  const css = { path: '/assets/site.ffffffffff.css', bytes: Buffer.from('body{color:red}') };
  const other = { ...theme, fingerprint: 'other', css: css.path, assets: [css, ...theme.assets] };
  const again = outlet(pg.pool, { folder: out.folder, theme: other });
  await again.publisher.settle();
  const all = allOf(out.folder);
  expect(Object.keys(all).filter((n) => /^www\/assets.*css/.test(n))).toEqual(
    [`www/assets/${theme.css.slice(8)}.gz`, 'www/assets/site.ffffffffff.css.gz'].sort(),
  );
  await again.close();
  rmSync(out.folder, { recursive: true });
});
