/**
 * Sums of what counts by itself, added up by the database: a million events took 16 s through the process. Which events
 * meet which things, and by which facets they count, core/duty and core/facets say; here it is only written as SQL.
 */
import { type RawBuilder, sql } from 'kysely';
import { countsOnce, type Met, metAs } from '../../../core/duty/facts.ts';
import type { Series } from '../../../core/duty/series.ts';
import { evaluate, facetsIn } from '../../../core/facets.ts';
import { grouped } from '../../../core/groups.ts';
import type { FacetExpr } from '../../../core/regulation/types.ts';
import type { Database } from '../../door/knock.ts';
import { facet } from '../facts.ts';
import type { Counted } from './planning.ts';
import type { Entangled } from './texts.ts';

/**
 * `upto`: the last fact that counts. `once`: articles that are left out where a publication counts; `lasting`: those that alone
 * matter where something has to last.
 */
export type Without = Entangled & { readonly upto: number };

/** Those that meet the same things by the same facets: they share one pass over the facts. */
export const alike = (some: readonly Counted[]): readonly (readonly Counted[])[] =>
  grouped(some, ({ series }) => JSON.stringify([metAs(series.subject, series), series.in]));

/** Their sums, which don't exist yet. */
export async function addPlain(
  db: Database,
  ids: ReadonlyMap<string, number>,
  some: readonly Counted[],
  without: Without,
): Promise<void> {
  for (const of of alike(some.filter(({ series }) => asks(series) !== 'lasting'))) await addAlike(db, ids, of, without);
}

/**
 * Of which articles one event may say what another one counts. Where something has to last only what was taken back is kept,
 * and that is found in those that were withdrawn.
 */
export const asks = ({ events, lasting }: Series): 'once' | 'lasting' | undefined =>
  lasting ? 'lasting' : events.includes(countsOnce) ? 'once' : undefined;

/** In the order of the table's key: the grouping has it anyway, and its index then fills page by page. */
async function addAlike(
  db: Database,
  ids: ReadonlyMap<string, number>,
  some: readonly Counted[],
  { upto, once }: Without,
): Promise<void> {
  const [first] = some;
  const as = first && metAs(first.series.subject, first.series);
  if (!as || as === 'all') return;
  const counted = some.flatMap(({ key, series }) =>
    [...new Set(series.events)].map((kind) => ({ id: ids.get(key) ?? 0, kind, once: asks(series) === 'once' })),
  );
  const kinds = [...new Set(counted.map(({ kind }) => kind))];
  const facets = await byFacets(db, first.series.in, kinds, upto);
  await sql`
    insert into duties.sum (series_id, subject_id, day, n, first_at, last_at)
    select s.id, t.id, f.at::date, count(*), min(f.at), max(f.at)
      from door.fact f
      join unnest(${counted.map(({ id }) => id)}::int[], ${counted.map(({ kind }) => kind)}::text[],
                  ${counted.map(({ once }) => once)}::bool[]) s(id, kind, once) on s.kind = f.kind
     cross join lateral (${met[as]}) t(id)
     where f.kind = any(${kinds}::text[]) and f.seq <= ${upto} and t.id is not null and ${facets}
       and (not s.once or f.article_id is null or f.article_id not in (select unnest(${once}::uuid[])))
     group by 1, 2, 3 order by 1, 2, 3`.execute(db);
}

/** The ids of what a fact meets, as `metBy` has them. */
const met: Readonly<Record<Met, RawBuilder<unknown>>> = {
  column: sql`select case when f.home is distinct from false then f.column_id end`,
  site: sql`select f.site_id`,
  article: sql`select f.article_id`,
  author: sql`select f.author_unit_id`,
  actor: sql`select f.actor_unit_id`,
  leads: sql`select distinct unnest(f.lead_unit_ids)`,
};

/** Facts whose facets satisfy this: core is asked about each combination of those that matter. */
async function byFacets(
  db: Database,
  by: FacetExpr,
  kinds: readonly string[],
  upto: number,
): Promise<RawBuilder<unknown>> {
  const names = [...new Set(facetsIn(by))];
  if (names.length === 0) return evaluate(by, {}) ? sql`true` : sql`false`;
  const told = sql`jsonb_build_array(${sql.join(names.map(facet))})`;
  const { rows } = await sql<{ values: readonly (string | null)[] }>`
    select distinct ${told} as values from door.fact f where kind = any(${kinds}::text[]) and seq <= ${upto}`.execute(
    db,
  );
  const some = rows.filter(({ values }) =>
    evaluate(by, Object.fromEntries(names.flatMap((name, i) => (values[i] == null ? [] : [[name, values[i]]])))),
  );
  return sql`${told} in (select unnest(${some.map(({ values }) => JSON.stringify(values))}::jsonb[]))`;
}
