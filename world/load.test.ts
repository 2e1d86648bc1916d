import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { facetValues } from '../core/vocabulary/facets.ts';
import { freshDatabase, openFolder, type TestDatabase } from '../server/db/testing.ts';
import { ledgerAt } from '../server/duties/ledger.ts';
import { advance } from '../server/duties/stored/advance.ts';
import { judgedAgain } from '../server/duties/stored/again.fixture.ts';
import { compare } from '../server/duties/stored/compare.ts';
import { fewer, stories } from './articles.ts';
import { chains } from './chains.fixture.ts';
import { people, type UnitName, units } from './county.ts';
import type { Ids } from './found.ts';
import { loadWorld } from './load.ts';

const at = new Date('2026-11-25T10:00:00+08:00');
let fresh: TestDatabase;
let ids: Ids;
const data = openFolder('county');
const load = (database: TestDatabase) =>
  loadWorld(database.db, { at, data, password: () => 'county of tests 1', stories: fewer });
beforeAll(async () => {
  fresh = await freshDatabase();
  ids = (await load(fresh)).ids;
}, 400_000);
afterAll(async () => {
  await fresh.drop();
  rmSync(data, { recursive: true, force: true });
});

const rows = async (text: string, values: unknown[] = []) => (await fresh.pool.query(text, values)).rows;

test('a second load is refused, and changes nothing', async () => {
  const [before] = await rows('select count(*)::int as n from door.event');
  await expect(load(fresh)).rejects.toThrow('演示数据只能载入空的数据库');
  expect(await rows('select count(*)::int as n from door.event')).toEqual([before]);
});

test('it is marked as a demo for ever', async () => {
  expect(await rows('select demo from door.installation')).toEqual([{ demo: true }]);
  expect(await rows(`select after->>'demo' as demo from door.event where kind = 'installation.founded'`)).toEqual([
    { demo: 'true' },
  ]);
  await expect(fresh.pool.query('update door.installation set demo = false')).rejects.toThrow('permission denied');
});

test('R1 every line of the county is stored as its events say, and every period that ended is judged the same again', async () => {
  await advance(fresh.db, at);
  const { lines, differences } = await compare(fresh.db, at);
  expect(differences).toEqual([]);
  expect(lines).toBeGreaterThan(40);
  const { judged, others } = await judgedAgain(fresh.db);
  expect(others).toEqual([]);
  expect(judged).toBeGreaterThan(50);
}, 60_000);

/** Of each site: where its articles stand, in words. */
async function standings(): Promise<Readonly<Record<string, readonly string[]>>> {
  const found = await rows(`
    select s.label, p.state || case r.state when 'open' then ', in review' when 'complete' then ', approved' else '' end
             || case when p.discarded_at is null then '' else ', discarded' end
             || case when p.state = 'none' and p.run_id is null then coalesce((select ', ' || e.outcome from content.run e
                     where e.placement_id = p.id and e.state = 'ended' order by e.moved_at desc limit 1), '') else '' end as stands
      from content.placement p join sites.site s on s.id = p.site_id left join content.run r on r.id = p.run_id`);
  return Object.fromEntries(
    [...new Set(found.map(({ label }) => label))].map((label) => [
      label,
      [...new Set(found.filter((f) => f.label === label).map((f) => f.stands))].sort(),
    ]),
  );
}

test('every state that an article can be in is there on each of five sites', async () => {
  const every = [
    'none',
    'none, approved',
    'none, discarded',
    'none, in review',
    'none, recalled',
    'none, returned',
    'published',
    'published, in review',
    'withdrawn',
  ];
  const all = ['main', 'yunxi', 'jy', 'cs', 'qx'].map((site) => [site, every]);
  expect(await standings()).toEqual({
    ...Object.fromEntries(all),
    main: ['expired', ...every],
    yunxi: ['expired', ...every],
  });
  expect(await rows('select count(*)::int as n from content.scratch')).toEqual([{ n: 4 }]);
  const kinds = await rows(`select distinct kind from door.event where kind like 'article.%' order by 1`);
  expect(kinds.map((k) => k.kind)).toEqual(
    [
      'approved',
      'confirmed',
      'discarded',
      'expired',
      'forced',
      'marked_invalid',
      'pinned',
      'published',
      'recalled',
      'restored',
      'returned',
      'saved',
      'scheduled',
      'step_taken',
      'submitted',
      'updated',
      'withdrawn',
    ].map((word) => `article.${word}`),
  );
});

test('an open run waits at every step that the chains of its site have', async () => {
  const waiting = await rows(
    `select distinct s.label, r.chain->'steps'->r.step->'post' as post from content.run r
       join content.placement p on p.run_id = r.id join sites.site s on s.id = p.site_id where r.state = 'open'`,
  );
  expect(waiting.map((w) => `${w.label} ${w.post.join(' or ')}`).sort()).toEqual([
    'cs head',
    'cs main-leader',
    'cs vice-leader',
    'jy main-leader',
    'jy responsible-editor',
    'jy reviewer',
    'jy vice-leader',
    'main head',
    'main secrecy-reviewer',
    'main vice-leader or main-leader',
    'qx administrator',
    'qx reviewer',
    'qx vice-leader',
    'yunxi head',
    'yunxi main-leader',
  ]);
});

