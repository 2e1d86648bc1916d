/** The stored ledger over a small copy of the bench's cluster: 27 duties of every pattern that is kept, over a year of facts. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayMs, localDay, startOf } from '../../core/day.ts';
import { nearOf } from '../../core/duty/near.ts';
import type { Planned } from '../../core/duty/plan.ts';
import { sayMeasure, sayStatus } from '../../core/duty/say.ts';
import { periodAt } from '../../core/period.ts';
import { openPool } from '../../server/db/client.ts';
import { freshDatabase, type TestDatabase } from '../../server/db/testing.ts';
import { boardOf, cellsOf } from '../../server/duties/board.ts';
import { type Ledger, ledgerAt } from '../../server/duties/ledger.ts';
import { advance, rebuild } from '../../server/duties/stored/advance.ts';
import { judgedAgain } from '../../server/duties/stored/again.fixture.ts';
import { linesAsked } from '../../server/duties/stored/asked.ts';
import { compare } from '../../server/duties/stored/compare.ts';
import { judgedSince, owedSince } from '../../server/duties/stored/owed.ts';
import { forgetPlans } from '../../server/duties/stored/planning.ts';
import { linesOfSpan } from '../../server/duties/stored/span.ts';
import { lineKey } from '../../server/duties/view.ts';
import { copyIn, yearOf } from './events.ts';
import { type Made, makeWorld } from './world.ts';

const midnight = (day: string) => new Date(startOf(day));
const at = (when: string) => new Date(`${when.replace(' ', 'T')}:00+08:00`);
let fresh: TestDatabase;
let made: Made;
const db = () => fresh.db;
const founded = at('2025-11-20 09:00');

beforeAll(async () => {
  fresh = await freshDatabase();
  made = await makeWorld(db(), { sites: 2, columns: 60, units: 12 }, founded);
  const facts = yearOf(made, 4_000, at('2026-12-12 12:00').getTime());
  await copyIn(db(), made, facts, founded);
  // As if it had been folded all along until a week ago: day by day a year would take a minute.
  const seq = facts.filter((one) => one.at < at('2026-12-05 12:00').getTime()).length + 1;
  await sql`update duties.fold set seq = ${seq}, until = ${at('2026-12-05 12:00')}, world_seq = 1`.execute(db());
}, 60_000);
afterAll(() => fresh.drop());

/** As the door writes it, about one of the columns. */
const happens = async (kind: string, when: Date, column = 0, article = randomUUID()) => {
  const { id, site, unit } = made.column[column] as Made['column'][number];
  const about = kind.startsWith('article.');
  await sql`with head as (update door.head set last = last + 1 returning last)
    insert into door.fact (seq, at, kind, subject_id, article_id, column_id, site_id, home, author_unit_id, lead_unit_ids, actor_unit_id, facets)
    select last, ${when}, ${kind}, ${about ? article : made.root}, ${about ? article : null}, ${about ? id : null}, ${about ? site : null}, ${about ? true : null},
           ${about ? unit : null}, ${about ? [unit] : null}::uuid[], ${unit}, '{"kind":"news"}' from head`.execute(
    db(),
  );
  return article;
};
const agrees = async (when: Date) => {
  const { lines, differences, late } = await compare(db(), when);
  expect([when, differences.slice(0, 5), late.slice(0, 5)]).toEqual([when, [], []]);
  expect(lines).toBeGreaterThan(600);
};
const brought = async (when: Date) => {
  await advance(db(), when);
  await agrees(when);
};
type Ended = { readonly duty: string; readonly subjectId: string; readonly fromOn: string; readonly status: string };
const closed = async (duty?: string) => {
  const { rows } = await sql<Ended & { closedAt: Date; inputsHash: string; seq: number; part: number }>`
    select * from duties.closed where ${duty ?? null}::text is null or duty = ${duty ?? null} order by seq`.execute(
    db(),
  );
  return rows;
};
const closedTwice = async () => {
  const names = (await closed()).map(
    ({ duty, subjectId, part, fromOn, closedAt, status }) =>
      `${duty} ${subjectId} ${part} ${fromOn} ${closedAt.toISOString()} ${status}`,
  );
  return names.filter((name, i) => names.indexOf(name) !== i);
};

