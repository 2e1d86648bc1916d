/** Titles that the same site has already, in public or on the way: a hint while one writes, never a refusal. */
import { sql } from 'kysely';
import type { finding } from '../contract/find.ts';
import type { Out } from '../contract/row.ts';
import type { Database } from '../door/knock.ts';
import { addressOf } from './address.ts';
import { reach } from './store.ts';
import { stateOfLine } from './view.ts';

type Row = {
  id: string;
  near: boolean;
  title: string;
  columnId: string;
  columnName: string;
  state: string;
  discardedAt: Date | null;
  runState: string | null;
  outcome: string | null;
  publishAt: Date | null;
  at: Date;
};

/** What is on its way is told only within reach: that somebody elsewhere writes about the same is not to be found out here (A10). */
export async function titlesUsed(
  db: Database,
  person: string,
  { title, columnId, id }: { title: string; columnId: string; id: string },
  at: Date,
): Promise<Out<typeof finding.titles>> {
  const { rows } = await sql<Row>`
    with same as materialized (
      select v.id, v.article_id, v.fields ->> 'title' as title from content.revision v
       where v.title_key = content.title_key(${title}) and v.title_key <> ''
    ), used as (
      select distinct on (p.article_id) p.id, near.yes as near, same.title, c.id as column_id, c.name as column_name, p.state,
             p.discarded_at, r.state as run_state, r.outcome, r.publish_at, coalesce(p.published_at, r.moved_at) as at
        from same
        join content.placement p on p.article_id = same.article_id
        join content.article a on a.id = p.article_id
        join sites.site s on s.id = p.site_id
        join sites.column c on c.id = p.column_id
        left join content.run r on r.id = p.run_id
        cross join lateral (select ${reach(person, at)} as yes) near
       where p.site_id = (select site_id from sites.column where id = ${columnId})
         and p.article_id not in (select article_id from content.placement where id = ${id})
         and (p.revision_id = same.id or (near.yes and r.revision_id = same.id))
       order by p.article_id, p.home desc, p.id
    )
    select * from used order by at desc, id limit 3`.execute(db);
  return { used: await Promise.all(rows.map((row) => line(db, row))) };
}

async function line(db: Database, row: Row) {
  const address = row.state === 'published' ? await addressOf(db, row.id) : undefined;
  return {
    placementId: row.id,
    near: row.near,
    title: row.title,
    column: { id: row.columnId, name: row.columnName },
    stateName: stateOfLine(row, row.near),
    at: row.at.toISOString(),
    ...(address ? { address } : {}),
  };
}
