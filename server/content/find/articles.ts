/**
 * Articles by their titles and words. What a person may find: the newest revision of what is in their reach, and the
 * public revision of everything that is public; never what is on its way elsewhere (A10).
 */
import { sql } from 'kysely';
import { inContext, marked, pairsOf } from '../../../core/find.ts';
import type { Database } from '../../door/knock.ts';
import { textOf } from '../../html/text.ts';
import { addressOf } from '../address.ts';
import { type State, states, withLastRun } from '../states.ts';
import { reach } from '../store.ts';
import { stateOfLine } from '../view.ts';
import { allIn, like } from './words.ts';

export type Asked = {
  readonly terms: readonly string[];
  readonly state?: State | undefined;
  readonly site?: string | undefined;
  readonly column?: string | undefined;
  /** Local days, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly page: number;
};
type Found = { id: string; articleId: string; revisionId: string; near: boolean; at: Date; inTitle: boolean };

/** More are not counted: whoever finds so many has to say more. */
export const foundMax = 1000;
export const pageSize = 20;

/** Newest first, those with all of it in the title before; one line for each article, its home placement where that was found. */
async function found(db: Database, person: string, asked: Asked, at: Date): Promise<readonly Found[]> {
  const { terms, state, site, column, from, to } = asked;
  const day = sql`(coalesce(p.published_at, r.moved_at, p.created_at) at time zone 'Asia/Shanghai')::date`;
  const words = terms.length === 0 ? sql`true` : allIn(terms, sql`v.title_words`, sql`v.words`);
  const inTitle = terms.length === 0 ? sql`false` : allIn(terms, sql`v.title_words`);
  const { rows } = await sql<Found>`
    with hit as materialized (
      select v.id, v.article_id, v.number, ${inTitle} as in_title from content.revision v where ${words}
    ), seen as (
      select distinct on (a.id) p.id, a.id as article_id, hit.id as revision_id, near.yes as near, hit.in_title,
             coalesce(p.published_at, r.moved_at, p.created_at) as at
        from hit
        join content.article a on a.id = hit.article_id
        join content.placement p on p.article_id = a.id
        join sites.site s on s.id = p.site_id
        ${withLastRun}
        cross join lateral (select ${reach(person, at)} as yes) near
       where (p.revision_id = hit.id
              or (near.yes and hit.number = (select max(m.number) from content.revision m where m.article_id = a.id)))
         and ${state ? states[state] : sql`p.discarded_at is null`} and (near.yes or ${!state || state === 'published'})
         and ${site ? sql`p.site_id = ${site}` : sql`true`} and ${column ? sql`p.column_id = ${column}` : sql`true`}
         and ${from ? sql`${day} >= ${from}` : sql`true`} and ${to ? sql`${day} <= ${to}` : sql`true`}
       order by a.id, near.yes desc, p.home desc, hit.number desc, p.id
    )
    select * from seen order by in_title desc, at desc, id limit ${foundMax + 1}`.execute(db);
  return rows;
}

type Row = {
  id: string;
  revisionId: string;
  title: string;
  html: string;
  state: string;
  discardedAt: Date | null;
  runState: string | null;
  outcome: string | null;
  publishAt: Date | null;
  siteId: string;
  siteName: string;
  columnId: string;
  columnName: string;
  unitName: string;
};

async function rowsOf(db: Database, page: readonly Found[]): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select p.id, v.id as revision_id, v.fields ->> 'title' as title, v.html, p.state, p.discarded_at, r.state as run_state, r.outcome, r.publish_at,
           s.id as site_id, s.name as site_name, c.id as column_id, c.name as column_name, u.name as unit_name
      from unnest(${page.map((one) => one.id)}::uuid[], ${page.map((one) => one.revisionId)}::uuid[]) as wanted (id, revision_id)
      join content.placement p on p.id = wanted.id
      join content.revision v on v.id = wanted.revision_id
      join content.article a on a.id = p.article_id
      join sites.site s on s.id = p.site_id
      join sites.column c on c.id = p.column_id
      join people.unit u on u.id = a.unit_id
      ${withLastRun}`.execute(db);
  return rows;
}

export async function findArticles(db: Database, person: string, asked: Asked, at: Date) {
  const all = await found(db, person, asked, at);
  const count = Math.min(all.length, foundMax);
  const page = all.slice(0, count).slice((asked.page - 1) * pageSize, asked.page * pageSize);
  const rows = await rowsOf(db, page);
  const items = page.flatMap((one) => {
    const row = rows.find(({ id }) => id === one.id);
    return row ? [{ row, one }] : [];
  });
  return {
    count,
    more: all.length > foundMax,
    pages: Math.max(1, Math.ceil(count / pageSize)),
    items: await Promise.all(
      items.map(async ({ row, one }) => {
        const address = row.state === 'published' ? await addressOf(db, row.id) : undefined;
        return {
          placementId: row.id,
          near: one.near,
          title: [...marked(row.title, asked.terms)],
          words: [...inContext(textOf(row.html), asked.terms)],
          site: { id: row.siteId, name: row.siteName },
          column: { id: row.columnId, name: row.columnName },
          unitName: row.unitName,
          stateName: stateOfLine(row, one.near),
          at: one.at.toISOString(),
          ...(address ? { address } : {}),
        };
      }),
    ),
  };
}

/** Titles that share at least half of what was typed, pair of signs by pair of signs: for whoever mistyped one. At most 3. */
export async function alike(db: Database, person: string, typed: string, at: Date): Promise<string[]> {
  const pairs = pairsOf(typed);
  if (pairs.length < 2) return [];
  const score = sql.join(
    pairs.map((pair) => sql`(v.title_words like ${like(pair)})::int`),
    sql` + `,
  );
  const { rows } = await sql<{ title: string }>`
    with likely as materialized (
      select v.id, v.article_id, v.number, v.title_key, v.fields ->> 'title' as title, ${score} as score from content.revision v
    )
    select min(v.title) as title, max(v.score) as score
      from likely v join content.article a on a.id = v.article_id
      join content.placement p on p.article_id = a.id join sites.site s on s.id = p.site_id
     where p.discarded_at is null and v.score >= ${Math.ceil(pairs.length / 2)}
       and (v.id = p.revision_id
            or (v.number = (select max(m.number) from content.revision m where m.article_id = a.id) and ${reach(person, at)}))
     group by v.title_key order by score desc, title limit 3`.execute(db);
  return rows.map(({ title }) => title);
}
