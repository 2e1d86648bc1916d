/** Refused acts and failed sign-ins: who, what, why, kept outside the tree. A flood of equal ones is one row with its exact count. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './knock.ts';

export type Refused = {
  readonly person?: string | undefined;
  readonly login?: string | undefined;
  readonly subjectKind: string;
  readonly subjectId?: string | undefined;
  readonly verb: string;
  readonly code: string;
  readonly clause?: string | undefined;
  readonly address: string;
};

/** Equal refusals within a minute are summed. The lock on the sum's key makes the count exact, also 100 at once. */
export async function record(db: Database, r: Refused, at: Date): Promise<void> {
  const key = [r.person, r.login, r.subjectKind, r.subjectId, r.verb, r.code, r.address].join(' ');
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
    const { rows } = await sql<{ id: string }>`
      update door.refusal set times = times + 1, last_at = ${at}
       where id = (select id from door.refusal
                    where at > ${new Date(at.getTime() - 60_000)} and at <= ${at}
                      and person is not distinct from ${r.person ?? null}::uuid and login is not distinct from ${r.login ?? null}::text
                      and subject_kind = ${r.subjectKind} and subject_id is not distinct from ${r.subjectId ?? null}::uuid
                      and verb = ${r.verb} and code = ${r.code} and address = ${r.address}
                    order by at desc limit 1)
      returning id`.execute(tx);
    if (rows.length > 0) return;
    await tx
      .insertInto('door.refusal')
      .values({
        id: randomUUID(),
        at,
        lastAt: at,
        times: 1,
        person: r.person ?? null,
        login: r.login ?? null,
        subjectKind: r.subjectKind,
        subjectId: r.subjectId ?? null,
        verb: r.verb,
        code: r.code,
        clause: r.clause ?? null,
        address: r.address,
      })
      .execute();
  });
}
