/** What has to last, where nothing else counts the same: what was taken back is missing from the lines at once, and made anew. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../server/db/testing.ts';
import { advance, rebuild } from '../../server/duties/stored/advance.ts';
import { compare } from '../../server/duties/stored/compare.ts';
import { textWith } from './text.ts';
import { type Made, makeWorld } from './world.ts';

const at = (when: string) => new Date(`${when.replace(' ', 'T')}:00+08:00`);
const founded = at('2026-02-01 09:00');
let fresh: TestDatabase;
let made: Made;
const db = () => fresh.db;

beforeAll(async () => {
  fresh = await freshDatabase();
  const source = textWith((id) => id === 'unit-kept');
  made = await makeWorld(db(), { sites: 1, columns: 4, units: 4 }, founded, source);
  await happens('installation.founded', founded);
}, 60_000);
afterAll(() => fresh.drop());

async function happens(kind: string, when: Date, column?: number, article: string = randomUUID()): Promise<string> {
  const of = column === undefined ? undefined : made.column[column];
  await sql`with head as (update door.head set last = last + 1 returning last)
    insert into door.fact (seq, at, kind, subject_id, article_id, column_id, site_id, home, author_unit_id, facets, withdrawal)
    select last, ${when}, ${kind}, ${of ? article : made.root}, ${of ? article : null}, ${of?.id ?? null}, ${of?.site ?? null},
           ${of ? true : null}, ${of?.unit ?? null}, '{}', ${kind === 'article.withdrawn' ? 'error' : null} from head`.execute(
    db(),
  );
  return article;
}

/** How many of each unit's publications count; and that this is what the events say. */
async function counted(when: string): Promise<readonly number[]> {
  await advance(db(), at(when));
  const { differences, late } = await compare(db(), at(when));
  expect([differences, late]).toEqual([[], []]);
  const { rows } = await sql<{ n: number }>`
    select n from duties.line where duty = 'unit-kept' order by array_position(${made.unit}::uuid[], subject_id)`.execute(
    db(),
  );
  return rows.map(({ n }) => n);
}

test('R1 what was taken back before it had lasted is taken from what counted, which no other duty keeps', async () => {
  const first = await happens('article.published', at('2026-07-02 10:00'), 0);
  const second = await happens('article.published', at('2026-07-02 11:00'), 0);
  const third = await happens('article.published', at('2026-07-02 12:00'), 1);
  expect(await counted('2026-07-02 18:00')).toEqual([2, 1, 0, 0]);
  await happens('article.withdrawn', at('2026-07-05 10:00'), 0, first);
  await happens('article.withdrawn', at('2026-07-06 10:00'), 1, third);
  expect(await counted('2026-07-06 18:00')).toEqual([1, 0, 0, 0]);
  await happens('article.published', at('2026-07-07 10:00'), 1, third);
  await happens('article.withdrawn', at('2026-07-20 10:00'), 0, second);
  expect(await counted('2026-07-20 18:00')).toEqual([1, 0, 0, 0]);
  await rebuild(db());
  expect(await counted('2026-07-20 18:00')).toEqual([1, 0, 0, 0]);
});
