/** Refuses a PostgreSQL on which Menhu would go wrong silently: Chinese words, durability, version, rights. */
import type pg from 'pg';

type Row = {
  version: number;
  named: string;
  collation: string;
  encoding: string;
  letter: boolean;
  words: number;
  fsync: string;
  fullPageWrites: string;
  synchronousCommit: string;
  superuser: boolean;
};

const query = `
  select current_setting('server_version_num')::int as version,
         current_setting('server_version') as named,
         (select datcollate from pg_database where datname = current_database()) as collation,
         current_setting('server_encoding') as encoding,
         '局' ~ '\\w' as letter,
         length(to_tsvector('simple', '教育局，关于')) as words,
         current_setting('fsync') as fsync,
         current_setting('full_page_writes') as "fullPageWrites",
         current_setting('synchronous_commit') as "synchronousCommit",
         (select rolsuper from pg_roles where rolname = current_user) as superuser`;

/** Throws with every fault and its remedy. Asked of the embedded one too, and of any DATABASE_URL, at each start. */
export async function checkDatabase(client: pg.Pool | pg.ClientBase): Promise<void> {
  const { faults } = await faultsIn(client);
  if (faults.length)
    throw new Error(`this PostgreSQL can't be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
}

/** For doctor: `version` as the server names itself. */
export async function faultsIn(
  client: pg.Pool | pg.ClientBase,
): Promise<{ readonly version: string; readonly collation: string; readonly faults: readonly string[] }> {
  const { rows } = await client.query<Row>(query);
  const [row] = rows;
  if (!row) throw new Error('the database did not answer what it is');
  return { version: row.named, collation: row.collation, faults: faultsOf(row) };
}

export function faultsOf(row: Omit<Row, 'named' | 'collation'>): string[] {
  const create = `create it anew: create database menhu owner menhu_owner template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`;
  return [
    row.version < 150000 && `it is version ${row.version / 10000}; use 15 or newer`,
    row.encoding !== 'UTF8' && `the database is encoded in ${row.encoding}, not UTF8; ${create}`,
    (!row.letter || row.words !== 2) && `its LC_CTYPE does not know Chinese letters (局 is none for it); ${create}`,
    row.fsync !== 'on' && 'fsync is off: a crash would lose what was confirmed; set fsync = on',
    row.fullPageWrites !== 'on' && 'full_page_writes is off: a crash could tear pages; set full_page_writes = on',
    row.synchronousCommit === 'off' &&
      'synchronous_commit is off: a crash would lose what was confirmed; set synchronous_commit = on',
    row.superuser && 'the role that signs in is a superuser, so no grant binds it; use the role menhu in DATABASE_URL',
  ].filter((fault) => fault !== false);
}
