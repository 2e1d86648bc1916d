/** What changed: the publication log above a number, and the placements it speaks of as they are now. */
import { z } from 'zod';
import { siteAbout } from '../core/site.ts';
import type { Query } from './database.ts';
import type { ColumnRow, SiteRow } from './page/rows.ts';
import type { Touched } from './rules.ts';

export type Entry = {
  readonly site: string;
  readonly seq: number;
  readonly class: 0 | 1 | 2;
  readonly op: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly eventId: string;
};

export type ClusterRows = { readonly sites: readonly SiteRow[]; readonly columns: readonly ColumnRow[] };

/** `columnsOf`: only that site's columns. */
export async function readCluster(q: Query, columnsOf: string | null = null): Promise<ClusterRows> {
  const sites = await q<SiteRow>(
    `select id, label, name, rank, about, position, owner_name as "ownerName"
       from sites.public_site order by rank, position, label limit 10000`,
  );
  const columns = await q<ColumnRow>(
    `select c.id, c.site_id as "siteId", c.key, c.name, c.description, c.nature, c.on_home as "onHome", c.position,
            c.lead_names as "leadNames", a.placement_id is not null as shown
       from sites.public_column c
       left join lateral (select placement_id from content.public_article where column_id = c.id order by number desc limit 1) a on true
      where $1::uuid is null or c.site_id = $1 order by c.site_id, c.position, c.key limit 100000`,
    [columnsOf],
  );
  return { sites: sites.map((s) => ({ ...s, about: aboutOf(s) })), columns };
}

function aboutOf(site: SiteRow) {
  const read = siteAbout.safeParse(site.about);
  if (!read.success) throw new Error(`site ${site.label}: about: ${z.prettifyError(read.error)}`);
  return read.data;
}

const BATCH_MAX = 500;

/** Entries above `seq`, in order, a batch of them. */
export async function entriesAbove(q: Query, siteId: string, seq: number): Promise<Entry[]> {
  return q<Entry>(
    `select site_id as site, seq::float8 as seq, class, op, subject, subject_id as "subjectId", event_id as "eventId"
       from content.publication where site_id = $1 and seq > $2 order by seq limit ${BATCH_MAX}`,
    [siteId, seq],
  );
}

/** Every withdrawal above `seq`, however far ahead: they wait for nothing. */
export async function withdrawalsAbove(q: Query, siteId: string, seq: number): Promise<Entry[]> {
  return q<Entry>(
    `select site_id as site, seq::float8 as seq, class, op, subject, subject_id as "subjectId", event_id as "eventId"
       from content.publication where site_id = $1 and seq > $2 and class = 0 order by seq limit 10000`,
    [siteId, seq],
  );
}

export async function headOf(q: Query, siteId: string): Promise<number> {
  const [row] = await q<{ last: number }>(
    'select coalesce(max(seq), 0)::float8 as last from content.publication where site_id = $1',
    [siteId],
  );
  return row?.last ?? 0;
}

type Found = Omit<Touched, 'neighbours' | 'entry' | 'spoken'> & {
  prevNo: string | null;
  nextNo: string | null;
};

/** Another site's or the home placement's state decides where a cross-listed article's page is: so all of the article's. */
const PLACEMENTS = `
  with spoken as (
    select article_id from content.public_article where placement_id = any($2)
    union select article_id from content.public_withdrawal where placement_id = any($2)),
  mine as (
    select placement_id, article_id, column_id, public_no, number, home, 'public' as state
      from content.public_article where site_id = $1 and article_id in (select article_id from spoken)
    union all
    select placement_id, article_id, column_id, public_no, number, home, 'withdrawn'
      from content.public_withdrawal where site_id = $1 and article_id in (select article_id from spoken))
  select m.placement_id as "placementId", m.article_id as "articleId", m.column_id as "columnId", c.key as column,
         m.public_no as "publicNo", m.number::float8 as number, m.state, c.on_home is not null as "onHome",
         (m.home or not exists (select 1 from content.public_article h where h.article_id = m.article_id and h.home)) as own,
         p.own_no as "prevNo", n.own_no as "nextNo", 0 as last
    from mine m join sites.public_column c on c.id = m.column_id
    left join lateral (select case when b.home or not exists (select 1 from content.public_article h
                                     where h.article_id = b.article_id and h.home) then b.public_no end as own_no
                         from content.public_article b where b.column_id = m.column_id and b.number < m.number
                        order by b.number desc limit 1) p on true
    left join lateral (select case when b.home or not exists (select 1 from content.public_article h
                                     where h.article_id = b.article_id and h.home) then b.public_no end as own_no
                         from content.public_article b where b.column_id = m.column_id and b.number > m.number
                        order by b.number limit 1) n on true
   order by m.column_id, m.number`;

/** `about`: the entries' placements. Those that were never public are not in the views, and so not here. */
export async function touchedBy(q: Query, siteId: string, entries: readonly Entry[]): Promise<Touched[]> {
  const spoken = entries.filter((e) => e.subject === 'placement');
  if (spoken.length === 0) return [];
  const found = await q<Found>(PLACEMENTS, [siteId, spoken.map((e) => e.subjectId)]);
  const articles = new Map(found.map((f) => [f.placementId, f.articleId]));
  const [withdrawnBy, lastBy] = [new Map<string, number>(), new Map<string, number>()];
  for (const e of spoken) {
    const article = articles.get(e.subjectId);
    if (!article) continue;
    lastBy.set(article, Math.max(e.seq, lastBy.get(article) ?? 0));
    if (e.class === 0) withdrawnBy.set(article, Math.max(e.seq, withdrawnBy.get(article) ?? 0));
  }
  const last = await lastNumbers(q, [...new Set(found.map((f) => f.columnId))]);
  return found.map(({ prevNo, nextNo, ...f }) => ({
    ...f,
    entry: f.state === 'withdrawn' ? (withdrawnBy.get(f.articleId) ?? 0) : 0,
    spoken: lastBy.get(f.articleId) ?? 0,
    neighbours: [prevNo, nextNo].filter((no) => no !== null),
    last: last.get(f.columnId) ?? f.number,
  }));
}

/** The highest number ever given in each column, withdrawn ones too: a withdrawal unfreezes no bucket. */
export async function lastNumbers(q: Query, columnIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await q<{ id: string; last: number }>(
    `select c.id, greatest(a.number, w.number, 0)::float8 as last from unnest($1::uuid[]) c(id)
       left join lateral (select number from content.public_article where column_id = c.id order by number desc limit 1) a on true
       left join lateral (select number from content.public_withdrawal where column_id = c.id order by number desc limit 1) w on true`,
    [columnIds],
  );
  return new Map(rows.map((r) => [r.id, r.last]));
}

/** The log's last number of every site that has any. */
export async function headsOf(q: Query): Promise<Map<string, number>> {
  const rows = await q<{ id: string; last: number }>(
    `select s.id, p.seq::float8 as last from sites.public_site s
       join lateral (select seq from content.publication where site_id = s.id order by seq desc limit 1) p on true`,
  );
  return new Map(rows.map((r) => [r.id, r.last]));
}
