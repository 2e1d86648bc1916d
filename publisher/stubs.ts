/** The lines of lists, as every page that names an article reads them. */
import { ms } from './database.ts';

/** Stubs of placements. The home placement's column is the address, when that one is public. */
const STUBS = `
  select a.placement_id as "placementId", a.column_id as "columnId", a.public_no as "publicNo", a.number::float8 as number,
         a.fields ->> 'title' as title, ${ms('a.first_published_at')} as "firstAt", ${ms('a.published_at')} as "publishedAt",
         coalesce(h.site_id, a.site_id) as "siteId", coalesce(hc.key, c.key) as "columnKey",
         a.pinned_at is not null as pinned, a.invalid_reason as invalid
    from content.public_article a
    join sites.public_column c on c.id = a.column_id
    left join content.public_article h on h.article_id = a.article_id and h.home and not a.home
    left join sites.public_column hc on hc.id = h.column_id`;

/** `where`: of an article `a`, and what follows it. */
export const stubs = (where: string): string => `${STUBS} where ${where}`;
