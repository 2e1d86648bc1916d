/** The only place where pools are made, so that none lacks its error handlers, time-outs and parsers. */
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { preparing } from './prepared.ts';
import type { Db } from './schema.ts';

export type { Db } from './schema.ts';

export type Role = 'web' | 'worker' | 'owner';

export type Opened = {
  readonly db: Kysely<Db>;
  readonly pool: pg.Pool;
  /** Waits for queries that are under way. */
  close(): Promise<void>;
};

export type PoolOptions = {
  readonly role: Role;
  /** Connections at most; the embedded PostgreSQL has 40 for all pools together. */
  readonly max: number;
  /** Told of connections that broke while nobody waited for an answer. */
  readonly onError?: (error: Error) => void;
};

/** Milliseconds; 0 is none. A person waits for web, nobody for a worker; a migration takes as long as it takes. */
const limits: Record<Role, { statement: number; lock: number; idleInTransaction: number }> = {
  web: { statement: 10_000, lock: 5_000, idleInTransaction: 15_000 },
  worker: { statement: 120_000, lock: 30_000, idleInTransaction: 60_000 },
  owner: { statement: 0, lock: 60_000, idleInTransaction: 0 },
};

/** url names the user. Connects when first asked, not here. SQL is snake_case and TypeScript camelCase; jsonb keys stay as they are. */
export function openPool(url: string, { role, max, onError = () => {} }: PoolOptions): Opened {
  const limit = limits[role];
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `menhu-${role}`,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    statement_timeout: limit.statement,
    lock_timeout: limit.lock,
    idle_in_transaction_session_timeout: limit.idleInTransaction,
    options: '-c TimeZone=Asia/Shanghai', // a cast to date gives the local day
    types: { getTypeParser: parser },
  });
  // Without the first a process dies when PostgreSQL stops; without the second too, if a client is checked out just then.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  const db = new Kysely<Db>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  // Kysely ends only a pool that it has used itself.
  const close = async () => {
    await db.destroy();
    if (!pool.ending) await pool.end();
  };
  return { db, pool, close };
}

const { INT8, DATE } = pg.types.builtins;

/** bigint becomes a number; a local day stays the text YYYY-MM-DD, since a Date would move it by the time zone. */
const parser: pg.CustomTypesConfig['getTypeParser'] = (oid, format) => {
  if (format !== 'binary' && oid === INT8) return parseBigint;
  if (format !== 'binary' && oid === DATE) return (text: string) => text;
  return pg.types.getTypeParser(oid, format);
};

/** Throws above 2^53, where a number would silently be another one. */
export function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`the database holds ${text}, which is more than 2^53 and no exact number here`);
  return value;
}

const lostConnection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
// 08 connection, 53 out of disk, memory or connections, 57P shutting down or starting, 58 input/output, 25006 a standby.
const awayState = /^(08|53|57P|58)|^25006$/;
const awayWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end)/;

/** True when the database is away or out of room, and the same request may succeed later: the answer is 503. Never for a mistake in a query. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true; // one error for each address tried
  if (code !== undefined && (lostConnection.has(code) || awayState.test(code))) return true;
  if (code === 'ENOENT' && syscall === 'connect') return true; // the Unix socket is gone
  return awayWords.test(error.message) || isDatabaseAway(error.cause);
}
