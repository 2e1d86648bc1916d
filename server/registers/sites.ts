/** Sites with their columns: whose they are, under which article, and what the public finds there. */
import { sql } from 'kysely';
import type { InForce } from '../../core/regulation/types.ts';
import { type SiteAbout, siteAbout } from '../../core/site.ts';
import { valueNames } from '../../core/vocabulary/facets.ts';
import { natures } from '../../core/vocabulary/words.ts';
import { type Names, namesOf } from '../acting.ts';
import type { SiteColumn, SiteView } from '../contract/registers.ts';
import type { Database } from '../door/knock.ts';
import { inForce, lawOf } from '../in-force.ts';
import { sitesMax } from './adopted.ts';

/** How a site's label becomes the origin of its public address. Only the program that started the edge knows. */
export type OriginOf = (site: { readonly label: string; readonly rank: string }) => string;

type SiteRow = {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly rank: 'main' | 'sub';
  readonly hosting: string;
  readonly ownerUnitId: string;
  readonly administratorUnitIds: readonly string[];
  readonly about: unknown;
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
  readonly clause: string;
  readonly articles: number;
  readonly lastAt: Date | null;
};
const columnsMax = 500;

/** In the order of the foot of a public page. */
const aboutNames: readonly (readonly [keyof SiteAbout, string])[] = [
  ['fullName', '网站全名'],
  ['organiser', '主办单位'],
  ['undertaker', '承办单位'],
  ['idCode', '网站标识码'],
  ['icp', 'ICP 备案号'],
  ['police', '公安备案号'],
  ['phone', '联系电话'],
  ['address', '地址'],
  ['host', '域名'],
];

export async function sites(db: Database, originOf: OriginOf, at: Date): Promise<{ items: SiteView[] }> {
  const rows: readonly SiteRow[] = await db
    .selectFrom('sites.site')
    .select(['id', 'label', 'name', 'rank', 'hosting', 'ownerUnitId', 'administratorUnitIds', 'about'])
    .orderBy('position')
    .orderBy('id')
    .limit(sitesMax)
    .execute();
  const columns = await columnsOf(db);
  const units = [...rows.flatMap(unitsIn), ...columns.flatMap((c) => [...c.leadUnitIds, ...c.jointUnitIds])];
  const items: SiteView[] = [];
  for (const row of rows) {
    const path = await inForce(db, row.ownerUnitId, at);
    const names = await namesOf(db, [], [...units, ...path.map((law) => law.binding.unit)]);
    const mine = columns.filter((column) => column.siteId === row.id);
    items.push(await siteView(db, row, mine, path, names, originOf(row)));
  }
  return { items };
}

const unitsIn = (row: SiteRow): readonly string[] => [row.ownerUnitId, ...row.administratorUnitIds];

/** The columns of all sites, at most 500 each, with what the public sees in them. */
async function columnsOf(db: Database): Promise<readonly ColumnRow[]> {
  const { rows } = await sql<ColumnRow>`
    select * from (
      select c.id, c.site_id, c.key, c.name, c.nature, c.class, c.lead_unit_ids, c.joint_unit_ids, c.clause, c.position,
             coalesce(p.articles, 0)::int as articles, p.last_at, row_number() over (partition by c.site_id order by c.position, c.id) as n
        from sites.column c
        left join (select column_id, count(*) as articles, max(published_at) as last_at from content.public_article group by column_id) p
               on p.column_id = c.id) x
     where x.n <= ${columnsMax} order by x.site_id, x.position, x.id`.execute(db);
  return rows;
}

async function siteView(
  db: Database,
  row: SiteRow,
  columns: readonly ColumnRow[],
  path: readonly InForce[],
  names: Names,
  origin: string,
): Promise<SiteView> {
  const about = siteAbout.partial().catch({}).parse(row.about);
  // A site that its owner runs is not at any address of this program.
  const home = row.hosting === 'self-run' ? about.origin : origin;
  return {
    id: row.id,
    label: row.label,
    name: row.name,
    rank: row.rank,
    rankName: valueNames[`site ${row.rank}`] ?? row.rank,
    hostingName: valueNames[`hosting ${row.hosting}`] ?? row.hosting,
    owner: names.unit(row.ownerUnitId),
    administrators: row.administratorUnitIds.map((unit) => names.unit(unit)),
    ...(home === undefined ? {} : { address: `${home}/` }),
    about: aboutNames.map(([key, name]) => ({ name, ...(about[key] ? { value: about[key] } : {}) })),
    rules: path.map(({ regulation: { slug, title }, binding }) => ({ slug, title, unit: names.unit(binding.unit) })),
    columns: await Promise.all(columns.map((column) => columnView(db, column, path, names, origin))),
  };
}

async function columnView(
  db: Database,
  column: ColumnRow,
  path: readonly InForce[],
  names: Names,
  origin: string,
): Promise<SiteColumn> {
  const { id, key, name, nature, articles, lastAt } = column;
  return {
    id,
    key,
    name,
    natureName: natures[nature] ?? nature,
    className: column.class ? (valueNames[`class ${column.class}`] ?? column.class) : '',
    leads: column.leadUnitIds.map((unit) => names.unit(unit)),
    joint: column.jointUnitIds.map((unit) => names.unit(unit)),
    law: await lawOf(db, column.clause, { path }),
    articles,
    ...(lastAt ? { lastAt: lastAt.toISOString() } : {}),
    address: `${origin}/${key}/`,
  };
}
