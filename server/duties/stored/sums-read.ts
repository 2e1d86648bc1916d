/** Reads sums, as they are asked for by verdicts: what counted, and what was taken back of it. */
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../core/day.ts';
import type { Planned } from '../../../core/duty/plan.ts';
import { wholeKey } from '../../../core/duty/series.ts';
import { eachFrom, startsAt, sumsFrom } from '../../../core/duty/stored.ts';
import type { Tally } from '../../../core/duty/verdict.ts';
import { put } from '../../../core/groups.ts';
import type { Database } from '../../door/knock.ts';

/**
 * Which sums of a thing are wanted. `from`: from this day on; `last`: from the last day on which something is left of what
 * counted; `each`: the days from which on every one matters by itself.
 */
export type Wanted = { readonly from?: Day; readonly last?: boolean; readonly each?: Day };
/** `key`: of the series; `id`: of the thing. */
export type WantedOf = Wanted & { readonly key: string; readonly id: string };

/** It asks nothing of the thing, and so it is the same for all of a duty: a hundred thousand lines ask at one instant. */
export function wantedBy(plan: Planned, since: number, looksBack = false): Wanted {
  const known = wants.get(plan.duty);
  if (known?.since === since && known.looksBack === looksBack && known.rule === plan.rule) return known.wanted;
  const from = sumsFrom(plan, since, looksBack);
  const wanted = from === 'last' ? { last: true } : { from, ...eachFrom(plan, since) };
  wants.set(plan.duty, { rule: plan.rule, since, looksBack, wanted });
  return wanted;
}
type Wants = {
  readonly rule: Planned['rule'];
  readonly since: number;
  readonly looksBack: boolean;
  readonly wanted: Wanted;
};
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

/** In the words of the statement: none of a hundred thousand rows is made over. */
type Row = {
  readonly nth: number;
  readonly id: string;
  readonly day: Day;
  readonly known: Day;
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
  const nths = new Map([...new Set(wanted.map(({ key }) => key))].map((key, i) => [key, i + 1]));
  const keys = [...nths.keys()];
  const w = asked(wanted, nths);
  const plain = db.withoutPlugins();
  const { rows } = await (now === undefined ? apart(plain, w) : leftOn(plain, w, now));
  const found = new Map(keys.map((key) => [key, new Map<string, Tally[]>()]));
  for (const { nth, id, day, known, n, first, last } of rows) {
    // Its events are found in the log when somebody asks; here it only matters that there are some.
    const tally = { on: day, knownOn: known, n, firstAt: first, lastAt: last, seqs: [day] };
    put(found.get(keys[nth - 1] ?? '') ?? new Map(), id, tally);
  }
  return found;
}

/**
 * What is asked, as rows: the series that keeps what counted for it, and the one of what was taken back, which is null where
 * nothing has to last. Under `w` they are looked up one by one: a thousand of them are far from all.
 */
function asked(wanted: readonly WantedOf[], nths: ReadonlyMap<string, number>): RawBuilder<unknown> {
  const of = <K extends keyof WantedOf>(key: K) => wanted.map((one) => one[key] ?? null);
  const wholes = [...nths.keys()].map(wholeKey);
  const losing = [...nths.keys()].map((key, i) => (key === wholes[i] ? null : key));
  return sql`
    select w.nth, w.id, w.apart, sums[w.nth] as sums, losses[w.nth] as losses, least(w.since, case when w.to_last then
           (select s.day from duties.sum s where s.series_id = sums[w.nth] and s.subject_id = w.id
               and s.n + case when losses[w.nth] is null then 0 else coalesce((select sum(l.n) from duties.loss l
                     where l.series_id = losses[w.nth] and l.subject_id = w.id and l.day = s.day), 0) end > 0
             order by s.day desc limit 1) end) as since
      from (select array_agg(k.id order by t.nth) as sums, array_agg(l.id order by t.nth) as losses
              from unnest(${wholes}::text[], ${losing}::text[]) with ordinality t(key, losing, nth)
              left join duties.series k on k.key = t.key left join duties.series l on l.key = t.losing) series
     cross join unnest(${wanted.map(({ key }) => nths.get(key) ?? 0)}::int[], ${of('id')}::uuid[], ${of('from')}::date[],
             ${of('last')}::bool[], ${of('each')}::date[]) as w(nth, id, since, to_last, apart)`;
}

/** Every sum by itself. */
const apart = (db: Database, w: RawBuilder<unknown>) =>
  sql<Row>`
    with w as materialized (${w})
    select nth, id, day, known_on as known, n, ${epoch(sql`first_at`)} as first, ${epoch(sql`last_at`)} as last
      from (select w.nth, w.id, s.day, s.day as known_on, s.n, s.first_at, s.last_at
              from w join duties.sum s on s.series_id = w.sums and s.subject_id = w.id and s.day >= w.since
             union all
            select w.nth, w.id, l.day, l.known_on, l.n, l.first_at, l.last_at
              from w join duties.loss l on l.series_id = w.losses and l.subject_id = w.id and l.day >= w.since) each
     order by nth, id, day, known_on, n < 0`.execute(db);

/** What is left on this day, added up thing by thing: a year of days is never sorted. */
const leftOn = (db: Database, w: RawBuilder<unknown>, now: Day) =>
  sql<Row>`
    with w as materialized (${w})
    select w.nth, w.id, x.day, x.day as known, x.n, ${epoch(sql`x.first_at`)} as first,
           ${epoch(sql`x.last_at`)} as last
      from w cross join lateral (
        select max(day) as day, sum(n)::int as n, min(first_at) as first_at, max(last_at) as last_at
          from (select s.day, s.n + coalesce(l.n, 0) as n, s.first_at, s.last_at
                  from duties.sum s left join (select day, sum(n) as n from duties.loss
                        where series_id = w.losses and subject_id = w.id group by day) l on l.day = s.day
                 where s.series_id = w.sums and s.subject_id = w.id and s.day >= w.since) left_over
         where n > 0 group by width_bucket(day, ${startsAt(now)}::date[]), case when day >= w.apart then day end) x
     order by w.nth, w.id, x.day`.execute(db);
