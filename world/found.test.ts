import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import { smallWorld } from './testing.ts';

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

test('a small world has the county with its ten regulations in force, and no article', async () => {
  const ids = await smallWorld(fresh.db);
  expect(Object.keys(ids.units)).toHaveLength(47);
  expect(ids.columns).toHaveProperty('main home-news');
  for (const column of [
    'yunxi notices',
    'jy disclosure',
    'cs work-news',
    'qx weather-news',
    'lake board',
    'mine general',
  ])
    expect(ids.columns).toHaveProperty(column);
  const { rows } = await fresh.pool.query('select kind from door.event order by seq');
  expect(rows.map((row) => row.kind)).toEqual(['installation.founded', ...Array(10).fill('regulation.adopted')]);
});

test('a second founding on the same database is refused', async () => {
  await expect(smallWorld(fresh.db)).rejects.toThrow('这里已经有单位和人员，不能再初始化');
});
