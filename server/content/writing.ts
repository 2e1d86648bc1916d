/** Who has a draft open now. A window that says nothing for a while is taken to be closed. */
import { sql } from 'kysely';
import type { Database } from '../door/knock.ts';
import { seePlacement } from './store.ts';

const silentMs = 20_000;
const forgottenMs = 3_600_000;

/** Notes this window, and answers the others and the version as it stands (0 before the first revision). */
export async function writing(db: Database, person: string, { id, window }: { id: string; window: string }, at: Date) {
  await db
    .insertInto('content.writing')
    .values({ placementId: id, windowId: window, personId: person, sinceAt: at, seenAt: at })
    .onConflict((c) =>
      c
        .columns(['placementId', 'windowId'])
        .doUpdateSet({
          sinceAt: sql`case when content.writing.seen_at < ${new Date(at.getTime() - silentMs)} then excluded.since_at else content.writing.since_at end`,
          seenAt: at,
        })
        .where('content.writing.personId', '=', person),
    )
    .execute();
  await db
    .deleteFrom('content.writing')
    .where('seenAt', '<', new Date(at.getTime() - forgottenMs))
    .execute();
  const { rows } = await sql<{ id: string; name: string; sinceAt: Date }>`
    select w.person_id as id, p.name, min(w.since_at) as since_at from content.writing w join people.person p on p.id = w.person_id
     where w.placement_id = ${id} and w.window_id <> ${window} and w.seen_at >= ${new Date(at.getTime() - silentMs)}
     group by w.person_id, p.name order by min(w.since_at), p.name`.execute(db);
  const placement = await seePlacement(db, id, person, at);
  // Out of reach, or not there yet: only one's own other windows are told.
  const others = rows.filter((row) => placement || row.id === person);
  return {
    version: placement?.version ?? 0,
    others: others.map((o) => ({
      person: { id: o.id, name: o.name },
      mine: o.id === person,
      since: o.sinceAt.toISOString(),
    })),
  };
}

/** Windows that fell silent long ago. Run hourly. */
export async function forgetWriting(db: Database, at: Date): Promise<void> {
  await db
    .deleteFrom('content.writing')
    .where('seenAt', '<', new Date(at.getTime() - forgottenMs))
    .execute();
}