test('these articles went the chain that their facets ask for, by hand from the articles of each regulation', async () => {
  const runs = await rows(`
    select distinct v.fields->>'title' as title, r.chain::text as chain
      from content.run r join content.revision v on v.id = r.revision_id`);
  const unitNames = new Map(
    Object.entries(ids.units).map(([name, id]) => [id, units[name as keyof typeof units].name]),
  );
  const said = (p: { post: string[]; units: string[] }) =>
    `${p.post.join('/')} ${p.units.map((id) => unitNames.get(id)).join('/')}`;
  const found = runs.map(({ title, chain }) => {
    const { steps, publish } = JSON.parse(chain);
    return [title, steps.map(said).join(' > '), publish.by === 'post' ? said(publish) : publish.by].join(' | ');
  });
  expect(found).toEqual(expect.arrayContaining(chains.map((row) => row.join(' | '))));
});

test('nobody approved what he wrote, and every act lies before the instant of looking', async () => {
  expect(
    // Compiling is no approval (QX-8): who wrote may compile.
    await rows(`select d.person_id from content.decision d join content.revision v on v.id = d.revision_id
                  join content.run r on r.id = d.run_id
                 where d.person_id = any (v.contributors) and r.chain->'steps'->d.step->>'act' <> 'edit'`),
  ).toEqual([]);
  expect(await rows('select seq from door.event where at >= $1', [at])).toEqual([]);
  expect(await rows('select a.seq from door.event a join door.event b on b.seq = a.seq + 1 where b.at < a.at')).toEqual(
    [],
  );
  expect(await rows(`select kind, payload, error from door.job`)).toEqual([]);
});

test('a cross-listing is the same revision in two columns', async () => {
  const listed = await rows(`
    select v.fields->>'title' as title, array_agg(c.key order by p.home desc) as columns, count(distinct p.revision_id)::int as revisions
      from content.placement p join sites.column c on c.id = p.column_id join content.revision v on v.id = p.revision_id
     group by v.article_id, 1 having count(*) > 1 order by 1`);
  const titles = listed.map(({ title, columns, revisions }) => `${title}: ${columns.join(', ')}; ${revisions}`);
  expect(titles.sort()).toEqual([
    '一次漏报的复盘：为什么没有报出那场雷雨: work, weather-news; 1',
    '中小学生近视率连续三年下降: news, pupils; 1',
    '财政所的老会计退休前留下一本“问答”: work-news, rest; 1',
    '质量“问诊”走进产业园，二十三家企业当场拿到改进建议: home-news, quality-city; 1',
    '集贸市场的秤免费检定，下周轮到城东: news, notices; 1',
  ]);
});

test('the same instant and seed give the same county: ids, hours and hashes', async () => {
  const other = await freshDatabase();
  try {
    const few = fewer.slice(0, 12);
    const { placements } = await loadWorld(other.db, { at, data, password: () => 'county of tests 1', stories: few });
    const what = `select p.id, e.at, e.kind, e.person from door.event e join content.placement p on p.id = e.subject_id
                   where p.id = any ($1) order by e.at, p.id, e.kind`;
    const found = (await other.pool.query(what, [placements])).rows;
    expect(found.length).toBeGreaterThan(40);
    expect(found).toEqual(await rows(what, [placements]));
    const texts = `select v.hash from content.revision v join content.placement p on p.article_id = v.article_id
                    where p.id = any ($1) order by 1`;
    expect((await other.pool.query(texts, [placements])).rows).toEqual(await rows(texts, [placements]));
  } finally {
    await other.drop();
  }
}, 200_000);

test('it is as large as it is said to be, and old enough', async () => {
  expect([Object.keys(people).length, Object.keys(units).length, stories.length]).toEqual([64, 47, 600]);
  const [{ columns }] = await rows('select count(distinct column_id)::int as columns from content.placement');
  expect(columns).toBeGreaterThanOrEqual(25);
  const kinds = await rows('select distinct kind from content.revision');
  expect(kinds.map(({ kind }) => kind).sort()).toEqual([...(facetValues.kind ?? [])].sort());
  const types = await rows(`select distinct after->>'type' as type from door.event where kind = 'article.withdrawn'`);
  expect(types.map(({ type }) => type).sort()).toEqual(['error', 'expired', 'superseded', 'unlawful']);
  const [{ days }] = await rows(`select extract(day from $1 - min(at))::int as days from door.event`, [at]);
  expect(days).toBeGreaterThan(84);
});

