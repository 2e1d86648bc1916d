/** What was answered under a client's key: a retry has one effect and gets the same answer, for 7 days. */
import { dayMs } from '../../core/day.ts';
import type { Database, Tx } from './knock.ts';

export type Answer = { readonly status: number; readonly body: unknown };
type Kept = Answer & { readonly bodyHash: string };

/** The answer kept under this key, if any. */
export async function kept(db: Database, person: string, key: string): Promise<Kept | undefined> {
  const row = await db
    .selectFrom('door.answer')
    .select(['bodyHash', 'status', 'body'])
    .where('person', '=', person)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && { bodyHash: row.bodyHash, status: row.status, body: row.body };
}

/** Claims the key for this transaction. A second claim waits here until the first commits, and then gets false. */
export async function claim(tx: Tx, person: string, key: string, bodyHash: string, at: Date): Promise<boolean> {
  const row = await tx
    .insertInto('door.answer')
    .values({ person, key, bodyHash, status: 0, body: 'null', at })
    .onConflict((c) => c.columns(['person', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return row !== undefined;
}

export async function keep(tx: Tx, person: string, key: string, answer: Answer): Promise<void> {
  await tx
    .updateTable('door.answer')
    .set({ status: answer.status, body: JSON.stringify(answer.body) })
    .where('person', '=', person)
    .where('key', '=', key)
    .execute();
}

/** Forgets answers older than 7 days. Returns how many. */
export async function forget(db: Database, at: Date): Promise<number> {
  const gone = await db
    .deleteFrom('door.answer')
    .where('at', '<', new Date(at.getTime() - 7 * dayMs))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
