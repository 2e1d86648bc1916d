/** Sums that the database adds up, read as verdicts ask for them, against those that core/duty makes of one fact after the other. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '../../core/calendar.fixture.ts';
import type { Day } from '../../core/day.ts';
import type { Fact } from '../../core/duty/facts.ts';
import { type Series, seriesKey } from '../../core/duty/series.ts';
import { summed } from '../../core/duty/sums.ts';
import type { Tally } from '../../core/duty/verdict.ts';
import { groups, put } from '../../core/groups.ts';
import { freshDatabase, type TestDatabase } from '../../server/db/testing.ts';
import { factsAfter } from '../../server/duties/facts.ts';
import { build } from '../../server/duties/stored/build.ts';
import { forget } from '../../server/duties/stored/evaluate.ts';
import { type Counted, withWhole } from '../../server/duties/stored/planning.ts';
import { type Added, add, addedTo, numbered } from '../../server/duties/stored/sums.ts';
import { read, type Wanted } from '../../server/duties/stored/sums-read.ts';
import { random } from '../../world/random.ts';
import { type Made, makeWorld } from './world.ts';

const founded = Date.parse('2026-02-01T09:00:00+08:00');
const hourMs = 3_600_000;
const many = 1_200;
let fresh: TestDatabase;
let made: Made;
const db = () => fresh.db;

beforeAll(async () => {
  fresh = await freshDatabase();
  made = await makeWorld(db(), { sites: 2, columns: 6, units: 4 }, new Date(founded));
  await sql`update sites.column set on_home = 1 where position % 3 = 0`.execute(db());
  await happen();
}, 60_000);
afterAll(() => fresh.drop());

type Which = Series['in'];
const is = (facet: string, ...values: string[]): Which => ({ all: [{ facet, in: values }] });
const published = ['article.published'];
const counts: readonly Omit<Series, 'subject'>[] = [
  { events: published, in: { all: [] } },
  { events: [...published, 'article.withdrawn'], in: { all: [] }, lasting: { n: 2, unit: 'day' } },
  {
    events: [...published, 'article.updated'],
    in: is('kind', 'news', 'say "what"'),
    lasting: { n: 3, unit: 'working day' },
  },
  { events: ['article.updated', 'article.updated', 'seen.look'], in: is('page', 'home') },
  { events: [...published, 'seen.look'], in: { all: [{ not: is('kind', 'news') }] } },
  { events: ['article.updated'], in: { all: [{ facet: 'findings', in: [], number: { bound: 'above', n: 2 } }] } },
  { events: published, in: { any: [is('page', 'column'), is('kind', 'a,b')] }, lasting: { n: 1, unit: 'day' } },
  { events: published, in: { any: [] } },
];
const subjects: readonly Pick<Series, 'subject' | 'credit'>[] = [
  { subject: 'column' },
  { subject: 'site' },
  { subject: 'unit' },
  { subject: 'unit', credit: 'actor.unit' },
  { subject: 'unit', credit: 'column.lead' },
];
const series = new Map<string, Counted>(
  subjects
    .flatMap((of) => counts.map((one) => ({ ...one, ...of })))
    .flatMap((one) => withWhole({ key: seriesKey(one, seed), series: one, calendar: seed }))
    .map((one) => [one.key, one]),
);

/** So few articles that many are published in several columns, withdrawn and published again; and what is about none. */
async function happen(): Promise<void> {
  const chance = random(7);
  const one = <T>(...of: readonly T[]): T => of[chance.whole(of.length)] as T;
  const articles = Array.from({ length: 500 }, () => chance.uuid());
  const kinds = ['article.published', 'article.published', 'article.withdrawn', 'article.updated', 'article.confirmed'];
  const facets = [null, {}, ...['news', 'a,b', 'say "what"', 'else', '{}'].map((kind) => ({ kind }))];
  const rows = Array.from({ length: many }, (_, i) => {
    const [column, kind] = [one(null, ...made.column), one(...kinds, 'seen.look')];
    const article = kind === 'seen.look' ? null : one(...articles);
    const of = one(...facets);
    return {
      at: new Date(founded + i * hourMs + chance.whole(hourMs)),
      kind,
      article,
      column: column?.id ?? null,
      site: column?.site ?? one(null, ...made.site),
      home: one(true, true, false, null),
      author: one(null, ...made.unit),
      leads: one(null, [], [one(...made.unit)], [one(...made.unit), one(...made.unit)]),
      actor: one(null, ...made.unit),
      facets: of && chance.whole(3) === 0 ? { ...of, findings: String(chance.whole(5)) } : of,
      withdrawal: kind === 'article.withdrawn' ? one('error', 'unlawful', 'outdated') : null,
    };
  });
  for (const [i, row] of rows.entries())
    await sql`insert into door.fact (seq, at, kind, subject_id, article_id, column_id, site_id, home, author_unit_id,
        lead_unit_ids, actor_unit_id, facets, withdrawal)
      values (${i + 1}, ${row.at}, ${row.kind}, ${row.article ?? made.root}, ${row.article}, ${row.column}, ${row.site}, ${row.home},
        ${row.author}, ${row.leads}::uuid[], ${row.actor}, ${row.facets && JSON.stringify(row.facets)}::jsonb, ${row.withdrawal})`.execute(
      db(),
    );
}

