/** What the unit has adopted of the same regulation, and the runs that go on under it when a new version comes. */
import { sql } from 'kysely';
import type { Database } from '../door/knock.ts';

/** `fromOn`, a local day: of one that was to come, later than the new version. `openRuns` keep the chain they started with (T7). */
export type Before = { readonly number: number; readonly fromOn: string; readonly openRuns: number };

/** All that ends when another version comes in force on `day`, oldest first. */
export async function before(db: Database, unit: string, slug: string, day: string): Promise<readonly Before[]> {
  const { rows } = await sql<Before>`
    select v.number, a.from_on::text,
           (select count(*)::int from content.run r
              join content.placement p on p.id = r.placement_id join sites.site s on s.id = p.site_id
             where r.version_id = v.id and r.state <> 'ended'
               and s.owner_unit_id in (
                 with recursive under as (
                   select ${unit}::uuid as id union select u.id from people.unit u join under on u.parent_id = under.id)
                 select id from under)) as open_runs
      from regulations.adoption a join regulations.version v on v.id = a.version_id
     where a.unit_id = ${unit} and v.slug = ${slug} and (a.until_on is null or a.until_on > greatest(${day}::date, a.from_on))
     order by a.from_on, a.id`.execute(db);
  return rows;
}