test('on each site something came back after it was taken down, was taken from elsewhere, or waits too long', async () => {
  const placed = 'select distinct s.label from content.placement p join sites.site s on s.id = p.site_id';
  const labels = async (more: string, values: unknown[] = []) =>
    (await rows(`${placed} ${more} order by 1`, values)).map(({ label }) => label);
  const restored = `where p.id in (select subject_id from door.event where kind = 'article.restored')`;
  expect(await labels(restored)).toEqual(['cs', 'jy', 'main', 'qx']);
  const reprint = `join content.revision v on v.id = p.revision_id where (v.fields->>'reprint')::boolean`;
  expect(await labels(reprint)).toEqual(['cs', 'jy', 'main', 'qx']);
  const waits = `join content.run r on r.id = p.run_id where r.state = 'open' and r.moved_at < $1::timestamptz - interval '9 days'`;
  expect(await labels(waits, [at])).toEqual(['cs', 'jy', 'main', 'qx', 'yunxi']);
});

test('five texts have a picture or a paper in them, kept under its hash, and none claims to be scanned', async () => {
  const files = await rows(`
    select v.fields->>'title' as title, string_agg(f.type, ' ' order by rf.position) as types, bool_or(f.scanned) as scanned
      from content.revision_file rf join files.file f on f.id = rf.file_id join content.revision v on v.id = rf.revision_id
      join content.placement p on p.revision_id = v.id where p.state = 'published' group by 1`);
  expect(files.map(({ title, types, scanned }) => `${title}: ${types}${scanned ? ', scanned' : ''}`).sort()).toEqual([
    '今年一至十月的降水：图和数据: PNG CSV',
    '教师招聘岗位表和报考问答: CSV',
    '检测车开进乡镇集市，买菜的秤当场校: PNG',
    '民生支出五年增长近四成: PNG',
    '计量器具检定怎样走: PDF',
  ]);
  const [piece] = await rows(`select published->0->>'sha256' as hash from files.file where type = 'PDF'`);
  expect(existsSync(join(data, 'files', piece.hash.slice(0, 2), piece.hash.slice(2, 4), piece.hash))).toBe(true);
});

test('the board shows the one that meets its duties, the silent one and the late one, as the guide tells', async () => {
  const { lines } = await ledgerAt(fresh.db, at);
  const found = lines.map(({ duty, by, thing, verdict }) => ({
    duty: duty.id,
    unit: by[0] ?? thing.id,
    status: verdict.status,
  }));
  const of = (duty: string, unit: UnitName) =>
    found.filter((line) => line.duty === duty && line.unit === ids.units[unit]).map(({ status }) => status);
  expect(of('postmaster-there', 'lakePublicity')).toEqual(['met']);
  expect(of('postmaster-there', 'lakeNpc')).toEqual(['breached']);
  expect(of('alive', 'minePlan')).toEqual(['breached']);
  const late = found.filter(({ duty, status }) => duty === 'publish-general' && status === 'breached');
  expect(late).toHaveLength(2);
});

test('B4 T24 A16 under the branch’s second version one notice left by itself, one guide was checked, and one text waits for a third person', async () => {
  const [adopted] = await rows(
    `select a.from_on::text as on from regulations.adoption a join regulations.version v on v.id = a.version_id
      where v.slug = 'substation-portal' and v.number = 2`,
  );
  // Eight working days before the 25th.
  expect(adopted).toEqual({ on: '2026-11-13' });
  const told = await rows(
    `select e.kind, p.state, p.forced_by is not null as flagged, e.at,
            (select v.fields->>'title' from content.revision v where v.article_id = e.article_id order by v.number desc limit 1) as title
       from door.event e join content.placement p on p.id = e.subject_id
       join sites.site s on s.id = p.site_id
      where s.label = 'yunxi' and e.kind in ('article.expired', 'article.confirmed', 'article.forced') order by e.kind`,
  );
  expect(told.map(({ kind, title, state, flagged }) => [kind, title, state, flagged])).toEqual([
    ['article.confirmed', '集贸市场摊位怎样领公平秤', 'published', false],
    ['article.expired', '计量检定窗口搬家期间办理地点的公告', 'expired', false],
    ['article.forced', '提醒停用一批减压阀的紧急公告', 'published', true],
  ]);
  // Its last day was the 24th.
  expect(told[1]?.at).toEqual(new Date('2026-11-25T00:00:00+08:00'));
});

test('a branch and a column are days old, and a site that its owner runs is on the board and not among those that are built', async () => {
  const { lines } = await ledgerAt(fresh.db, at);
  const of = (site: string) => lines.filter(({ thing }) => thing.site === site);
  expect(await rows(`select kind from door.event where kind = 'unit.created'`)).toHaveLength(1);
  expect(new Set(of(ids.sites.yunling).map(({ thing }) => thing.life.bornOn))).toEqual(
    new Set(['2026-11-17', '2026-11-18']),
  );
  expect(of(ids.sites.yunling).filter(({ verdict }) => verdict.status === 'breached')).toEqual([]);
  expect(of(ids.sites.east).map(({ duty }) => duty.id)).toContain('home-updated-self-run');
  expect(await rows(`select label from sites.public_site where label in ('east', 'yunling')`)).toEqual([
    { label: 'yunling' },
  ]);
});
