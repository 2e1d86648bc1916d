/** Texts that pass on when somebody leaves: what waited for him, and drafts that only he could see. */
import { sql } from 'kysely';
import type { Database } from '../door/knock.ts';
import type { Passing, PassingOn } from '../passing.ts';
import { allResting } from './lists.ts';
import { ownersOfText } from './rests.ts';

export const passingTexts: PassingOn = async (db, { person, before, after, above, heir }) => {
  const resting = (await allResting(db)).filter(({ row }) =>
    ownersOfText(row, { acting: before, above }).includes(person),
  );
  const tasks = resting.map(({ row, name }): Passing => {
    const to = ownersOfText(row, { acting: after, above });
    return { kind: '待办', title: row.title, note: `${name}，${row.siteName} · ${row.columnName}`, to };
  });
  return heir === undefined ? tasks : [...tasks, ...(await drafts(db, person, heir))];
};

async function drafts(db: Database, person: string, heir: string): Promise<readonly Passing[]> {
  const { rows } = await sql<{ title: string }>`
    select coalesce(nullif(body -> 'body' ->> 'title', ''), '（还没有标题）') as title from content.scratch
     where person_id = ${person} and dropped_at is null order by saved_at desc, placement_id limit 200`.execute(db);
  return rows.map(({ title }) => ({ kind: '草稿', title, note: '还没送出', to: [heir] }));
}
