/** The public copy is a function of what is public: however it came about, and whatever is hidden. */
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import { allOf, outlet, theme } from './outlet.fixture.ts';
import { type Placed, type Town, town } from './town.fixture.ts';

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

/** Small numbers in a fixed order: a failing walk can be walked again. */
const dice = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
};

const columns = [
  ['www', 'notices'],
  ['www', 'news'],
  ['www', 'institutions'],
  ['qingxi', 'news'],
] as const;

async function step(roll: (below: number) => number, made: Placed[], n: number): Promise<void> {
  const [site, column] = columns[roll(4)] ?? columns[0];
  const one = made[roll(made.length)] as Placed;
  switch (roll(6)) {
    case 0:
      return void made.push(await t.draft({ site, column }));
    case 1:
      return void made.push(await t.add({ site, column, text: { title: `新 ${n}` } }));
    case 2:
    case 3:
      return t.publish(one, { title: `改 ${n}` });
    case 4: {
      const { rows } = await pg.pool.query(`select state from content.placement where id = $1`, [one.placementId]);
      if (rows[0].state === 'published') await t.withdraw(one, ['error', 'superseded', 'unlawful'][roll(3)] ?? 'error');
      return;
    }
    default: {
      const free = made.every((m) => m.articleId !== one.articleId || m.site !== site || m.column !== column);
      if (free)
        made.push(await t.add({ site, column, home: false, article: one.articleId, text: { title: `转 ${n}` } }));
    }
  }
}

test.each([7, 1949, 20_261])(
  'A13 walk %i: what grew step by step equals what is rebuilt from the database',
  async (seed) => {
    const roll = dice(seed);
    const made: Placed[] = [];
    for (let i = 0; i < 58; i++) made.push(await t.add({ site: 'www', column: 'news', text: { title: `旧 ${i}` } }));
    const out = outlet(pg.pool);
    for (let n = 0; n < 40; n++) {
      await step(roll, made, n);
      if (roll(3) === 0) await out.publisher.settle();
    }
    await out.publisher.settle();
    const grown = allOf(out.folder);
    await out.close();
    expect(out.lines).toEqual([]);
    expect(Object.keys(grown).length).toBeGreaterThan(70);
    expect(grown).toEqual(await rebuilt());
  },
  120_000,
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
