/**
 * Migrations: numbered plain SQL files (0001_spine.sql), forward only, each in one transaction that writes its version row
 * first. A line `-- breaking` in a file says: programs older than this must not start on the database. A file states the
 * grants of what it makes: the program's role menhu gets nothing by itself.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
  readonly breaking: boolean;
};

type Applied = { number: number; name: string; sha256: string; breaking: boolean };

const fileName = /^(\d{4})_[a-z0-9-]+\.sql$/;
const lockKey = 0x6d656e68; // any number, but always the same one: one migrator at a time on a database

/** In order. Throws where a name does not fit, or a number is missing or double: both mean a file was lost or misnamed. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name, index) => {
    const number = Number(fileName.exec(name)?.[1]);
    if (number !== index + 1)
      throw new Error(`${join(folder, name)}: expected ${String(index + 1).padStart(4, '0')}_name.sql here`);
    const sql = readFileSync(join(folder, name), 'utf8');
    const sha256 = createHash('sha256').update(sql).digest('hex');
    return { number, name, sql, sha256, breaking: /^-- breaking\b/m.test(sql) };
  });
}

/** Brings the database up to the folder's last file. Returns the names it applied; none the second time. Two at once are harmless. */
export async function migrate(
  ownerUrl: string,
  folder: string,
  say: (line: string) => void = () => {},
): Promise<string[]> {
  const files = readMigrations(folder);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'menhu-migrate', lock_timeout: 60_000 });
  client.on('error', () => {}); // the query that was waiting rejects with it
  await client.connect();
  try {
    await ensureTable(client);
    const applied: string[] = [];
    for (const file of files)
      if (await apply(client, file, files)) {
        say(`migrated ${file.name} 已升级数据库`);
        applied.push(file.name);
      }
    compare(await versions(client), files);
    return applied;
  } finally {
    await client.end();
  }
}

/** For a program that may not migrate: throws with a sentence unless the database is one that it can use. */
export async function requireMigrated(client: pg.Pool | pg.ClientBase, folder: string): Promise<void> {
  const missing = compare(await versionsIfAny(client), readMigrations(folder));
  if (missing.length)
    throw new Error(
      `the database lacks ${missing.map((file) => file.name).join(', ')}: start with DATABASE_OWNER_URL set, so that it can be migrated`,
    );
}

async function ensureTable(client: pg.Client): Promise<void> {
  await inTransaction(client, async () => {
    await client.query(`create table if not exists public.migration (
      number int primary key, name text not null, sha256 text not null, breaking boolean not null,
      at timestamptz not null default now())`);
    const { rowCount } = await client.query("select from pg_roles where rolname = 'menhu'");
    if (!rowCount)
      throw new Error(
        "the program's role is missing: create role menhu login password '…', and use it in DATABASE_URL",
      );
    await client.query('grant usage on schema public to menhu; grant select on public.migration to menhu');
  });
}

/** The row comes first: of two migrators that got this far at once, the second fails on it before it changes anything. */
async function apply(client: pg.Client, file: Migration, files: readonly Migration[]): Promise<boolean> {
  return inTransaction(client, async () => {
    const missing = compare(await versions(client), files);
    if (missing[0]?.number !== file.number) return false;
    await client.query('insert into public.migration (number, name, sha256, breaking) values ($1, $2, $3, $4)', [
      file.number,
      file.name,
      file.sha256,
      file.breaking,
    ]);
    try {
      await client.query(file.sql);
    } catch (error) {
      throw new Error(`${file.name} failed and left no trace: ${(error as Error).message}${at(error, file.sql)}`, {
        cause: error,
      });
    }
    return true;
  });
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the first error is the one to tell
    throw error;
  }
}

const versions = async (client: pg.Pool | pg.ClientBase): Promise<Applied[]> =>
  (await client.query<Applied>('select number, name, sha256, breaking from public.migration order by number')).rows;

async function versionsIfAny(client: pg.Pool | pg.ClientBase): Promise<Applied[]> {
  const { rows } = await client.query("select to_regclass('public.migration') is not null as made");
  return rows[0].made ? versions(client) : [];
}

/** How the applied ones and the files differ. `newer`: breaking ones of a later program; others of it do no harm. */
type Difference = {
  readonly newer: readonly string[];
  readonly changed: readonly string[];
  readonly missing: readonly Migration[];
};

function difference(applied: readonly Applied[], files: readonly Migration[]): Difference {
  const newer = applied.filter((row) => !files[row.number - 1] && row.breaking);
  const changed = files.filter((file) =>
    applied.some((row) => row.number === file.number && row.sha256 !== file.sha256),
  );
  const names = (all: readonly { name: string }[]) => all.map(({ name }) => name);
  return { newer: names(newer), changed: names(changed), missing: files.slice(applied.length) };
}

/** What is still to be applied. Throws when the database was made by other files than these, or needs a newer program. */
function compare(applied: readonly Applied[], files: readonly Migration[]): readonly Migration[] {
  const { newer, changed, missing } = difference(applied, files);
  if (newer.length)
    throw new Error(
      `the database was migrated by a newer Menhu (${newer[0]}), on which this one would go wrong: start the newer one, or restore the backup from before the upgrade`,
    );
  if (changed.length)
    throw new Error(
      `${changed[0]} was changed after it was applied here: put the file back as it was, and make a new migration for the change`,
    );
  return missing;
}

/** For doctor: the number of those applied, and the names of what isn't as it should be. */
export async function migrationState(client: pg.Pool | pg.ClientBase, folder: string) {
  const applied = await versionsIfAny(client);
  const { missing, ...rest } = difference(applied, readMigrations(folder));
  return { applied: applied.length, missing: missing.map(({ name }) => name), ...rest };
}

function at(error: unknown, sql: string): string {
  const position = Number((error as { position?: string }).position);
  return position > 0 ? ` (line ${sql.slice(0, position).split('\n').length})` : '';
}
