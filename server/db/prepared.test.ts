import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetNames, nameFor } from './prepared.ts';
import { freshDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  forgetNames(); // other tests of this worker may have used up the names
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('a text has no name when it comes first, and the same name each time after that', () => {
  const text = 'select $1::int + 1 as prepared_test';
  expect(nameFor(text)).toBeUndefined();
  const name = nameFor(text);
  expect(name).toMatch(/^menhu_\d+$/);
  expect(nameFor(text)).toBe(name);
});

test('what is asked three times on one connection is planned once, with its values each time', async () => {
  await database.db.connection().execute(async (one) => {
    const twice = (n: number) => sql<{ it: number }>`select ${n}::int * 2 as it`.execute(one);
    for (const n of [1, 2, 3]) expect((await twice(n)).rows).toEqual([{ it: n * 2 }]);
    const { rows } = await sql<{ text: string; times: number }>`
      select statement as text, (generic_plans + custom_plans)::int as times from pg_prepared_statements`.execute(one);
    expect(rows).toEqual([{ text: 'select $1::int * 2 as it', times: 2 }]);
  });
});

test('a text without values is never named: it may hold several statements', async () => {
  await database.db.connection().execute(async (one) => {
    for (let i = 0; i < 3; i++) await sql`select 1; select 2`.execute(one);
    const { rows } = await sql`select 1 from pg_prepared_statements where statement like '%select 2%'`.execute(one);
    expect(rows).toEqual([]);
  });
});
