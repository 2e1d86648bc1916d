/** How far the key of an outside system is narrowed, read from the view that the keys' own part publishes. */
import { type RawBuilder, sql } from 'kysely';
import type { KeyLimits } from '../../core/keys.ts';
import type { Database } from '../door/knock.ts';

/** undefined: no key, but a human, who is narrowed by nothing but posts. */
export const limitsOf = (db: Database, person: string): Promise<KeyLimits | undefined> =>
  db
    .selectFrom('people.keyLimits')
    .select(['verbs', 'siteIds', 'columnIds'])
    .where('personId', '=', person)
    .executeTakeFirst();

/** As a condition in SQL: this site and column are not beyond the key, when it is a key that asks. See `withinKey`. */
export const within = (
  person: string,
  site: RawBuilder<unknown>,
  column: RawBuilder<unknown>,
) => sql<boolean>`not exists (
  select 1 from people.key_limits k where k.person_id = ${person}
     and not ((k.site_ids is null and k.column_ids is null)
              or coalesce(${site} = any (k.site_ids), false) or coalesce(${column} = any (k.column_ids), false)))`;
