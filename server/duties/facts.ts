/** The events that some duty counts, in log order, each with what it belongs to. */
import { sql } from 'kysely';
import type { Fact } from '../../core/duty/facts.ts';
import type { Database } from '../door/knock.ts';

type Row = {
  readonly seq: string;
  readonly at: Date;
  readonly kind: string;
  readonly article: string | null;
  readonly column: string | null;
  readonly site: string | null;
  readonly home: boolean | null;
  readonly author: string | null;
  readonly leads: readonly string[] | null;
  readonly actor: string | null;
  readonly facets: Record<string, string> | null;
  readonly withdrawal: string | null;
  readonly whole: boolean;
};

/**
 * `kinds`: what the duties ask about; withdrawals come along, since what was withdrawn too soon doesn't count. An act on
 * the whole article stands at its home. `leads` are those of the column now: it keeps no history of them yet.
 */
export async function factsUntil(db: Database, kinds: readonly string[], at: Date): Promise<readonly Fact[]> {
  const { rows } = await sql<Row>`
    select e.seq::text, e.at, e.kind, e.article_id as article, p.column_id as column, coalesce(p.site_id, e.site_id) as site, p.home,
           a.unit_id as author, c.lead_unit_ids as leads,
           (select h.unit_id from people.holding h
             where h.person_id = e.person and h.post = e.post and h.from_at <= e.at and (h.until_at is null or h.until_at > e.at)
             order by h.from_at limit 1) as actor,
           e.facets, e.after ->> 'type' as withdrawal, e.subject_kind = 'article' as whole
      from door.event e
      left join content.placement p on p.id = case e.subject_kind
        when 'article' then (select h.id from content.placement h where h.article_id = e.article_id and h.home)
        else e.subject_id end
      left join content.article a on a.id = e.article_id
      left join sites.column c on c.id = p.column_id
     where e.kind = any (${[...new Set([...kinds, 'article.withdrawn'])]}::text[]) and e.at <= ${at}
     order by e.seq`.execute(db);
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at.getTime(),
    kind: row.kind,
    facets: row.facets ?? {},
    ...(row.article === null ? {} : { article: row.article }),
    ...(row.column === null ? {} : { column: row.column }),
    ...(row.site === null ? {} : { site: row.site }),
    ...(row.home === null ? {} : { home: row.home }),
    ...(row.author === null ? {} : { author: row.author }),
    ...(row.leads === null ? {} : { leads: row.leads }),
    ...(row.actor === null ? {} : { actor: row.actor }),
    ...(row.withdrawal === null ? {} : { withdrawal: row.withdrawal }),
    ...(row.whole ? { whole: true } : {}),
  }));
}
