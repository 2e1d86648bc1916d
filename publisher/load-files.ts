/** Which pictures and attachments are public on a site, and which once were: from the published views. */
import type { Query } from './database.ts';
import type { PublicFile } from './page/rows.ts';

/** Files of published placements, in the order of their texts. */
export async function filesOf(q: Query, placementIds: readonly string[]): Promise<Map<string, PublicFile[]>> {
  const rows = await q<PublicFile & { placementId: string }>(
    `select placement_id as "placementId", file_id as id, kind, name, type, published as pieces
       from content.public_file where placement_id = any($1) order by placement_id, position`,
    [placementIds],
  );
  const found = new Map<string, PublicFile[]>();
  for (const { placementId, ...file } of rows) found.set(placementId, [...(found.get(placementId) ?? []), file]);
  return found;
}

/** A placement's page stands on its own site when it is the home placement, or the home one isn't public. */
const OWN = `(f.home or not exists (select 1 from content.public_article h where h.article_id = f.article_id and h.home))`;

/**
 * A file that was public on the site and no longer is. articleIds: those that once named it there. withdrawnBy: the
 * placement whose 410 page it gets, the one that was withdrawn last; null when none of them is withdrawn.
 */
export type Leaving = {
  readonly id: string;
  readonly articleIds: readonly string[];
  readonly withdrawnBy: string | null;
};

/** Of the files that these articles ever showed on the site; null: of all. */
export async function leavingFiles(q: Query, siteId: string, articleIds: readonly string[] | null): Promise<Leaving[]> {
  if (articleIds?.length === 0) return [];
  const once = await q<{ id: string }>(
    `select distinct file_id as id from content.once_public_file
      where site_id = $1 and ($2::uuid[] is null or article_id = any($2))`,
    [siteId, articleIds],
  );
  if (once.length === 0) return [];
  const ids = once.map(({ id }) => id);
  return q<Leaving>(
    `select o.file_id as id, array_agg(distinct o.article_id::text) as "articleIds",
            (array_agg(w.placement_id::text order by w.withdrawn_at desc, w.placement_id)
               filter (where w.placement_id is not null))[1] as "withdrawnBy"
       from content.once_public_file o left join content.public_withdrawal w on w.placement_id = o.placement_id
      where o.site_id = $1 and o.file_id = any($2)
        and not exists (select 1 from content.public_file f where f.site_id = $1 and f.file_id = o.file_id and ${OWN})
      group by o.file_id order by o.file_id`,
    [siteId, ids],
  );
}

/** The log's last number that speaks of each article on the site. */
export async function lastSpoken(q: Query, siteId: string): Promise<Map<string, number>> {
  const rows = await q<{ id: string; entry: number }>(
    `select m.article_id as id, max(p.seq)::float8 as entry
       from (select placement_id, article_id from content.public_article where site_id = $1
             union all select placement_id, article_id from content.public_withdrawal where site_id = $1) m
       join content.publication p on p.site_id = $1 and p.subject_id = m.placement_id
      group by m.article_id`,
    [siteId],
  );
  return new Map(rows.map(({ id, entry }) => [id, entry]));
}

/** All that may lie in the site's folder: id → names. */
export async function publicFiles(q: Query, siteId: string): Promise<Map<string, Set<string>>> {
  const rows = await q<{ id: string; pieces: { name: string }[] }>(
    `select distinct f.file_id as id, f.published as pieces from content.public_file f where f.site_id = $1 and ${OWN}`,
    [siteId],
  );
  return new Map(rows.map(({ id, pieces }) => [id, new Set(pieces.map(({ name }) => name))]));
}
