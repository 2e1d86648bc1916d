/** Arrays of values come to PostgreSQL as they are, whatever is in them. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { random } from '../../world/random.ts';
import { arrayText } from './arrays.ts';
import { freshDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('texts of all sorts come back as they were sent', async () => {
  const chance = random(11);
  const signs = ['a', 'Z', '9', '"', '\\', '{', '}', ',', ' ', '\n', "'", '条', '😀', '-', '.', ':', '+', '_', '\t'];
  const word = () => Array.from({ length: chance.whole(6) }, () => signs[chance.whole(signs.length)]).join('');
  const texts = ['', 'null', 'NULL', 'Null', null, '{}', '"', '\\', ...Array.from({ length: 2_000 }, word)];
  const { rows } = await sql<{ sent: string[] }>`select ${texts}::text[] as sent`.execute(database.db);
  expect(rows[0]?.sent).toEqual(texts);
});

test('numbers, truths and days too; a Date and an array within an array are the driver’s', async () => {
  const { rows } = await sql<{ n: number[]; b: boolean[]; d: string[]; t: string }>`
    select ${[1.5, -3, 1e21, null]}::float8[] as n, ${[true, false]}::bool[] as b, ${['2026-11-26']}::date[]::text[] as d,
           ${[[1, 2]]}::int[]::text as t`.execute(database.db);
  expect(rows[0]).toEqual({ n: [1.5, -3, 1e21, null], b: [true, false], d: ['2026-11-26'], t: '{{1,2}}' });
  expect(arrayText([new Date(0)])).toBeUndefined();
  expect(arrayText([])).toBe('{}');
});
