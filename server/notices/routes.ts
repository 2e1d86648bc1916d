import { sql } from 'kysely';
import type { NoticeSetting, NoticeView } from '../contract/notices.ts';
import type { Database } from '../door/knock.ts';
import type { Endpoints } from '../http/app.ts';
import { problem } from '../http/problem.ts';
import { lawOf } from '../in-force.ts';
import { now } from '../now.ts';
import { stageNames } from './message.ts';

const listMax = 200;

/** `canMail`: a mail server is configured. */
export const noticesRoutes = (canMail: boolean): Endpoints['notices'] => ({
  list: async ({ db, session }) => ({
    status: 200,
    body: { at: now().toISOString(), items: await list(db, session.person), unread: await unread(db, session.person) },
  }),
  read: async ({ db, session, input }) => {
    const all = db
      .updateTable('notices.notice')
      .set({ readAt: now() })
      .where('personId', '=', session.person)
      .where('readAt', 'is', null);
    const some = input.ids && sql<boolean>`id = any (${[...input.ids]}::uuid[])`;
    await (some ? all.where(some) : all).execute();
    return { status: 200, body: { unread: await unread(db, session.person) } };
  },
  setting: async ({ db, session }) => ({ status: 200, body: await setting(db, session.person, canMail) }),
  set: async ({ db, session, input }) => {
    if (input.byMail && input.address === undefined) return problem(422, 'no_address');
    await keep(db, session.person, input.byMail, input.address);
    return { status: 200, body: await setting(db, session.person, canMail) };
  },
});

async function list(db: Database, person: string): Promise<NoticeView[]> {
  const rows = await db
    .selectFrom('notices.notice')
    .select(['id', 'stage', 'title', 'says', 'clause', 'verb', 'link', 'at', 'readAt'])
    .where('personId', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(listMax)
    .execute();
  const laws = new Map<string, Awaited<ReturnType<typeof lawOf>>>();
  for (const clause of new Set(rows.flatMap((row) => row.clause ?? []))) laws.set(clause, await lawOf(db, clause));
  // Of one digest the most pressing first.
  const stages = Object.keys(stageNames);
  const place = ({ stage }: (typeof rows)[number]) => stages.indexOf(stage);
  const sorted = rows.toSorted((a, b) => b.at.getTime() - a.at.getTime() || place(a) - place(b));
  return sorted.map(({ id, stage, title, says, clause, verb, link, at, readAt }) => {
    const law = laws.get(clause ?? '');
    return {
      ...{ id, stage, stageName: stageNames[stage], title, says, verb, link },
      ...(law ? { law } : {}),
      ...{ at: at.toISOString(), isRead: readAt !== null },
    };
  });
}

async function unread(db: Database, person: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from notices.notice where person_id = ${person} and read_at is null`.execute(db);
  return rows[0]?.n ?? 0;
}

async function setting(db: Database, person: string, canMail: boolean): Promise<NoticeSetting> {
  const row = await db
    .selectFrom('notices.setting')
    .select(['address', 'byMail'])
    .where('personId', '=', person)
    .executeTakeFirst();
  return { canMail, byMail: row?.byMail ?? false, ...(row?.address ? { address: row.address } : {}) };
}

/** What waits to be sent follows: it goes to the new address, or nowhere. */
async function keep(db: Database, person: string, byMail: boolean, address: string | undefined): Promise<void> {
  const kept = { address: address ?? null, byMail, setAt: now() };
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('notices.setting')
      .values({ personId: person, ...kept })
      .onConflict((c) => c.column('personId').doUpdateSet(kept))
      .execute();
    await tx
      .updateTable('notices.mail')
      .set(byMail && address ? { address } : { state: 'dropped' })
      .where('personId', '=', person)
      .where('state', '=', 'waiting')
      .execute();
  });
}
