/** Sums by day, shared by all duties that count the same. */
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../core/day.ts';
import { type Fact, metBy, takesBack } from '../../../core/duty/facts.ts';
import type { Planned } from '../../../core/duty/plan.ts';
import type { Series } from '../../../core/duty/series.ts';
import { eachFrom, startsAt, sumsFrom } from '../../../core/duty/stored.ts';
import { added, summed } from '../../../core/duty/sums.ts';
import type { Tally } from '../../../core/duty/verdict.ts';
import { put } from '../../../core/groups.ts';
import type { Database } from '../../door/knock.ts';
import type { Counted } from './planning.ts';

/** What came to the sums of one thing. */
export type Added = { readonly key: string; readonly id: string; readonly tallies: readonly Tally[] };

type Numbered = { readonly id: number; readonly key: string };

/** The numbers of these series; `isNew`: their sums have to be built first. */
export async function numbered(
  db: Database,
  keys: readonly string[],
): Promise<{ readonly ids: ReadonlyMap<string, number>; readonly isNew: ReadonlySet<string> }> {
  const told = keys.toSorted();
  const { rows } = await sql<Numbered>`select id, key from duties.series where key = any(${told}::text[])`.execute(db);
  const had = new Set(rows.map(({ key }) => key));
  const isNew = told.filter((key) => !had.has(key));
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

/**
 * Which sums of a thing are wanted. `from`: from this day on; `last`: from the last day on which something is left of what
 * counted; `each`: the days from which on every one matters by itself.
 */
export type Wanted = { readonly from?: Day; readonly last?: boolean; readonly each?: Day };
/** `key`: of the series; `id`: of the thing. */
export type WantedOf = Wanted & { readonly key: string; readonly id: string };

/** It asks nothing of the thing, and so it is the same for all of a duty: a hundred thousand lines ask at one instant. */
export function wantedBy(plan: Planned, since: number): Wanted {
  const known = wants.get(plan.duty);
  if (known?.since === since && known.rule === plan.rule) return known.wanted;
  const from = sumsFrom(plan, since);
  const wanted = from === 'last' ? { last: true } : { from, ...eachFrom(plan, since) };
  wants.set(plan.duty, { rule: plan.rule, since, wanted });
  return wanted;
}
type Wants = { readonly rule: Planned['rule']; readonly since: number; readonly wanted: Wanted };
const wants = new WeakMap<Planned['duty'], Wants>();

/** The same thing wanted twice: all that either asks for. */
export function together(a: Wanted | undefined, b: Wanted): Wanted {
  if (!a || a === b) return b;
  const [from, each] = [earlier(a.from, b.from), earlier(a.each, b.each)];
  return {
    last: a.last || b.last || false,
    ...(from === undefined ? {} : { from }),
    ...(each === undefined ? {} : { each }),
  };
}
const earlier = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

type Row = {
  readonly nth: number;
  readonly subjectId: string;
  readonly day: Day;
  readonly knownOn: Day;
  readonly n: number;
  readonly first: number;
  readonly last: number;
};
/** By series and id. What only begins later than any sum, and what has none, is missing. */
export type Found = ReadonlyMap<string, ReadonlyMap<string, readonly Tally[]>>;

const epoch = (at: RawBuilder<unknown>) => sql`(extract(epoch from ${at}) * 1000)::float8`;

/**
 * `now`: whoever judges on this day alone needs no more than what is left of each stretch between the beginnings of the
 * periods that hold it, under the last day on which something counted; a year of days then comes as eight rows.
 */
export async function read(db: Database, wanted: readonly WantedOf[], now: Day | undefined): Promise<Found> {
  const of = <K extends keyof WantedOf>(key: K) => wanted.map((one) => one[key] ?? null);
  const nths = new Map([...new Set(wanted.map(({ key }) => key))].map((key, i) => [key, i + 1]));
  const keys = [...nths.keys()];
  const those = sql`(select array_agg(k.id order by t.nth) as ids from unnest(${keys}::text[]) with ordinality t(key, nth)
        left join duties.series k on k.key = t.key) series
      cross join unnest(${wanted.map(({ key }) => nths.get(key) ?? 0)}::int[], ${of('id')}::uuid[], ${of('from')}::date[],
        ${of('last')}::bool[], ${of('each')}::date[]) as w(nth, id, since, to_last, apart)
      cross join lateral (select least(w.since, case when w.to_last then
        (select l.day from duties.sum l where l.series_id = ids[w.nth] and l.subject_id = w.id
          group by l.day having sum(l.n) > 0 order by l.day desc limit 1) end) as since) d
      join duties.sum s on s.series_id = ids[w.nth] and s.subject_id = w.id and s.day >= d.since`;
  const { rows } = await (now === undefined
    ? sql<Row>`
        select w.nth, s.subject_id, s.day, s.known_on, s.n, ${epoch(sql`s.first_at`)} as first, ${epoch(sql`s.last_at`)} as last
          from ${those} order by w.nth, s.subject_id, s.day, s.known_on, s.lost`
    : sql<Row>`
        select nth, subject_id, max(day) as day, max(day) as known_on, sum(n)::int as n, ${epoch(sql`min(first)`)} as first,
               ${epoch(sql`max(last)`)} as last
          from (select w.nth, s.subject_id, w.apart, s.day, sum(s.n) as n, min(s.first_at) filter (where s.n > 0) as first,
                       max(s.last_at) filter (where s.n > 0) as last
                  from ${those} group by w.nth, s.subject_id, w.apart, s.day having sum(s.n) > 0) left_over
         group by nth, subject_id, width_bucket(day, ${startsAt(now)}::date[]), case when day >= apart then day end
         order by nth, subject_id, day`
  ).execute(db);
  const found = new Map<string, Map<string, Tally[]>>();
  for (const { nth, subjectId, day, knownOn, n, first, last } of rows) {
    const key = keys[nth - 1] ?? '';
    const things = found.get(key) ?? new Map<string, Tally[]>();
    // Its events are found in the log when somebody asks; here it only matters that there are some.
    put(things, subjectId, { on: day, knownOn, n, firstAt: first, lastAt: last, seqs: [day] });
    found.set(key, things);
  }
  return found;
}
