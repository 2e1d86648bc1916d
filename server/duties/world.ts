/** What duties are over, and what they go by: regulations with their days, sites, columns, units, holders of posts. */
import { sql } from 'kysely';
import { localDay } from '../../core/day.ts';
import type { Filled } from '../../core/duty/applied.ts';
import type { Thing } from '../../core/duty/facts.ts';
import type { Rule } from '../../core/duty/plan.ts';
import { rulesOf } from '../../core/duty/rules.ts';
import { groups } from '../../core/groups.ts';
import type { Database } from '../door/knock.ts';
import { everyAdoption } from '../in-force.ts';

export type UnitRow = {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
};
type SiteRow = {
  readonly id: string;
  readonly name: string;
  readonly rank: string;
  readonly hosting: string;
  readonly ownerUnitId: string;
  readonly createdAt: Date;
};
type ColumnRow = {
  readonly id: string;
  readonly siteId: string;
  readonly key: string;
  readonly name: string;
  readonly nature: string;
  readonly class: string | null;
  readonly leadUnitIds: readonly string[];
  readonly jointUnitIds: readonly string[];
  readonly createdAt: Date;
};
/** Beyond these the ledger stops with its limit: judged over a part of the cluster, it would be wrong without saying so. */
export const most = { units: 5_000, sites: 1_000, columns: 50_000 } as const;

export async function rows(db: Database) {
  const units: readonly UnitRow[] = await db
    .selectFrom('people.unit')
    .select(['id', 'parentId', 'name', 'createdAt', 'closedAt'])
    .orderBy('position')
    .orderBy('id')
    .limit(most.units + 1)
    .execute();
  const sites: readonly SiteRow[] = await db
    .selectFrom('sites.site')
    .select(['id', 'name', 'rank', 'hosting', 'ownerUnitId', 'createdAt'])
    .orderBy('position')
    .orderBy('id')
    .limit(most.sites + 1)
    .execute();
  const columns: readonly ColumnRow[] = await db
    .selectFrom('sites.column')
    .select(['id', 'siteId', 'key', 'name', 'nature', 'class', 'leadUnitIds', 'jointUnitIds', 'createdAt'])
    .orderBy('siteId')
    .orderBy('position')
    .orderBy('id')
    .limit(most.columns + 1)
    .execute();
  const read = { units, sites, columns };
  for (const [what, max] of Object.entries(most))
    if (read[what as keyof typeof most].length > max) throw new Error(`duties are judged over at most ${max} ${what}`);
  return read;
}
export type Rows = Awaited<ReturnType<typeof rows>>;

/** Every adoption with its reach, units in their order and each one's texts by their slugs. */
export async function rules(db: Database, { units }: Rows): Promise<readonly Rule[]> {
  const all = await everyAdoption(db);
  const place = new Map(units.map(({ id }, i) => [id, i]));
  const order = (one: Rule) => place.get(one.binding.unit) ?? units.length;
  const adopted = all.map(({ until, ...one }) => ({ ...one, ...(until === null ? {} : { until }) }));
  return rulesOf(adopted, (unit) => below(unit, units)).toSorted(
    (a, b) => order(a) - order(b) || compared(a.regulation.slug, b.regulation.slug),
  );
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The unit, and all below it. */
export function below(unit: string, units: readonly UnitRow[]): ReadonlySet<string> {
  const found = new Set([unit]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const one of units) if (one.parentId !== null && found.has(one.parentId)) found.add(one.id);
  }
  return found;
}

export function things({ units, sites, columns }: Rows): readonly Thing[] {
  const ofSite = new Map(sites.map((site) => [site.id, site]));
  const born = (createdAt: Date) => ({ bornOn: localDay(createdAt) });
  return [
    ...units.flatMap(({ id, name, createdAt, closedAt }): Thing[] => {
      const life = { ...born(createdAt), ...(closedAt ? { endedOn: localDay(closedAt) } : {}) };
      const unit = { id, name, facets: {}, life, owner: id, units: { unit: [id] } };
      return [
        { subject: 'unit', ...unit },
        { subject: 'portal', ...unit },
      ];
    }),
    ...sites.map(siteThing),
    ...columns.flatMap((column): Thing[] => {
      const site = ofSite.get(column.siteId);
      return site ? [columnThing(column, site)] : [];
    }),
  ];
}

const siteThing = (site: SiteRow): Thing => ({
  subject: 'site',
  id: site.id,
  name: site.name,
  facets: { site: site.rank, hosting: site.hosting },
  life: { bornOn: localDay(site.createdAt) },
  site: site.id,
  owner: site.ownerUnitId,
  units: ownersOf(site),
});

const columnThing = (column: ColumnRow, site: SiteRow): Thing => ({
  subject: 'column',
  id: column.id,
  key: column.key,
  name: column.name,
  facets: {
    site: site.rank,
    hosting: site.hosting,
    column: column.key,
    nature: column.nature,
    ...(column.class === null ? {} : { class: column.class }),
  },
  life: { bornOn: localDay(column.createdAt) },
  site: site.id,
  owner: site.ownerUnitId,
  units: { ...ownersOf(site), 'column.lead': column.leadUnitIds, 'column.joint': column.jointUnitIds },
});

const ownersOf = ({ ownerUnitId }: SiteRow) => ({ 'site.owner': [ownerUnitId] });

/** Who came to posts and left them, up to an instant. */
export async function holders(db: Database, at: Date): Promise<Filled> {
  type Held = {
    readonly id: string;
    readonly post: string;
    readonly unitId: string;
    readonly fromAt: Date;
    readonly untilAt: Date | null;
  };
  const { rows: held } = await sql<Held>`
    select id, post, unit_id, from_at, until_at from people.holding where from_at <= ${at} order by from_at, id`.execute(
    db,
  );
  const byPost = groups(held, ({ post }) => post);
  const byUnit = groups(held, ({ post, unitId }) => `${post} ${unitId}`);
  return (post, units) =>
    (units === 'all' ? (byPost.get(post) ?? []) : units.flatMap((unit) => byUnit.get(`${post} ${unit}`) ?? []))
      .flatMap(({ id, fromAt, untilAt }) => [
        { seq: `holding ${id}`, at: fromAt.getTime(), n: 1 },
        ...(untilAt && untilAt <= at ? [{ seq: `holding ${id}`, at: untilAt.getTime(), n: -1 }] : []),
      ])
      .toSorted((a, b) => a.at - b.at);
}
