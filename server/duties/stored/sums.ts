/**
 * Sums by day, shared by all duties that count the same. What counted stands in the table of sums, once for all series that
 * differ only in how long it has to last; what stopped counting stands beside it, and in no series but such a one.
 */
import { sql } from 'kysely';
import { type Fact, metBy, takesBack } from '../../../core/duty/facts.ts';
import { type Series, wholeKey } from '../../../core/duty/series.ts';
import { added, summed } from '../../../core/duty/sums.ts';
import type { Tally } from '../../../core/duty/verdict.ts';
import type { Database } from '../../door/knock.ts';
import type { Counted } from './planning.ts';

/** What came to the sums of one thing. */
export type Added = { readonly key: string; readonly id: string; readonly tallies: readonly Tally[] };

type Numbered = { readonly id: number; readonly key: string };

/** The numbers of these series, given out in this order; `isNew`: their sums have to be built first. */
export async function numbered(
  db: Database,
  keys: readonly string[],
): Promise<{ readonly ids: ReadonlyMap<string, number>; readonly isNew: ReadonlySet<string> }> {
  const { rows } = await sql<Numbered>`select id, key from duties.series where key = any(${keys}::text[])`.execute(db);
  const had = new Set(rows.map(({ key }) => key));
  const isNew = keys.filter((key) => !had.has(key));
  if (isNew.length > 0)
    rows.push(
      ...(
        await sql<Numbered>`insert into duties.series (key) select unnest(${isNew}::text[]) returning id, key`.execute(
          db,
        )
      ).rows,
    );
  return { ids: new Map(rows.map(({ id, key }) => [key, id])), isNew: new Set(isNew) };
}

/** What fresh facts add to a series, for each thing that they meet. `known`: earlier ones of the same articles. */
export function addedTo(
  { key, series, calendar }: Counted,
  known: readonly Fact[],
  fresh: readonly Fact[],
): readonly Added[] {
  const counts = new Set([...series.events, ...(series.lasting ? [takesBack] : [])]);
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
    for (const id of met === 'all' ? [] : new Set(met)) {
      const of = things.get(id) ?? new Map<string, Fact[]>();
      const about = fact.article ?? fact.seq;
      of.set(about, [...(of.get(about) ?? []), fact]);
      things.set(id, of);
    }
  }
  return things;
}

const seconds = (ms: number): number => ms / 1000;

type SumRow = Tally & { readonly series: number; readonly id: string };

/** In sorted order, so that two writers could never wait for each other. `all`: of each thing that a series met, all. */
export async function add(db: Database, ids: ReadonlyMap<string, number>, all: readonly Added[]): Promise<void> {
  const rows = all
    .flatMap(({ key, id, tallies }) =>
      own(key, summed(tallies)).map((tally): SumRow => ({ series: ids.get(key) ?? 0, id, ...tally })),
    )
    .toSorted((a, b) => a.series - b.series || compared(a.id, b.id) || compared(a.on, b.on));
  const counted = rows.filter(({ n }) => n > 0);
  for (let i = 0; i < counted.length; i += 20_000) await addCounted(db, counted.slice(i, i + 20_000));
  const lost = rows.filter(({ n }) => n < 0);
  for (let i = 0; i < lost.length; i += 20_000) await addLost(db, lost.slice(i, i + 20_000));
}
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What counted is left to the series that keeps it for all of them: it met the same things. */
const own = (key: string, tallies: readonly Tally[]): readonly Tally[] =>
  wholeKey(key) === key ? tallies : tallies.filter(({ n }) => n < 0);

const told = (rows: readonly SumRow[]) => sql`
  unnest(${rows.map(({ series }) => series)}::int[], ${rows.map(({ id }) => id)}::uuid[],
         ${rows.map(({ on }) => on)}::date[], ${rows.map(({ knownOn }) => knownOn)}::date[],
         ${rows.map(({ n }) => n)}::int[], ${rows.map(({ firstAt }) => seconds(firstAt))}::float8[],
         ${rows.map(({ lastAt }) => seconds(lastAt))}::float8[]) as t(s, i, d, k, n, f, l)`;

const addCounted = (db: Database, rows: readonly SumRow[]) =>
  sql`
    insert into duties.sum (series_id, subject_id, day, n, first_at, last_at)
    select s, i, d, n, to_timestamp(f), to_timestamp(l) from ${told(rows)}
      on conflict (series_id, subject_id, day) do update
        set n = duties.sum.n + excluded.n, first_at = least(duties.sum.first_at, excluded.first_at),
            last_at = greatest(duties.sum.last_at, excluded.last_at)`.execute(db);

const addLost = (db: Database, rows: readonly SumRow[]) =>
  sql`
    insert into duties.loss (series_id, subject_id, day, known_on, n, first_at, last_at)
    select s, i, d, k, n, to_timestamp(f), to_timestamp(l) from ${told(rows)}
      on conflict (series_id, subject_id, day, known_on) do update
        set n = duties.loss.n + excluded.n, first_at = least(duties.loss.first_at, excluded.first_at),
            last_at = greatest(duties.loss.last_at, excluded.last_at)`.execute(db);
