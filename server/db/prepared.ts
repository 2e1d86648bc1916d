/**
 * Statements that come again are planned once for each connection: an act asks the same two dozen each time, and planning
 * them anew was half of PostgreSQL's work (decision 0520).
 */
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { arrayText } from './arrays.ts';

/** How many texts get a name. Acts and the console's pages have some 200; a list of unknown length has a text for each length. */
const namesMax = 300;
const names = new Map<string, string>();
/** Never given twice: a connection keeps what it planned under a name. */
let given = 0;
/** Asked once so far: a text that never comes again isn't worth a plan that is kept. */
const once = new Set<string>();
const onceMax = 1000;

/** From the second time on; undefined: it goes out without a name. */
export function nameFor(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= namesMax) return known;
  if (once.delete(text)) {
    const name = `menhu_${given++}`;
    names.set(text, name);
    return name;
  }
  // Thrown away whole: what is asked often is soon there again.
  if (once.size >= onceMax) once.clear();
  once.add(text);
  return undefined;
}

/** As in a process that has just started. */
export function forgetNames(): void {
  names.clear();
  once.clear();
}

/** The pool as Kysely asks it. Without values it may be `begin`, or several statements in one: those go as they are. */
export const preparing = (pool: pg.Pool): PostgresPool => ({
  connect: async () => preparingClient(await pool.connect()),
  end: () => pool.end(),
});

const asSent = (value: unknown): unknown => (Array.isArray(value) ? (arrayText(value) ?? value) : value);

function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]) => {
    const name = values.length > 0 ? nameFor(text) : undefined;
    return client.query({ text, values: values.map(asSent), ...(name === undefined ? {} : { name }) });
  };
  // The type has a second form, for cursors, which need another driver.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
}
