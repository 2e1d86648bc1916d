/**
 * node --import tsx tools/dump-schema.ts [--check]
 *
 * Writes server/db/schema.sql: what all migrations together make, for people to read and for reviews to compare. Debian's
 * PostgreSQL 15 dumps it, since ours has no pg_dump. With --check nothing is written, and a stale file ends with 1.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../server/db/embedded.ts';
import { runAs } from '../server/db/embedded-user.ts';
import { migrate } from '../server/db/migrate.ts';
import { migrationsFolder, packageRoot } from '../server/db/package-root.ts';
import { openFolder } from '../server/db/testing.ts';

const bin = '/usr/lib/postgresql/15/bin';
export const schemaFile = (): string => join(packageRoot(), 'server/db/schema.sql');

/** The schema as SQL text, without what differs from machine to machine. Throws when PostgreSQL 15 is not installed. */
export async function dumpSchema(): Promise<string> {
  if (!existsSync(join(bin, 'pg_dump'))) throw new Error('the dump needs PostgreSQL 15: apt-get install postgresql-15');
  const folder = openFolder('schema');
  const server = await startPostgres(join(folder, 'DATA'), { bin });
  try {
    await migrate(server.ownerUrl, migrationsFolder());
    const dump = await runAs({ name: 'this user', prefix: [] }, [
      ...[join(bin, 'pg_dump'), '--schema-only', '--exclude-table=public.migration'],
      server.ownerUrl,
    ]);
    return tidy(dump);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Without session settings, headings, the owner (always menhu_owner) and the random words of newer pg_dumps. */
function tidy(dump: string): string {
  const lines = dump
    .split('\n')
    .filter((line) => !/^(--|SET |SELECT pg_catalog\.set_config|\\|ALTER .* OWNER TO )/.test(line));
  const head = '-- What all migrations together make. Written by tools/dump-schema.ts; never edited by hand.\n\n';
  return `${head}${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

async function main(args: readonly string[]): Promise<number> {
  const dump = await dumpSchema();
  const current = existsSync(schemaFile()) ? readFileSync(schemaFile(), 'utf8') : '';
  if (!args.includes('--check')) writeFileSync(schemaFile(), dump);
  else if (dump !== current) {
    console.error('server/db/schema.sql is not what the migrations make: npx tsx tools/dump-schema.ts writes it anew');
    return 1;
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
