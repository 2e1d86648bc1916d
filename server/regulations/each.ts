/** What a value may be set for one by one: the columns, sites or units within the adopter's reach, as people call them. */
import { sql } from 'kysely';
import type { Questions } from '../contract/adoption.ts';
import type { Database } from '../door/knock.ts';

type Per = 'site' | 'column' | 'unit';
type Each = NonNullable<Questions['values'][number]['each']>;
/** Beyond these the page would be no help; the command line takes a file. */
const eachMax = 2_000;

const kinds: Readonly<Record<Per, string>> = { site: '网站', column: '栏目', unit: '单位' };
const queries = {
  unit: sql`select u.id, u.name from below u order by u.name, u.id`,
  site: sql`select s.id, s.name from sites.site s join below u on u.id = s.owner_unit_id order by s.position, s.id`,
  column: sql`select c.id, s.name || ' · ' || c.name as name from sites.column c join sites.site s on s.id = c.site_id
                join below u on u.id = s.owner_unit_id order by s.position, s.id, c.position, c.id`,
} as const;

export async function eachOf(db: Database, unit: string, per: Per): Promise<Each> {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive below as (
      select id, name from people.unit where id = ${unit}
      union all
      select u.id, u.name from people.unit u join below b on b.id = u.parent_id where u.closed_at is null
    )
    ${queries[per]} limit ${eachMax}`.execute(db);
  return { kind: kinds[per], of: rows };
}
