import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate, readMigrations, requireMigrated } from './migrate.ts';
import { migrationsFolder } from './package-root.ts';
import { bareDatabase, openFolder } from './testing.ts';

const home = openFolder('migrate');
afterAll(() => rmSync(home, { recursive: true, force: true }));

let number = 0;
/** A folder with these files: name → SQL. */
function folderWith(files: Record<string, string>): string {
  const folder = join(home, String(number++));
  mkdirSync(folder);
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
  return folder;
}

let database: Awaited<ReturnType<typeof bareDatabase>>;
let owner: pg.Client;
beforeEach(async () => {
  database = await bareDatabase();
  owner = new pg.Client(database.ownerUrl);
  owner.on('error', () => {});
  await owner.connect();
});
afterEach(async () => {
  await owner.end();
  await database.drop();
});

const tables = async () =>
  (
    await owner.query(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    )
  ).rows.map((row) => row.name);
const names = async () => (await owner.query('select name from migration order by number')).rows.map((row) => row.name);

const one = { '0001_one.sql': 'create table one (id int); grant select on one to menhu;' };
const two = { ...one, '0002_two.sql': 'create table two (id int);' };

describe('a folder of files', () => {
  test('is applied once, in order', async () => {
    const folder = folderWith(two);
    expect(await migrate(database.ownerUrl, folder)).toEqual(['0001_one.sql', '0002_two.sql']);
    expect(await migrate(database.ownerUrl, folder)).toEqual([]);
    expect(await tables()).toEqual(['migration', 'one', 'two']);
  });

  test('gives the program what its files grant, and no more', async () => {
    await migrate(database.ownerUrl, folderWith(two));
    const program = new pg.Client(database.url);
    await program.connect();
    await expect(program.query('select * from one')).resolves.toMatchObject({ rows: [] });
    await expect(program.query('select * from two')).rejects.toThrow('permission denied');
    await expect(program.query('insert into one values (1)')).rejects.toThrow('permission denied');
    await expect(program.query('create table mine (id int)')).rejects.toThrow('permission denied');
    await program.end();
  });

  test('is refused when a number is missing', () => {
    expect(() => readMigrations(folderWith({ '0001_one.sql': '', '0003_three.sql': '' }))).toThrow('expected 0002_');
  });

  test('is refused when a number is double', () => {
    expect(() => readMigrations(folderWith({ '0001_a.sql': '', '0001_b.sql': '' }))).toThrow('expected 0002_');
  });
});

describe('D6 a migration that fails or is killed', () => {
  test('D6 leaves no trace of its file, keeps those before it, and names the line', async () => {
    const broken = folderWith({ ...one, '0002_bad.sql': 'create table two (id int);\nselect 1/0;\n' });
    await expect(migrate(database.ownerUrl, broken)).rejects.toThrow('0002_bad.sql failed and left no trace');
    expect(await names()).toEqual(['0001_one.sql']);
    expect(await tables()).toEqual(['migration', 'one']);
    expect(await migrate(database.ownerUrl, folderWith(two))).toEqual(['0002_two.sql']);
  });

  test('D6 can be run again after its connection was killed in the middle', async () => {
    const folder = folderWith({ '0001_one.sql': 'create table one (id int);\nselect pg_sleep(30);' });
    const running = migrate(database.ownerUrl, folder).catch((error: Error) => error.message);
    const admin = new pg.Client(database.adminUrl);
    await admin.connect();
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity
                   where application_name = 'menhu-migrate' and datname = current_database() and query like '%pg_sleep%'
                     and wait_event = 'PgSleep'`;
    while (!(await admin.query(kill)).rowCount) await new Promise((resolve) => setTimeout(resolve, 20));
    await admin.end();
    expect(await running).toContain('0001_one.sql failed and left no trace');
    expect(await tables()).toEqual(['migration']);
    expect(await migrate(database.ownerUrl, folderWith(two))).toEqual(['0001_one.sql', '0002_two.sql']);
  });

  test('two at once are harmless: each file is applied once, and both end well', async () => {
    const folder = folderWith({
      '0001_one.sql': 'select pg_sleep(0.2); create table one (id int);',
      '0002_two.sql': 'create table two (id int);',
    });
    const both = await Promise.all([migrate(database.ownerUrl, folder), migrate(database.ownerUrl, folder)]);
    expect(both.flat().sort()).toEqual(['0001_one.sql', '0002_two.sql']);
    expect(await names()).toEqual(['0001_one.sql', '0002_two.sql']);
  });
});

describe('a database made by other files', () => {
  test('an applied file that was changed is refused by its name', async () => {
    await migrate(database.ownerUrl, folderWith(one));
    const changed = folderWith({
      '0001_one.sql': 'create table one (id bigint);',
      '0002_two.sql': 'create table two (id int);',
    });
    await expect(migrate(database.ownerUrl, changed)).rejects.toThrow('0001_one.sql was changed after it was applied');
    expect(await tables()).toEqual(['migration', 'one']);
  });

  test('D6 an older program goes on working on a newer database', async () => {
    await migrate(database.ownerUrl, folderWith(two));
    expect(await migrate(database.ownerUrl, folderWith(one))).toEqual([]);
    await expect(requireMigrated(owner, folderWith(one))).resolves.toBeUndefined();
  });

  test('D6 an older program refuses with a sentence where a newer migration breaks it', async () => {
    await migrate(database.ownerUrl, folderWith({ ...one, '0002_cut.sql': '-- breaking\ndrop table one;' }));
    await expect(migrate(database.ownerUrl, folderWith(one))).rejects.toThrow(
      'migrated by a newer Menhu (0002_cut.sql)',
    );
    await expect(requireMigrated(owner, folderWith(one))).rejects.toThrow('start the newer one');
  });

  test('a program that may not migrate says what is missing', async () => {
    await expect(requireMigrated(owner, folderWith(one))).rejects.toThrow('the database lacks 0001_one.sql');
    await migrate(database.ownerUrl, folderWith(one));
    await expect(requireMigrated(owner, folderWith(two))).rejects.toThrow('the database lacks 0002_two.sql');
  });
});

test("the product's own migrations apply, and may be read by the program's role", async () => {
  const folder = folderWith({});
  for (const { name } of readMigrations(migrationsFolder()))
    copyFileSync(join(migrationsFolder(), name), join(folder, name));
  await migrate(database.ownerUrl, folder);
  const program = new pg.Client(database.url);
  await program.connect();
  await expect(requireMigrated(program, migrationsFolder())).resolves.toBeUndefined();
  await program.end();
});
