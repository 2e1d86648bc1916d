import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDatabase, faultsOf } from './check.ts';
import { bareDatabase, inDatabase } from './testing.ts';

let database: Awaited<ReturnType<typeof bareDatabase>>;
beforeAll(async () => {
  database = await bareDatabase();
});
afterAll(() => database.drop());

const checked = async (url: string) => {
  const client = new pg.Client(url);
  await client.connect();
  await checkDatabase(client).finally(() => client.end());
};

test('the embedded database passes, as the program sees it', async () => {
  await expect(checked(database.url)).resolves.toBeUndefined();
});

test('a superuser in DATABASE_URL is refused, since no grant would bind it', async () => {
  await expect(checked(database.adminUrl)).rejects.toThrow('use the role menhu');
});

test('LC_CTYPE=C, for which 局 is no letter, is refused with the command that makes it right', async () => {
  const admin = new pg.Client(database.adminUrl);
  await admin.connect();
  await admin.query("create database t_locale template template0 encoding 'UTF8' locale_provider libc locale 'C'");
  await admin.query('grant connect on database t_locale to menhu');
  await expect(checked(inDatabase(database.url, 't_locale'))).rejects.toThrow("lc_ctype 'C.UTF-8'");
  await admin.query('drop database t_locale with (force)');
  await admin.end();
});

const sound = {
  ...{ version: 180004, encoding: 'UTF8', letter: true, words: 2, superuser: false },
  ...{ fsync: 'on', fullPageWrites: 'on', synchronousCommit: 'on' },
};

test.each([
  ['nothing', {}, 0],
  ['version 14', { version: 140009 }, 1],
  ['version 15', { version: 150000 }, 0],
  ['another encoding', { encoding: 'SQL_ASCII' }, 1],
  ['one word for two', { words: 1 }, 1],
  ['fsync off', { fsync: 'off' }, 1],
  ['torn pages', { fullPageWrites: 'off' }, 1],
  ['commits that may be lost', { synchronousCommit: 'off' }, 1],
  ['commits that wait for a replica too', { synchronousCommit: 'remote_apply' }, 0],
  ['all that may be wrong', { version: 130000, letter: false, fsync: 'off', superuser: true }, 4],
])('%s: each fault is named once', (_name, change, faults) => {
  expect(faultsOf({ ...sound, ...change })).toHaveLength(faults);
});
