/** Units, persons and who acts as what at an instant. */
import { sql } from 'kysely';
import type { Acting } from '../core/takers.ts';
import type { Database } from './door/knock.ts';

type Row = { person: string; post: string; unit: string; outside: boolean; away: string | null };
const whole = ({ outside, away, ...a }: Row): Acting => ({
  ...a,
  ...(outside ? { outside } : {}),
  ...(away === null ? {} : { away }),
});

/** Everybody who acts as anything. A county has hundreds of posts, so one read serves a whole page. */
export async function acting(db: Database, at: Date): Promise<readonly Acting[]> {
  const { rows } = await sql<Row>`
    select x.person_id as person, x.post, x.unit_id as unit, k.person_id is not null as outside, b.until_on as away
      from people.acting(${at}) x left join people.key_limits k on k.person_id = x.person_id
      left join people.away(${at}) b on b.person_id = x.person_id
     order by x.post, x.unit_id, x.person_id`.execute(db);
  return rows.map(whole);
}

export async function actingOf(db: Database, person: string, at: Date): Promise<readonly Acting[]> {
  const { rows } = await sql<Acting>`
    select person_id as person, post, unit_id as unit from people.acting(${at}) where person_id = ${person} order by post, unit_id`.execute(
    db,
  );
  return rows;
}

/** The unit over a unit; undefined for the root. */
export type Above = (unit: string) => string | undefined;
export async function unitsAbove(db: Database): Promise<Above> {
  const units = await db.selectFrom('people.unit').select(['id', 'parentId']).execute();
  return aboveIn(units);
}
export function aboveIn(units: readonly { readonly id: string; readonly parentId: string | null }[]): Above {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId ?? undefined]));
  return (unit) => parents.get(unit);
}

/** The unit itself and those above it, nearest first. */
export function wayUp(unit: string, above: Above): readonly string[] {
  const way: string[] = [];
  for (let at: string | undefined = unit; at !== undefined && !way.includes(at); at = above(at)) way.push(at);
  return way;
}

export type Names = {
  person(id: string): { id: string; name: string };
  unit(id: string): { id: string; name: string };
};

/** Names of these persons and units; an id that isn't there is shown as it is. */
export async function namesOf(db: Database, persons: readonly string[], units: readonly string[]): Promise<Names> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from people.person where id = any (${[...new Set(persons)]}::uuid[])
    union all select id, name from people.unit where id = any (${[...new Set(units)]}::uuid[])`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row.name]));
  const name = (id: string) => ({ id, name: byId.get(id) ?? id });
  return { person: name, unit: name };
}
