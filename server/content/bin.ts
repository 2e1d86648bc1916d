/** 回收站: articles of my units that were given up, and my own drafts that I dropped, until they are forgotten. */
import { sql } from 'kysely';
import { dayMs } from '../../core/day.ts';
import type { finding } from '../contract/find.ts';
import type { Out } from '../contract/row.ts';
import type { Database } from '../door/knock.ts';
import { articleLines } from './lists.ts';
import { ofUnit } from './mine.ts';
import { states } from './states.ts';

/** Days that a dropped draft can be taken back; an article that was given up stays for good. */
export const binDays = 30;
const pageSize = 20;
const draftsMax = 100;

export async function bin(db: Database, person: string, page: number, at: Date): Promise<Out<typeof finding.bin>> {
  const where = sql`${states.discarded} and ${ofUnit(person, at)}`;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from content.placement p join content.article a on a.id = p.article_id where ${where}`.execute(
    db,
  );
  const lines = await articleLines(
    db,
    where,
    { offset: (page - 1) * pageSize, limit: pageSize, order: sql`p.discarded_at desc` },
    at,
  );
  const who = await discardersOf(
    db,
    lines.map((line) => line.placementId),
  );
  return {
    items: lines.map((line) => ({
      ...line,
      ...(who.get(line.placementId) ?? { by: { id: '', name: '' }, at: line.movedAt }),
    })),
    drafts: await drafts(db, person, at),
    days: binDays,
    page,
    pages: Math.max(1, Math.ceil((rows[0]?.n ?? 0) / pageSize)),
  };
}

/** Who gave each up, and when: from the log. */
async function discardersOf(db: Database, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; person: string; name: string | null; at: Date }>`
    select distinct on (e.subject_id) e.subject_id as id, e.person, w.name, e.at
      from door.event e left join people.person w on w.id = e.person
     where e.subject_id = any (${[...ids]}::uuid[]) and e.kind = 'article.discarded' order by e.subject_id, e.seq desc`.execute(
    db,
  );
  return new Map(
    rows.map((row) => [row.id, { by: { id: row.person, name: row.name ?? '' }, at: row.at.toISOString() }]),
  );
}

async function drafts(db: Database, person: string, at: Date) {
  const { rows } = await sql<{ id: string; title: string; droppedAt: Date }>`
    select placement_id as id, coalesce(nullif(body -> 'body' ->> 'title', ''), '（还没有标题）') as title, dropped_at
      from content.scratch where person_id = ${person} and dropped_at > ${new Date(at.getTime() - binDays * dayMs)}
     order by dropped_at desc, placement_id limit ${draftsMax}`.execute(db);
  return rows.map(({ id, title, droppedAt }) => ({
    id,
    title,
    at: droppedAt.toISOString(),
    until: new Date(droppedAt.getTime() + binDays * dayMs).toISOString(),
  }));
}

/** A draft that was never sent comes back as it was. Nothing happens where there is none, or its time is over. */
export async function recoverScratch(
  db: Database,
  person: string,
  id: string,
  at: Date,
): Promise<Record<string, never>> {
  await db
    .updateTable('content.scratch')
    .set({ droppedAt: null })
    .where('personId', '=', person)
    .where('placementId', '=', id)
    .where('droppedAt', '>', new Date(at.getTime() - binDays * dayMs))
    .execute();
  return {};
}

/** Dropped drafts whose time is over. Run hourly. */
export async function forgetDropped(db: Database, at: Date): Promise<void> {
  await db
    .deleteFrom('content.scratch')
    .where('droppedAt', '<=', new Date(at.getTime() - binDays * dayMs))
    .execute();
}
