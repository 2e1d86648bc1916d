/** The job that checks an upload and keeps what is in it. */
import type { Database, Tx } from '../door/knock.ts';
import { enqueue } from '../jobs.ts';

export const takeFile = 'take-file';

/** `tries`: how often it was put off before, because something was away; it decides how long the next pause is. */
export async function enqueueTaking(tx: Tx | Database, id: string, runAt: Date, tries = 0): Promise<void> {
  await enqueue(tx, [{ key: `${takeFile} ${id}`, kind: takeFile, payload: { id, tries }, runAt }], runAt);
}
