/** With DATABASE_URL: a PostgreSQL of the operator's, checked and migrated like our own. */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from './open.ts';
import { bareDatabase, openFolder } from './testing.ts';

const home = openFolder('open');
const data = join(home, 'DATA');
let database: Awaited<ReturnType<typeof bareDatabase>>;
beforeAll(async () => {
  database = await bareDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(home, { recursive: true, force: true });
});

test('without the owner it is not migrated, and the start says what is missing and what to set', async () => {
  const opened = openDatabase(data, { DATABASE_URL: database.url });
  await expect(opened).rejects.toThrow(/the database lacks 0001_spine\.sql.*DATABASE_OWNER_URL/);
});

test('with the owner it is migrated; afterwards the program alone is enough', async () => {
  const first = await openDatabase(data, { DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl });
  expect(first.url).toBe(database.url);
  expect(await first.isEmpty()).toBe(true);
  const second = await openDatabase(data, { DATABASE_URL: database.url });
  expect(second.recreate).toBeUndefined();
  await Promise.all([first.stop(), second.stop()]);
});

test('the folder for keys is there, and nobody else may enter it', () => {
  expect(statSync(join(data, 'keys')).mode & 0o777).toBe(0o700);
});

test('a superuser as the program is refused', async () => {
  const urls = { DATABASE_URL: database.adminUrl, DATABASE_OWNER_URL: database.ownerUrl };
  await expect(openDatabase(data, urls)).rejects.toThrow('use the role menhu');
});

test('a database that is away is an error of the connection, not a silence', async () => {
  const gone = database.url.replace(/host=[^&]*/, 'host=%2Fnowhere');
  await expect(openDatabase(data, { DATABASE_URL: gone })).rejects.toThrow(/ENOENT/);
});

test("the program can't change the table of migrations", async () => {
  const program = new pg.Client(database.url);
  await program.connect();
  await expect(program.query('update migration set sha256 = sha256')).rejects.toThrow('permission denied');
  await program.end();
});