/** What pages and digests tell from stored lines, against what they would tell from all events. */
const readsTheSame = async (when: Date) => {
  const since = new Date(when.getTime() - 3 * dayMs);
  const now = when.getTime();
  const near = ({ lines, calendarFor }: Ledger) => {
    const said = lines.flatMap((line) => {
      const [calendar, measure] = [calendarFor(line), sayMeasure(line, now)];
      const stage = nearOf(line, calendar, now);
      return stage === undefined ? [] : [`${lineKey(line)} ${stage} ${sayStatus(line, calendar, now)} ${measure}`];
    });
    return [...new Set(said)].toSorted();
  };
  const owed = near(await owedSince(db(), when, since));
  expect(owed.length).toBeGreaterThan(20);
  expect(owed).toEqual(near(await judgedSince(db(), when, since)));
  const site = made.site[0];
  const ofSite = ({ thing }: Planned) => thing.site === site || thing.id === made.unit[1];
  const all = ({ lines }: Ledger) => lines.map((line) => JSON.stringify([lineKey(line), line.verdict])).toSorted();
  const asked = all(await linesAsked(db(), when, ofSite, { texts: {} }));
  expect(asked.length).toBeGreaterThan(200);
  expect(asked).toEqual(all(await ledgerAt(db(), when, ofSite)));
  const span = periodAt('month', localDay(when));
  const month = all(await linesAsked(db(), when, ofSite, { texts: {}, span }));
  expect(month.length).toBeGreaterThan(asked.length);
  expect(month).toEqual(all(await ledgerAt(db(), when, ofSite, span)));
  const board = (ledger: Ledger) => boardOf(cellsOf(ledger, { page: 1 }), now, true);
  expect(board(await linesOfSpan(db(), when, span))).toEqual(board(await ledgerAt(db(), when, undefined, span)));
  const there = ({ thing }: Planned) => thing.site === site;
  const own = all(await linesAsked(db(), when, there, { texts: { site }, span }));
  expect(own).toEqual(all(await ledgerAt(db(), when, there, span)));
};

test('R1 a week folded on top of a year is what the events say, and made again from the facts it is the same', async () => {
  await advance(db(), at('2026-12-12 12:00'));
  await agrees(at('2026-12-12 12:00'));
  // When to look again is a lower bound, and moves on with each look.
  const rows = async () =>
    (
      await sql<object>`select (to_jsonb(l) - 'look_at')::text as row from duties.line l order by adoption_id, duty, subject_id, part, nth`.execute(
        db(),
      )
    ).rows;
  const sums = async () =>
    (
      await sql`select k.key, to_jsonb(s) - 'series_id' as sum from duties.series k
                 join (select series_id, subject_id, day, day as known_on, n, first_at, last_at from duties.sum
                        union all select * from duties.loss) s on s.series_id = k.id order by 1, 2`.execute(db())
    ).rows;
  const before = [await rows(), await sums()];
  await rebuild(db());
  expect([await rows(), await sums()]).toEqual(before);
}, 60_000);

test('R1 one after the other, each event moves its lines at once, and time moves the others when it should', async () => {
  const moments = ['2026-12-12 16:00', '2026-12-12 20:30', '2026-12-13 03:00', '2026-12-14 15:00', '2026-12-15 23:59'];
  for (const [i, when] of moments.entries()) {
    const article = await happens('article.submitted', at(when), i);
    for (const kind of ['article.approved', 'article.published', 'article.confirmed'].slice(0, (i % 3) + 1))
      await happens(kind, at(when), i, article);
    await advance(db(), at(when));
    await agrees(at(when));
  }
  await readsTheSame(at('2026-12-15 23:59'));
}, 60_000);

test('R1 a week slept through closes every day of it, each as it stood at its end', async () => {
  await advance(db(), midnight('2026-12-16'));
  const known = new Set((await closed('home-day')).map(({ seq }) => seq));
  await happens('article.published', at('2026-12-17 10:00'));
  await happens('article.published', at('2026-12-20 10:00'), 60);
  await advance(db(), midnight('2026-12-23'));
  const week = (await closed('home-day')).filter(({ seq }) => !known.has(seq));
  const days = (column: number) =>
    week
      .filter(({ subjectId }) => subjectId === made.column[column]?.id)
      .map(({ fromOn, status, closedAt }) => [fromOn, status, closedAt.getTime() - startOf(fromOn)]);
  const all = ['16', '17', '18', '19', '20', '21', '22'].map((day) => `2026-12-${day}`);
  const told = (met: string) => all.map((day) => [day, day === met ? 'met' : 'breached', 86_400_000]);
  expect([days(0), days(60)]).toEqual([told('2026-12-17'), told('2026-12-20')]);
  await agrees(midnight('2026-12-23'));
}, 60_000);

