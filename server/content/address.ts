/** Where the public finds a placement. Only the program that started the edge knows its origin; it says so once. */
import { sql } from 'kysely';
import type { Database } from '../door/knock.ts';

let originOf: (label: string, rank: string) => string = () => '';

/** Set at start: how a site's label becomes the origin of its public address. */
export function setOrigins(origin: typeof originOf): void {
  originOf = origin;
}

/** The address of a published placement: the home placement's where that is public too, else its own column's. */
export async function addressOf(db: Database, placementId: string): Promise<string | undefined> {
  const { rows } = await sql<{ label: string; rank: string; key: string; publicNo: string }>`
    select s.label, s.rank, c.key, a.public_no
      from content.placement here join content.placement p on p.article_id = here.article_id and p.state = 'published'
      join content.article a on a.id = p.article_id join sites.site s on s.id = p.site_id join sites.column c on c.id = p.column_id
     where here.id = ${placementId} and (p.home or p.id = here.id) order by p.home desc limit 1`.execute(db);
  const row = rows[0];
  return row && `${originOf(row.label, row.rank)}/${row.key}/${row.publicNo}.html`;
}
