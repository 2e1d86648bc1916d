import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDatabaseAway, openPool, parseBigint } from './client.ts';
import { freshDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const one = async (text: string) => (await database.pool.query(`select ${text} as it`)).rows[0].it;

describe('values', () => {
  test('a bigint is a number up to 2^53 − 1', async () => {
    expect(await one("'9007199254740991'::bigint")).toBe(9007199254740991);
    expect(await one("'-9007199254740991'::bigint")).toBe(-9007199254740991);
  });

  test('a bigint of 2^53 is refused, since it would be another number', async () => {
    expect(() => parseBigint('9007199254740992')).toThrow('9007199254740992');
    await expect(one("'9007199254740993'::bigint")).rejects.toThrow('more than 2^53');
  });

  test('a local day stays text', async () => {
    expect(await one("date '2027-03-31'")).toBe('2027-03-31');
  });

  test('an instant casts to the day it has in China', async () => {
    expect(await one("(timestamptz '2027-03-31T17:00:00Z')::date")).toBe('2027-04-01');
  });

  test('names are camelCase in TypeScript, and the keys inside jsonb are left alone', async () => {
    const { rows } = await sql`select 1 as first_published_at, '{"snake_key": {"in_side": 1}}'::jsonb as about`.execute(
      database.db,
    );
    expect(rows).toEqual([{ firstPublishedAt: 1, about: { snake_key: { in_side: 1 } } }]);
  });
});

describe('limits', () => {
  test.each([
    ['web', '10s', '5s', '15s'],
    ['worker', '2min', '30s', '1min'],
    ['owner', '0', '1min', '0'],
  ] as const)('the %s pool has its time-outs', async (role, statement, lock, idle) => {
    const { pool, close } = openPool(database.url, { role, max: 1 });
    const { rows } = await pool.query(
      `select current_setting('statement_timeout') s, current_setting('lock_timeout') l,
              current_setting('idle_in_transaction_session_timeout') i`,
    );
    await close();
    expect(rows).toEqual([{ s: statement, l: lock, i: idle }]);
  });
});

describe('what counts as away', () => {
  const failing = (fields: object) => Object.assign(new Error('x'), fields);
  test.each([
    ['connection refused', failing({ code: 'ECONNREFUSED' }), true],
    ['the socket is gone', failing({ code: 'ENOENT', syscall: 'connect' }), true],
    ['shutting down', failing({ code: '57P01' }), true],
    ['starting up', failing({ code: '57P03' }), true],
    ['connection failure', failing({ code: '08006' }), true],
    ['too many connections', failing({ code: '53300' }), true],
    ['disk full', failing({ code: '53100' }), true],
    ['a standby', failing({ code: '25006' }), true],
    ['both addresses refused', new AggregateError([failing({ code: 'ECONNREFUSED' })]), true],
    ['wrapped', new Error('outer', { cause: failing({ code: '57P02' }) }), true],
    ['a missing file elsewhere', failing({ code: 'ENOENT', syscall: 'open' }), false],
    ['a unique violation', failing({ code: '23505' }), false],
    ['a serialisation failure', failing({ code: '40001' }), false],
    ['a statement that took too long', failing({ code: '57014' }), false],
    ['a mistake', new TypeError('x is undefined'), false],
    ['no error at all', 'text', false],
  ])('%s', (_name, error, away) => expect(isDatabaseAway(error)).toBe(away));

  test('a real error of a query is no absence', async () => {
    const error = await database.pool.query('select * from nowhere.nothing').catch((e: unknown) => e);
    expect(isDatabaseAway(error)).toBe(false);
  });

  test('a database that does not exist at that address is away', async () => {
    const { pool, close } = openPool('postgresql://menhu:x@/menhu?host=%2Fnowhere', { role: 'web', max: 1 });
    const error = await pool.query('select 1').catch((e: unknown) => e);
    await close();
    expect(isDatabaseAway(error)).toBe(true);
  });
});

test('a pool that only answered plain queries is ended too, and ending it twice is no mistake', async () => {
  const { pool, close } = openPool(database.url, { role: 'web', max: 1 });
  await pool.query('select 1');
  await close();
  expect(pool.ended).toBe(true);
  await close();
});
