/** How long a search takes over 20,000 generated articles of some 1,000 signs, most of them public. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { alike, findArticles } from '../server/content/find/articles.ts';
import { type County, county } from '../server/county.fixture.ts';
import { type Opened, openPool } from '../server/db/client.ts';
import { startPostgres } from '../server/db/embedded.ts';
import { migrate } from '../server/db/migrate.ts';
import { migrationsFolder } from '../server/db/package-root.ts';
import { openFolder } from '../server/db/testing.ts';
import { now } from '../server/now.ts';
import { type Figure, ofRounds } from './figure.ts';

const articles = Number(process.env.MENHU_BENCH_ARTICLES ?? 20_000);
const rounds = Number(process.env.MENHU_BENCH_ROUNDS ?? 7);

export async function bench(): Promise<readonly Figure[]> {
  const folder = openFolder('bench-find');
  const server = await startPostgres(join(folder, 'DATA'));
  try {
    await migrate(server.ownerUrl, migrationsFolder());
    const opened = openPool(server.url, { role: 'worker', max: 4 });
    try {
      const made = await county(opened.db);
      await fill(opened, made);
      return await measured(opened, made);
    } finally {
      await opened.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Signs drawn over 2,000 of the common ones, so that a pair of them is as rare as in real texts; one in 400 holds the rare words. */
async function fill({ db }: Opened, made: County): Promise<void> {
  const [writer, unit, site, column] = [
    made.person('writer'),
    made.unit('质量处'),
    made.site('www'),
    made.column('www', 'law'),
  ];
  await sql`
    with made as materialized (
      select n, gen_random_uuid() as article, gen_random_uuid() as revision, gen_random_uuid() as placement
        from generate_series(1, ${articles}::int) n
    ), article as (
      insert into content.article (id, site_id, unit_id, author_id, public_no, created_at)
      select article, ${site}::uuid, ${unit}::uuid, ${writer}::uuid, 'p' || n, now() from made
    ), revision as (
      insert into content.revision (id, article_id, number, hash, kind, fields, html, profile, facets, contributors, made_by, made_at)
      select revision, article, 1, n::text, 'news', jsonb_build_object('title', '关于第' || n || '号工作的通知'),
             '<p>' || (select string_agg(chr(19968 + (random() * 2000)::int + (g + n) % 2), '') from generate_series(1, 1000) g)
                   || case when n % 400 = 0 then '罕见的云溪字样' else '' end || '</p>',
             1, '{}', array[${writer}::uuid], ${writer}::uuid, now() from made
    )
    insert into content.placement (id, article_id, site_id, column_id, home, state, revision_id, version, number, first_published_at, published_at, created_at)
    select placement, article, ${site}::uuid, ${column}::uuid, true, case when n % 10 = 0 then 'none' else 'published' end,
           case when n % 10 = 0 then null else revision end, 1, case when n % 10 = 0 then null else n end, now(), now() - n * interval '1 minute', now()
      from made`.execute(db);
}

async function measured({ db }: Opened, made: County): Promise<readonly Figure[]> {
  const at = now();
  const one = (name: string, words: string) => () =>
    findArticles(db, made.person(name), { terms: words === '' ? [] : words.split(' '), page: 1 }, at);
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    'four rare signs, in 1 of 400 texts, own unit': one('writer', '云溪字样'),
    'the same, by a person of another unit': one('branchWriter', '云溪字样'),
    'two signs that every title has': one('branchWriter', '通知'),
    'what no text has': one('branchWriter', '没有这几个字'),
    'titles like what was typed': () => alike(db, made.person('branchWriter'), '关于第八号工做的通知', at),
  };
  for (const way of Object.values(ways)) await way(); // warm
  const figures: Figure[] = [];
  for (const [name, way] of Object.entries(ways)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      await way();
      times.push(performance.now() - began);
    }
    figures.push(ofRounds(name, 'ms', times));
  }
  return figures;
}
