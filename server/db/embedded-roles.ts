/** The database and its two roles: menhu_owner owns the tables, menhu is the program. Neither is a superuser. */
import { join } from 'node:path';
import pg from 'pg';
import type { Identity } from './embedded-user.ts';
import { keyFolder, secret } from './keys.ts';

export type Urls = {
  /** The program's. */
  readonly url: string;
  /** The migrations'. */
  readonly ownerUrl: string;
  /** The superuser's: stays in the launcher, and in tests that make databases. */
  readonly adminUrl: string;
};

export type Passwords = { readonly menhu: string; readonly owner: string; readonly admin: string };

/** Always names the user: the driver's default is the operating system's. */
const url = (socketFolder: string, user: string, password: string, database: string) =>
  `postgresql://${user}:${password}@/${database}?host=${encodeURIComponent(socketFolder)}`;

/**
 * The folder belongs to the program, which keeps its own keys there; the superuser's and the owner's passwords belong to
 * whoever starts (root, where it is root), so that the program can't read them.
 */
export function passwords(data: string, { uid, gid }: Identity): Passwords {
  keyFolder(data, uid === undefined || gid === undefined ? {} : { uid, gid });
  return { menhu: secret(data, 'pg-menhu'), owner: secret(data, 'pg-menhu_owner'), admin: secret(data, 'pg-postgres') };
}

export const urls = (socketFolder: string, words: Passwords, database = 'menhu'): Urls => ({
  url: url(socketFolder, 'menhu', words.menhu, database),
  ownerUrl: url(socketFolder, 'menhu_owner', words.owner, database),
  adminUrl: url(socketFolder, 'postgres', words.admin, 'postgres'),
});

/** Passwords are set at each start, so that the files in DATA/keys are the truth. */
export async function ensureRoles(adminUrl: string, data: string, words: Passwords): Promise<void> {
  await asAdmin(adminUrl, data, async (admin) => {
    await ensureRole(admin, 'menhu_owner', words.owner);
    await ensureRole(admin, 'menhu', words.menhu);
    const { rowCount } = await admin.query("select from pg_database where datname = 'menhu'");
    if (!rowCount) await createDatabase(admin, 'menhu');
  });
}

async function ensureRole(admin: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
  if (!rowCount) await admin.query(`create role ${pg.escapeIdentifier(role)}`);
  await admin.query(
    `alter role ${pg.escapeIdentifier(role)} password ${pg.escapeLiteral(password)}
       login nosuperuser nocreatedb nocreaterole noreplication nobypassrls`,
  );
}

export async function createDatabase(admin: pg.Client, name: string, template = 'template0'): Promise<void> {
  await admin.query(
    `create database ${pg.escapeIdentifier(name)} owner menhu_owner template ${pg.escapeIdentifier(template)}`,
  );
  await admin.query(`revoke all on database ${pg.escapeIdentifier(name)} from public`);
  await admin.query(`grant connect on database ${pg.escapeIdentifier(name)} to menhu`);
}

export async function dropDatabase(admin: pg.Client, name: string): Promise<void> {
  await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

/** One session as superuser, closed whatever happens. */
export async function asAdmin<T>(adminUrl: string, data: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl, application_name: 'menhu-launcher' });
  admin.on('error', () => {}); // the query that was waiting rejects with it
  try {
    await admin.connect();
    return await work(admin);
  } catch (error) {
    if ((error as { code?: string }).code === '28P01')
      throw new Error(
        `the passwords in ${join(data, 'keys')} are not this database's: restore that folder from the same backup`,
      );
    throw error;
  } finally {
    await admin.end().catch(() => {}); // already gone with the server
  }
}
