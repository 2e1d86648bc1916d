/** Which regulation which unit adopted, from when to when, and which sites it governs. */
import { sql } from 'kysely';
import type { Binding } from '../../core/regulation/types.ts';
import { aboveIn, wayUp } from '../acting.ts';
import type { RuleLine } from '../contract/registers.ts';
import type { Database } from '../door/knock.ts';

/** `from`, `until`: local days, half-open; a newer version of the same unit ends the one before. */
export type Adopted = {
  readonly adoptionId: string;
  readonly versionId: string;
  readonly slug: string;
  readonly title: string;
  readonly issuer: string;
  readonly version: number;
  readonly sha256: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly from: string;
  readonly until: string | null;
  readonly binding: Binding;
  readonly byPerson: string;
  readonly at: Date;
};
export const rulesMax = 500;

/** All adoptions there ever were, units in their order, oldest first. */
export async function adopted(db: Database): Promise<readonly Adopted[]> {
  const { rows } = await sql<Adopted>`
    select a.id as adoption_id, a.version_id, v.slug, v.compiled ->> 'title' as title, v.compiled ->> 'issuer' as issuer,
           v.number as version, v.sha256, u.id as unit_id, u.name as unit_name, a.from_on::text as from, a.binding,
           a.until_on::text as until, a.by_person, a.at
      from regulations.adoption a join regulations.version v on v.id = a.version_id join people.unit u on u.id = a.unit_id
     order by u.position, u.id, v.slug, a.from_on, a.at limit ${rulesMax}`.execute(db);
  return rows;
}

export const holdsOn = ({ from, until }: Pick<Adopted, 'from' | 'until'>, day: string): boolean =>
  from <= day && (until === null || until > day);

export type Place = {
  readonly units: readonly { readonly id: string; readonly name: string; readonly parentId: string | null }[];
  readonly sites: readonly { readonly id: string; readonly name: string; readonly ownerUnitId: string }[];
};

/** Units in their order, at most `unitsMax`; sites in theirs. */
export async function placeOf(db: Database): Promise<Place> {
  const units = await db
    .selectFrom('people.unit')
    .select(['id', 'name', 'parentId'])
    .where('closedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .limit(unitsMax)
    .execute();
  const sites = await db
    .selectFrom('sites.site')
    .select(['id', 'name', 'ownerUnitId'])
    .orderBy('position')
    .orderBy('id')
    .limit(sitesMax)
    .execute();
  return { units, sites };
}
export const unitsMax = 1000;
export const sitesMax = 200;

/** The sites of a unit and of those below it. */
export function sitesUnder(unit: string, { units, sites }: Place): Place['sites'] {
  const above = aboveIn(units);
  return sites.filter((site) => wayUp(site.ownerUnitId, above).includes(unit));
}

export function ruleLine(one: Adopted, place: Place): RuleLine {
  const governed = sitesUnder(one.unitId, place);
  return {
    slug: one.slug,
    title: one.title,
    issuer: one.issuer,
    version: one.version,
    unit: { id: one.unitId, name: one.unitName },
    sites: governed.map(({ id, name }) => ({ id, name })),
    from: one.from,
    ...(one.until ? { until: one.until } : {}),
  };
}
