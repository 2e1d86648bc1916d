/** How the publisher asks the database: published views and the log, read-only, and the row that says how far it got. */
import type { Pool } from 'pg';

export type Query = <R extends object>(text: string, values?: readonly unknown[]) => Promise<R[]>;

export type Database = {
  readonly query: Query;
  /** One read-only `repeatable read` transaction: everything read in it belongs to one state of the log. */
  snapshot<T>(work: (q: Query) => Promise<T>): Promise<T>;
};

export function databaseOf(pool: Pool): Database {
  const query: Query = async <R extends object>(text: string, values: readonly unknown[] = []) =>
    (await pool.query<R>(text, [...values])).rows;
  return {
    query,
    snapshot: async (work) => {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query('begin isolation level repeatable read read only');
        const result = await work(
          async <R extends object>(text: string, values: readonly unknown[] = []) =>
            (await client.query<R>(text, [...values])).rows,
        );
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
  };
}

/** Milliseconds, whatever type parsers the pool has. */
export const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;
