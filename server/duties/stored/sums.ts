/** Sums by day, shared by all duties that count the same. */
import { sql } from 'kysely';
import type { Day } from '../../../core/day.ts';
import { type Fact, metBy } from '../../../core/duty/facts.ts';
import type { Series } from '../../../core/duty/series.ts';
import { added, summed } from '../../../core/duty/sums.ts';
import type { Tally } from '../../../core/duty/verdict.ts';
import type { Database } from '../../door/knock.ts';
import type { Counted } from './planning.ts';

/** What came to the sums of one thing. */
export type Added = { readonly key: string; readonly id: string; readonly tallies: readonly Tally[] };

/** The numbers of these series; `isNew`: their sums have to be built first. */
export async function numbered(
  db: Database,
  keys: readonly string[],
): Promise<{ readonly ids: ReadonlyMap<string, number>; readonly isNew: ReadonlySet<string> }> {
  const read = () => db.selectFrom('duties.series').select(['id', 'key']).where('key', 'in', keys).execute();
  if (keys.length === 0) return { ids: new Map(), isNew: new Set() };
  const before = new Set((await read()).map(({ key }) => key));
  const isNew = keys.filter((key) => !before.has(key)).toSorted();
  if (isNew.length > 0)
    await db
      .insertInto('duties.series')
      .values(isNew.map((key) => ({ key })))
      .execute();
  return { ids: new Map((await read()).map(({ id, key }) => [key, id])), isNew: new Set(isNew) };
}

/** What fresh facts add to a series, for each thing that they meet. `known`: earlier ones of the same articles. */
export function addedTo(
  { key, series, calendar }: Counted,
  known: readonly Fact[],
  fresh: readonly Fact[],
): readonly Added[] {
  const counts = new Set([...series.events, ...(series.lasting ? ['article.withdrawn'] : [])]);
  const [before, now] = [known, fresh].map((facts) => byThing(facts, series, counts)) as [Grouped, Grouped];
  return [...now].flatMap(([id, of]) => {
    const tallies = [...of].flatMap(([article, facts]) =>
      added(series, id, before.get(id)?.get(article) ?? [], facts, calendar),
    );
    return tallies.length > 0 ? [{ key, id, tallies: tallies.toSorted((a, b) => a.firstAt - b.firstAt) }] : [];
  });
}

/** Thing → article, or the number of an event without one → its facts. */
type Grouped = Map<string, Map<string, Fact[]>>;
function byThing(facts: readonly Fact[], series: Series, counts: ReadonlySet<string>): Grouped {
  const things: Grouped = new Map();
  for (const fact of facts) {
    if (!counts.has(fact.kind)) continue;
    const met = metBy(fact, series.subject, series);
    for (const id of met === 'all' ? [] : met) {
      const of = things.get(id) ?? new Map<string, Fact[]>();
      const about = fact.article ?? fact.seq;
      of.set(about, [...(of.get(about) ?? []), fact]);
      things.set(id, of);
    }
  }
  return things;
}

const seconds = (ms: number): number => ms / 1000;

/** In sorted order, so that two writers could never wait for each other. */
export async function add(db: Database, ids: ReadonlyMap<string, number>, all: readonly Added[]): Promise<void> {
  const rows = all
    .flatMap(({ key, id, tallies }) => summed(tallies).map((tally) => ({ series: ids.get(key) ?? 0, id, ...tally })))
    .toSorted((a, b) => a.series - b.series || compared(a.id, b.id) || compared(a.on, b.on));
  for (let i = 0; i < rows.length; i += 20_000) {
    const some = rows.slice(i, i + 20_000);
    await sql`
      insert into duties.sum (series_id, subject_id, day, known_on, lost, n, first_at, last_at)
      select s, i, d, k, n < 0, n, to_timestamp(f), to_timestamp(l)
        from unnest(${some.map(({ series }) => series)}::int[], ${some.map(({ id }) => id)}::uuid[],
                    ${some.map(({ on }) => on)}::date[], ${some.map(({ knownOn }) => knownOn)}::date[],
                    ${some.map(({ n }) => n)}::int[], ${some.map(({ firstAt }) => seconds(firstAt))}::float8[],
                    ${some.map(({ lastAt }) => seconds(lastAt))}::float8[]) as t(s, i, d, k, n, f, l)
      on conflict (series_id, subject_id, day, known_on, lost) do update
        set n = duties.sum.n + excluded.n, first_at = least(duties.sum.first_at, excluded.first_at),
            last_at = greatest(duties.sum.last_at, excluded.last_at)`.execute(db);
  }
}
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** From which day on sums of a thing are wanted; `last`: from the last day on which something is left of what counted. */
export type Wanted = { readonly series: number; readonly id: string; readonly from?: Day; readonly last?: boolean };
type Row = {
  readonly seriesId: number;
  readonly subjectId: string;
  readonly day: Day;
  readonly knownOn: Day;
  readonly n: number;
  readonly first: number;
  readonly last: number;
};

/** By `series id`. What only begins later than any sum, and what has none, is missing. */
export async function read(db: Database, wanted: readonly Wanted[]): Promise<ReadonlyMap<string, readonly Tally[]>> {
  const { rows } = await sql<Row>`
    select s.series_id, s.subject_id, s.day, s.known_on, s.n, (extract(epoch from s.first_at) * 1000)::float8 as first,
           (extract(epoch from s.last_at) * 1000)::float8 as last
      from unnest(${wanted.map(({ series }) => series)}::int[], ${wanted.map(({ id }) => id)}::uuid[],
                  ${wanted.map(({ from }) => from ?? null)}::date[], ${wanted.map(({ last }) => last ?? false)}::bool[])
             as w(series, id, since, to_last)
      cross join lateral (select least(w.since, case when w.to_last then
        (select l.day from duties.sum l where l.series_id = w.series and l.subject_id = w.id
          group by l.day having sum(l.n) > 0 order by l.day desc limit 1) end) as since) d
      join duties.sum s on s.series_id = w.series and s.subject_id = w.id and s.day >= d.since
     order by s.series_id, s.subject_id, s.day, s.known_on, s.lost`.execute(db);
  const found = new Map<string, Tally[]>();
  for (const { seriesId, subjectId, day, knownOn, n, first, last } of rows) {
    const key = `${seriesId} ${subjectId}`;
    const list = found.get(key) ?? [];
    // Its events are found in the log when somebody asks; here it only matters that there are some.
    list.push({ on: day, knownOn, n, firstAt: first, lastAt: last, seqs: [`${day}`] });
    found.set(key, list);
  }
  return found;
}

/** The same thing wanted twice: from the earlier day on. */
export function together(a: Wanted | undefined, b: Wanted): Wanted {
  if (!a) return b;
  const from = a.from === undefined || (b.from !== undefined && b.from < a.from) ? b.from : a.from;
  return { ...b, ...(from === undefined ? {} : { from }), last: (a.last ?? false) || (b.last ?? false) };
}
