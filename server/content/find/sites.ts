/** Sites and their columns, by name and by what a column is about. */
import { sql } from 'kysely';
import { marked } from '../../../core/find.ts';
import type { Database } from '../../door/knock.ts';
import { holdsAll } from './regulations.ts';

export type SiteRow = {
  siteId: string;
  siteName: string;
  owner: string;
  columnId: string | null;
  columnName: string | null;
  description: string | null;
  nature: string | null;
  leads: string | null;
};

/** Every site, and every column of it, in their own order. */
export async function siteRows(db: Database): Promise<readonly SiteRow[]> {
  const { rows } = await sql<SiteRow>`
    select s.id as site_id, s.name as site_name, o.name as owner, c.id as column_id, c.name as column_name, c.description, c.nature,
           (select string_agg(u.name, '、' order by u.position) from people.unit u where u.id = any (c.lead_unit_ids)) as leads
      from sites.site s join people.unit o on o.id = s.owner_unit_id left join sites.column c on c.site_id = s.id
     order by s.position, s.id, c.position, c.id limit 5000`.execute(db);
  return rows;
}

export function findSites(rows: readonly SiteRow[], terms: readonly string[]) {
  const sites = rows
    .filter((row, i) => row.siteId !== rows[i - 1]?.siteId && holdsAll([row.siteName, row.owner].join('|'), terms))
    .map((row) => ({
      id: row.siteId,
      siteId: row.siteId,
      site: [...marked(row.siteName, terms)],
      about: `主管单位：${row.owner}`,
    }));
  const columns = rows.flatMap((row) =>
    row.columnId &&
    row.columnName &&
    holdsAll([row.siteName, row.columnName, row.description, row.leads].join('|'), terms)
      ? [
          {
            id: row.columnId,
            siteId: row.siteId,
            site: [...marked(row.siteName, terms)],
            column: [...marked(row.columnName, terms)],
            about: [row.leads && `承办：${row.leads}`, row.description].filter(Boolean).join('；'),
          },
        ]
      : [],
  );
  return [...sites, ...columns];
}

/** What a search of articles may be narrowed to: sites, with their columns that take articles. */
export function placesOf(rows: readonly SiteRow[]) {
  return rows
    .filter((row, i) => row.siteId !== rows[i - 1]?.siteId)
    .map((site) => ({
      id: site.siteId,
      name: site.siteName,
      columns: rows.flatMap((row) =>
        row.siteId === site.siteId && row.columnId && row.columnName && !['letters', 'link'].includes(row.nature ?? '')
          ? [{ id: row.columnId, name: row.columnName }]
          : [],
      ),
    }));
}
