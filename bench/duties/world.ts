/** A large cluster for the ledger's figures: sites, columns, units, one text with duties of every pattern that is kept. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { readRegulation } from '../../core/regulation/read.ts';
import type { Database } from '../../server/door/knock.ts';
import { sha256 } from '../../server/door/log.ts';
import { text } from './text.ts';

export type Size = { readonly sites: number; readonly columns: number; readonly units: number };
export type Made = {
  readonly root: string;
  readonly person: string;
  readonly site: readonly string[];
  /** Of each site, in order; each with the unit that leads it. */
  readonly column: readonly {
    readonly id: string;
    readonly site: string;
    readonly unit: string;
    readonly kind: number;
  }[];
  readonly unit: readonly string[];
};

/** What a column is: the first of a site is its home news, four are weekly, ten monthly, and so on. */
const kindOf = (c: number): number => (c === 0 ? 0 : c < 5 ? 1 : c < 15 ? 2 : c < 40 ? 3 : c < 55 ? 4 : 5);
/** Key and nature by kind. */
const columnKinds = [
  ['home', 'dynamic', 'news'],
  ['week', 'dynamic', 'notices'],
  ['month', 'dynamic', 'policy'],
  ['slow', 'dynamic', 'plans'],
  ['still', 'static', null],
  ['data', 'data', null],
] as const;

/** Founded at `at`; the text is in force from that day. Without acts: the tables are filled, and one fact says so. */
export async function makeWorld(db: Database, { sites, columns, units }: Size, at: Date, source = text): Promise<Made> {
  const [root, person] = [randomUUID(), randomUUID()];
  const site = Array.from({ length: sites }, () => randomUUID());
  const unit = Array.from({ length: units }, () => randomUUID());
  const column = site.flatMap((id, s) =>
    Array.from({ length: columns }, (_, c) => ({
      id: randomUUID(),
      site: id,
      unit: unit[(s * Math.ceil(units / sites) + (c % Math.ceil(units / sites))) % units] as string,
      kind: kindOf(c),
    })),
  );
  await sql`insert into door.installation (id, demo, created_at) values (${randomUUID()}, false, ${at})`.execute(db);
  await sql`insert into people.unit (id, parent_id, name, position, created_at)
    select i, case when n = 1 then null else ${root}::uuid end, '单位' || n, n, ${at}
      from unnest(${[root, ...unit]}::uuid[]) with ordinality u(i, n)`.execute(db);
  await sql`insert into people.person (id, name, created_at) values (${person}, '测试', ${at})`.execute(db);
  await sql`insert into people.holding (id, person_id, post, unit_id, from_at)
    select gen_random_uuid(), ${person}, 'information-officer', i, ${at} from unnest(${unit}::uuid[]) with ordinality u(i, n)
     where n % 20 <> 0`.execute(db);
  await sql`insert into sites.site (id, label, name, rank, hosting, owner_unit_id, administrator_unit_ids, about, position, version, created_at)
    select i, 's' || n, '网站' || n, 'sub', 'ours', ${root}, '{}', '{}', n, 0, ${at} from unnest(${site}::uuid[]) with ordinality s(i, n)`.execute(
    db,
  );
  const kinds = column.map(({ kind }) => columnKinds[kind] ?? columnKinds[5]);
  await sql`insert into sites.column (id, site_id, key, name, description, nature, class, lead_unit_ids, joint_unit_ids, clause, position, created_at)
    select i, s, k || n, '栏目' || n, '', nat, cls, array[u], '{}', 'bench#1', n, ${at}
      from unnest(${column.map(({ id }) => id)}::uuid[], ${column.map((one) => one.site)}::uuid[], ${column.map((one) => one.unit)}::uuid[],
        ${kinds.map(([key]) => key)}::text[], ${kinds.map(([, nature]) => nature)}::text[], ${kinds.map(([, , name]) => name)}::text[])
        with ordinality c(i, s, u, k, nat, cls, n)`.execute(db);
  await adopt(db, root, unit, at, source);
  return { root, person, site, column, unit };
}

export const benchText = (source = text) => {
  const { regulation, faults } = readRegulation(source);
  if (!regulation) throw new Error(faults.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return regulation;
};
export const bindingOf = (unit: string, units: readonly string[]) => ({
  unit,
  roles: { section: units },
  leads: {},
  values: {},
  readings: [],
});

async function adopt(db: Database, root: string, units: readonly string[], at: Date, source: string): Promise<void> {
  const [version, regulation] = [randomUUID(), benchText(source)];
  await sql`insert into regulations.version (id, slug, number, sha256, source, compiled, reader_version, stored_at)
    values (${version}, ${regulation.slug}, 1, ${sha256(source)}, ${source}, ${JSON.stringify(regulation)}::jsonb,
            ${regulation.readerVersion}, ${at})`.execute(db);
  await sql`insert into regulations.adoption (id, version_id, unit_id, from_on, binding, by_person, at)
    select ${randomUUID()}, ${version}, ${root}, ${at}::timestamptz::date, ${JSON.stringify(bindingOf(root, units))}::jsonb,
           id, ${at} from people.person where name = '测试'`.execute(db);
}
