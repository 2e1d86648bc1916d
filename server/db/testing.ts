/** Databases for tests: a real PostgreSQL, started once for a run when first asked for, and a fresh copy for each test file. */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { type Db, openPool } from './client.ts';
import { type Embedded, startPostgres } from './embedded.ts';
import { asAdmin, createDatabase, dropDatabase, type Urls } from './embedded-roles.ts';
import { migrate, readMigrations } from './migrate.ts';
import { migrationsFolder } from './package-root.ts';

export type TestDatabase = {
  /** As the program's role. */
  readonly url: string;
  readonly ownerUrl: string;
  readonly db: Kysely<Db>;
  readonly pool: pg.Pool;
  drop(): Promise<void>;
};

const doorVariable = 'MENHU_TEST_DOOR';

/** Which PostgreSQL the tests run on: ours, or with MENHU_TEST_PG=debian15 the one Debian 12 has. */
export function testBinaries(): { bin?: string } {
  const wanted = process.env.MENHU_TEST_PG;
  if (!wanted) return {};
  if (wanted === 'debian15') return { bin: '/usr/lib/postgresql/15/bin' };
  throw new Error(`MENHU_TEST_PG=${wanted} is unknown: leave it away, or use debian15`);
}

/** A folder that the unprivileged user of PostgreSQL can enter too (mkdtemp makes 0700). */
export function openFolder(topic: string): string {
  const folder = mkdtempSync(join(tmpdir(), `menhu-${topic}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * For Vitest's global setup: a small door that starts the cluster when the first test file knocks, so that runs of pure
 * tests don't wait for it. Returns what stops and removes everything.
 */
export async function openCluster(): Promise<() => Promise<void>> {
  const folder = openFolder('tests');
  const cluster = new Cluster(join(folder, 'DATA'));
  const door = createServer((socket) => {
    socket.on('error', () => socket.destroy()); // the test file that knocked is gone
    cluster.template().then(
      (urls) => socket.end(JSON.stringify(urls)),
      (error: Error) => socket.end(JSON.stringify({ error: error.message })),
    );
  });
  await new Promise<void>((resolve) => door.listen(join(folder, 'door'), resolve));
  process.env[doorVariable] = join(folder, 'door');
  return async () => {
    await closeServer(door);
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

const closeServer = (server: Server) => new Promise((resolve) => server.close(resolve));

/** Started at most once, however many knock at the same time. */
class Cluster {
  readonly #data: string;
  #started: Promise<Embedded> | undefined;
  #template: Promise<Urls> | undefined;

  constructor(data: string) {
    this.#data = data;
  }

  template(): Promise<Urls> {
    this.#started ??= startPostgres(this.#data, { ...testBinaries(), settings: { max_connections: '100' } });
    this.#template ??= this.#started.then(async (cluster) => {
      await makeTemplate(cluster);
      return { url: cluster.url, ownerUrl: cluster.ownerUrl, adminUrl: cluster.adminUrl };
    });
    return this.#template;
  }

  async stop(): Promise<void> {
    await (await this.#started)?.stop();
  }
}

/** Named by the hash of the migrations. A template must have no session, or copying it is refused. */
async function makeTemplate({ adminUrl, ownerUrl }: Urls): Promise<void> {
  const name = templateName();
  await asAdmin(adminUrl, '', (admin) => createDatabase(admin, name));
  await migrate(inDatabase(ownerUrl, name), migrationsFolder());
  await asAdmin(adminUrl, '', (admin) =>
    admin.query(`alter database ${pg.escapeIdentifier(name)} with allow_connections false`),
  );
}

function templateName(): string {
  const hash = createHash('sha256');
  for (const file of readMigrations(migrationsFolder())) hash.update(file.sha256);
  return `template_${hash.digest('hex').slice(0, 16)}`;
}

/** One database for one test file, with all migrations and no rows; `drop` it in afterAll. 26–39 ms. */
export async function freshDatabase(): Promise<TestDatabase> {
  const at = await knock();
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asAdmin(at.adminUrl, '', (admin) => createDatabase(admin, name, templateName()));
  const url = inDatabase(at.url, name);
  const { db, pool, close } = openPool(url, { role: 'worker', max: 10 });
  const drop = async () => {
    await close();
    await asAdmin(at.adminUrl, '', (admin) => dropDatabase(admin, name));
  };
  return { url, ownerUrl: inDatabase(at.ownerUrl, name), db, pool, drop };
}

/** An empty database without any migration, for tests of the migrations themselves. */
export async function bareDatabase(): Promise<Urls & { drop(): Promise<void> }> {
  const at = await knock();
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asAdmin(at.adminUrl, '', (admin) => createDatabase(admin, name));
  const drop = async () => {
    await asAdmin(at.adminUrl, '', (admin) => dropDatabase(admin, name));
  };
  const [url, ownerUrl, adminUrl] = [at.url, at.ownerUrl, at.adminUrl].map((each) => inDatabase(each, name));
  return { url: url!, ownerUrl: ownerUrl!, adminUrl: adminUrl!, drop };
}

async function knock(): Promise<Urls> {
  const path = process.env[doorVariable];
  if (!path) throw new Error('no test cluster: run the test through Vitest, whose global setup opens it');
  const answer: Urls | { error: string } = JSON.parse(await text(createConnection(path)));
  if ('error' in answer) throw new Error(answer.error);
  return answer;
}

export function inDatabase(url: string, name: string): string {
  return url.replace(/@\/[^?]*/, `@/${name}`);
}
