/** Notices, digests and mails in their tables. What somebody was told stays as it was told. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayMs } from '../../core/day.ts';
import type { Database, Tx } from '../door/knock.ts';
import type { Owing } from '../owing.ts';

/** Takes the digest of a person for an instant; false when another worker has it already. */
export async function takeDigest(tx: Tx, person: string, instant: Date, at: Date): Promise<boolean> {
  const taken = await tx
    .insertInto('notices.digest')
    .values({ personId: person, at: instant, madeAt: at, items: 0 })
    .onConflict((c) => c.doNothing())
    .returning('personId')
    .execute();
  return taken.length > 0;
}

/** Tells a person what he wasn't told yet: the ids of the new notices. Safe when two do it at once. */
export async function tell(tx: Tx, person: string, owing: readonly Owing[], at: Date): Promise<readonly string[]> {
  if (owing.length === 0) return [];
  const rows = owing.map(({ key, stage, title, outside, says, law, verb, link }) => ({
    id: randomUUID(),
    personId: person,
    ...{ key, stage, title, outside, says, verb, link, at },
    ...{ clause: law?.clause ?? null, cite: law?.cite ?? null, readAt: null, mailId: null },
  }));
  const told = await tx
    .insertInto('notices.notice')
    .values(rows)
    .onConflict((c) => c.columns(['personId', 'key']).doNothing())
    .returning('id')
    .execute();
  return told.map(({ id }) => id);
}

/** How long an alarm that came between two digests still goes into the next one's mail. */
const alarmKeptMs = 7 * dayMs;

/** One mail with these notices, and the alarms that no mail carried yet, to whoever wants mail. */
export async function mailThem(tx: Tx, person: string, ids: readonly string[], at: Date): Promise<void> {
  const wish = await tx
    .selectFrom('notices.setting')
    .select('address')
    .where('personId', '=', person)
    .where('byMail', '=', true)
    .executeTakeFirst();
  if (!wish?.address) return;
  const id = randomUUID();
  await tx
    .insertInto('notices.mail')
    .values({
      ...{ id, personId: person, address: wish.address, madeAt: at, state: 'waiting', attempts: 0, nextAt: at },
      ...{ sentAt: null, error: null },
    })
    .execute();
  await sql`
    update notices.notice set mail_id = ${id}
     where person_id = ${person} and mail_id is null
       and (id = any (${[...ids]}::uuid[]) or (stage in ('alarm', 'urged') and at > ${new Date(at.getTime() - alarmKeptMs)}))`.execute(
    tx,
  );
}

/** When each of these persons last had a digest, for the instants before. */
export async function lastDigests(db: Database, persons: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ person: string; at: Date }>`
    select person_id as person, max(at) as at from notices.digest
     where person_id = any (${[...persons]}::uuid[]) group by person_id`.execute(db);
  return new Map(rows.map(({ person, at }) => [person, at]));
}
