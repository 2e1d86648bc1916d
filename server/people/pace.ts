/** Pacing of tries: counted before they are judged, under a row lock, so that 100 at once count as 100. */
import type { Database } from '../door/knock.ts';

const freeTries = 5;
const forgetMs = 3_600_000;
/** From the sixth failure on each try makes the next one wait: 2 s, 4 s, 8 s … at most 5 minutes. */
export const waitMs = (failures: number): number =>
  failures <= freeTries ? 0 : Math.min(300_000, 2000 * 2 ** (failures - freeTries - 1));

/** Takes one try under this key. Answers how long to wait (ms), 0 when it may be judged now. */
export async function takeTry(db: Database, key: string, at: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('people.pace')
      .values({ key, failures: 0, nextAt: at })
      .onConflict((c) => c.column('key').doNothing())
      .execute();
    const row = await tx
      .selectFrom('people.pace')
      .selectAll()
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const left = row.nextAt.getTime() - at.getTime();
    if (left > 0) return left;
    const failures = left < -forgetMs ? 1 : row.failures + 1;
    await tx
      .updateTable('people.pace')
      .set({ failures, nextAt: new Date(at.getTime() + waitMs(failures)) })
      .where('key', '=', key)
      .execute();
    return 0;
  });
}

/** A right password forgets the failures before it. */
export async function forgetTries(db: Database, key: string): Promise<void> {
  await db.deleteFrom('people.pace').where('key', '=', key).execute();
}