/** What each fact adds, one after the other as the fold takes them. */
function folded(facts: readonly Fact[]): readonly (readonly Added[])[] {
  const known = new Map<string, Fact[]>();
  return facts.map((fact) => {
    const before = known.get(fact.article ?? '') ?? [];
    const sums = [...series.values()].flatMap((one) => addedTo(one, before, [fact]));
    if (fact.article !== undefined) put(known, fact.article, fact);
    return sums;
  });
}

const told = (key: string, id: string, { on, knownOn, n, firstAt, lastAt }: Tally) =>
  [key, id, on, knownOn, n, firstAt, lastAt].join(' ');

/** By series and thing. */
function expected(sums: readonly Added[]): readonly (readonly [key: string, id: string, tallies: readonly Tally[]])[] {
  const all = new Map<string, Added[]>();
  for (const one of sums) put(all, `${one.key} ${one.id}`, one);
  return [...all.values()].map((of) => [
    of[0]?.key ?? '',
    of[0]?.id ?? '',
    summed(of.flatMap(({ tallies }) => tallies)),
  ]);
}
type Expected = ReturnType<typeof expected>;
const rowsOf = (all: Expected): readonly string[] =>
  all.flatMap(([key, id, tallies]) => tallies.map((one) => told(key, id, one))).toSorted();

/** Of every series and everything that anything is stored of. */
async function stored(want: Wanted = { from: '2026-01-01' }, now?: Day): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select subject_id as id from duties.sum union select subject_id from duties.loss`.execute(db());
  const wanted = [...series.keys()].flatMap((key) => rows.map(({ id }) => ({ ...want, key, id })));
  const found = await read(db(), wanted, now);
  return rowsOf([...found].flatMap(([key, things]) => [...things].map(([id, of]) => [key, id, of] as const)));
}

/** What is left of each day on which something is. */
function left(tallies: readonly Tally[]): readonly Tally[] {
  const days = [...groups(tallies, ({ on }) => on)].map(([on, of]): Tally => {
    const n = of.reduce((all, one) => all + one.n, 0);
    const counted = of.filter((one) => one.n > 0);
    const firstAt = Math.min(...counted.map((one) => one.firstAt));
    return { on, knownOn: on, n, firstAt, lastAt: Math.max(...counted.map((one) => one.lastAt)) };
  });
  return days.filter(({ n }) => n > 0);
}

/** Rows that only one of them has: a few are enough to see why. */
const differing = (a: readonly string[], b: readonly string[]): readonly string[] => {
  const [as, bs] = [new Set(a), new Set(b)];
  return [...a.filter((one) => !bs.has(one)).slice(0, 4), '', ...b.filter((one) => !as.has(one)).slice(0, 4)];
};
const built = (upto: number, of: ReadonlyMap<string, Counted> = series) =>
  db()
    .transaction()
    .execute((tx) => build(tx, { series: of }, upto));

test('R1 sums built at once are those that core makes of one fact after the other, and go on with the next one', async () => {
  const facts = await factsAfter(db(), 0, many);
  const steps = folded(facts);
  const sums = rowsOf(expected(steps.flat()));
  expect(sums.length).toBeGreaterThan(3_000);
  await built(many);
  expect(differing(await stored(), sums)).toEqual(['']);
  await forget(db());
  await built(many / 2);
  const { ids } = await numbered(db(), [...series.keys()]);
  for (const step of steps.slice(many / 2)) await add(db(), ids, step);
  expect(differing(await stored(), sums)).toEqual(['']);
}, 60_000);

test('R1 what a text counts newly is built beside what was counted before', async () => {
  await forget(db());
  await built(many);
  const before = await stored();
  await forget(db());
  await built(many, new Map([...series].slice(0, 20)));
  await built(many);
  expect(differing(await stored(), before)).toEqual(['']);
}, 60_000);

test('R1 what was taken back is missing from what is left of a day, and a day of which nothing is left is not the last one', async () => {
  await forget(db());
  await built(many);
  const all = expected(folded(await factsAfter(db(), 0, many)).flat()).map(
    ([key, id, tallies]) => [key, id, left(tallies)] as const,
  );
  const byDay = { from: '2026-01-01', each: '2026-01-01' };
  expect(differing(await stored(byDay, '2026-12-16'), rowsOf(all))).toEqual(['']);
  const last = all.map(([key, id, tallies]) => [key, id, tallies.slice(-1)] as const);
  expect(differing(await stored({ last: true }, '2026-12-16'), rowsOf(last))).toEqual(['']);
  const { rows } = await sql<{ key: string }>`
    select distinct k.key from duties.sum s join duties.series k on k.id = s.series_id`.execute(db());
  expect(rows.filter(({ key }) => key.includes('lasting'))).toEqual([]);
}, 60_000);
