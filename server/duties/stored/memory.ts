import { sql } from 'kysely';
import type { Database } from '../../door/knock.ts';

/** For the rest of the transaction: all texts of a year, or what they count for, are grouped in 35 MB; on disk it takes up to twice as long. */
export async function moreMemory(db: Database): Promise<void> {
  await sql`select set_config('work_mem', '64MB', true)`.execute(db);
}
