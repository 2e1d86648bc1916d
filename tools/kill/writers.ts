/** Clients that write without pause, and remember what PostgreSQL confirmed. Whatever it never answered may be in or out. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export const tables = `
  create extension if not exists amcheck;
  create table if not exists written (id bigint generated always as identity primary key, n int, k int, words text, unique (n, k))`;

export type Writers = {
  /** Numbers of confirmed transactions that have not been judged yet; asking takes them out. */
  takeConfirmed(): number[];
  /** How many have been confirmed since the beginning. */
  confirmed(): number;
  stop(): Promise<void>;
};

/** Each transaction writes three rows of its own number; some write much, some build an index, some vacuum. */
export function startWriters(adminUrl: string, clients: number): Writers {
  let next = 0;
  let total = 0;
  let stopping = false;
  let fresh: number[] = [];
  const write = async () => {
    while (!stopping) {
      const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5000 });
      client.on('error', () => {}); // killed: the loop connects again
      try {
        await client.connect();
        for (;;) {
          if (stopping) break;
          const n = ++next;
          await transaction(client, n);
          fresh.push(n);
          total++;
          await upkeep(client, n);
        }
      } catch {
        await sleep(20); // it was killed under us; what was not confirmed does not count
      } finally {
        await client.end().catch(() => {}); // nothing to say goodbye to
      }
    }
  };
  const all = Array.from({ length: clients }, write);
  const takeConfirmed = () => {
    const taken = fresh;
    fresh = [];
    return taken;
  };
  const stop = async () => {
    stopping = true;
    await Promise.all(all);
  };
  return { takeConfirmed, confirmed: () => total, stop };
}

async function transaction(client: pg.Client, n: number): Promise<void> {
  await client.query('begin');
  for (let k = 0; k < 3; k++)
    await client.query('insert into written (n, k, words) values ($1, $2, $3)', [n, k, '值'.repeat(50 + (n % 300))]);
  if (n % 20 === 0)
    await client.query(
      "insert into written (n, k, words) select $1::int, k, repeat('x', 200) from generate_series(3, 300) k",
      [n],
    );
  await client.query('commit');
}

async function upkeep(client: pg.Client, n: number): Promise<void> {
  if (n % 37 === 0) await client.query('checkpoint');
  if (n % 53 === 0) await client.query('reindex table written');
  if (n % 71 === 0) {
    await client.query('delete from written where k >= 3 and n < $1', [n - 60]);
    await client.query('vacuum written');
  }
}