test('R1 two processes that fold at once count nothing twice, and close nothing twice', async () => {
  const other = openPool(fresh.url, { role: 'worker', max: 2 });
  for (let i = 0; i < 30; i++) await happens('article.published', at(`2026-12-2${3 + (i % 4)} 1${i % 10}:00`), i * 4);
  const now = midnight('2026-12-27');
  await Promise.all([advance(db(), now), advance(other.db, now), advance(db(), now)]);
  await other.close();
  await agrees(now);
  expect(await closedTwice()).toEqual([]);
}, 60_000);

test('R1 a process that dies in the middle of New Year leaves what the next one goes on from', async () => {
  const now = midnight('2027-01-01');
  let steps = 0;
  const dies = () => {
    if (++steps === 2) throw new Error('killed');
  };
  await happens('article.published', at('2026-12-30 10:00'), 7);
  await advance(db(), at('2026-12-31 23:00'));
  const before = (await closed()).length;
  await expect(advance(db(), now, { most: 50, each: dies })).rejects.toThrow('killed');
  const half = (await closed()).length - before;
  expect(half).toBeGreaterThan(50);
  forgetPlans();
  // The next one is a newer program, which found that sums have to be made otherwise.
  await sql`with _ as (delete from duties.sum), __ as (delete from duties.loss) delete from duties.series`.execute(
    db(),
  );
  await advance(db(), now);
  await agrees(now);
  expect((await closed()).length - before).toBeGreaterThan(2 * half);
  expect(await closedTwice()).toEqual([]);
}, 60_000);

test('R1 what is closed is judged the same again: verdict, events and hash', async () => {
  const { judged, others } = await judgedAgain(db(), 7);
  expect(others.slice(0, 5)).toEqual([]);
  expect(judged).toBeGreaterThan(50);
}, 60_000);

test('R1 what another world asks is judged anew, and nothing that it asks is left out', async () => {
  const when = at('2027-01-02 10:00');
  await advance(db(), when);
  const [leading, led] = [made.unit[5] as string, made.column[3]?.id as string];
  await sql`update people.holding set until_at = ${when} where unit_id = ${leading}`.execute(db());
  await happens('post.vacated', when);
  await brought(when);
  await sql`update sites.column set lead_unit_ids = array[${leading}::uuid] where id = ${led}`.execute(db());
  await happens('unit.created', when);
  await brought(when);
  await sql`update people.unit set closed_at = ${when} where id = ${leading}`.execute(db());
  await happens('unit.created', at('2027-01-03 10:00'));
  await brought(at('2027-01-03 10:00'));
}, 60_000);

test('E4 R1 a year that is loaded late decides what was provisional, and moves nothing that was closed', async () => {
  const when = at('2027-01-20 10:00');
  await advance(db(), when);
  const unsure = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from duties.line where status = 'provisional'`.execute(db()))
      .rows[0]?.n;
  const [before, lines] = [await closed(), await unsure()];
  const open = before.filter(({ status }) => status === 'provisional');
  expect([lines, open.length].every((n) => (n ?? 0) > 20)).toBe(true);
  await sql`insert into calendar.version (year, days, sha256, loaded_at) values (2027, '[]', 'empty', ${when})`.execute(
    db(),
  );
  await happens('calendar.loaded', when);
  // Another process each time, which dies after so many transactions.
  for (let most = 1; most <= 12; most++) {
    let steps = 0;
    const each = () => {
      if (++steps === most) throw new Error('killed');
    };
    await advance(db(), when, { each }).catch((error: Error) => expect(error.message).toBe('killed'));
    forgetPlans();
  }
  await brought(when);
  expect(await unsure()).toBe(0);
  const after = await closed();
  expect(after.slice(0, before.length)).toEqual(before);
  const again = after.slice(before.length);
  expect(again.every(({ status }) => status === 'met' || status === 'breached')).toBe(true);
  const name = ({ duty, subjectId, part, fromOn }: (typeof again)[number]) => `${duty} ${subjectId} ${part} ${fromOn}`;
  expect(again.map(name).toSorted()).toEqual(open.map(name).toSorted());
}, 60_000);
