/** The whole history of an article, read from the log: what the console shows as 全部经过. */
import { sql } from 'kysely';
import type { InForce } from '../../core/regulation/types.ts';
import type { Ground } from '../../core/takers.ts';
import { events } from '../../core/vocabulary/events.ts';
import type { PlacementView } from '../contract/views.ts';
import type { Database } from '../door/knock.ts';
import { lawOf } from '../in-force.ts';
import { postName } from './post-names.ts';

type Row = {
  seq: string;
  at: Date;
  kind: string;
  verb: string;
  standsIn: Ground | null;
  act: string | null;
  personId: string;
  personName: string | null;
  post: string | null;
  unitId: string | null;
  words: string | null;
  clause: string | null;
  versionId: string | null;
  revision: number | null;
  column: string | null;
};

/** Oldest first, at most 500 lines (an article with more is shown from its newest 500). */
export async function historyOf(
  db: Database,
  articleId: string,
  path: readonly InForce[],
): Promise<PlacementView['history']> {
  const { rows } = await sql<Row>`
    select * from (
      select e.seq::text as seq, e.at, e.kind, e.person as person_id, w.name as person_name, e.post, coalesce(d.unit_id, r.submitted_unit_id) as unit_id, o.words, e.clause, e.version_id,
             e.verb, e.after ->> 'stands_in' as stands_in, r.chain -> 'steps' -> e.step ->> 'act' as act, coalesce(t.number, v.number) as revision, c.name as column
        from door.event e
        left join people.person w on w.id = e.person
        left join door.opinion o on o.event_id = e.id
        left join content.run r on r.id = e.run_id
        left join content.decision d on d.event_id = e.id
        left join content.revision v on v.id = r.revision_id
        left join lateral (
          select y.number from content.revision y
           where y.article_id = e.article_id and y.made_at <= e.at
             and y.hash = coalesce(e.after ->> 'text', e.after ->> 'in_review', e.before ->> 'in_review')
           order by y.number desc limit 1) t on true
        left join content.placement p on e.subject_kind = 'placement' and p.id = e.subject_id
        left join sites.column c on c.id = p.column_id
       where e.article_id = ${articleId} order by e.seq desc limit 500) newest
     order by seq::bigint`.execute(db);
  return Promise.all(rows.map((row) => line(db, row, path)));
}

/** One event may say two things: what was done at an editing step is no agreement, a return may bring a text along. */
function labelOf({ kind, verb, act }: Row): string {
  if (kind === 'article.step_taken' && act === 'edit') return '整理完毕，送下一步';
  if (verb === 'suggest') return '退回，附建议的改法';
  return events[kind] ?? kind;
}

/** Why somebody stood in for the post of the step. */
const grounds: Readonly<Record<Ground, string>> = {
  away: '该办的人外出，代办',
  contributed: '该办的人参与了撰写，代办',
  vacant: '该办的岗位没有人，代办',
};

async function line(db: Database, row: Row, path: readonly InForce[]): Promise<PlacementView['history'][number]> {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    kind: row.kind,
    label: labelOf(row),
    person: { id: row.personId, name: row.personName ?? row.personId },
    ...(row.post ? { post: postName(path, row.post, row.unitId ?? undefined) } : {}),
    ...(row.standsIn ? { standsIn: grounds[row.standsIn] } : {}),
    ...(row.words ? { words: row.words } : {}),
    ...(row.revision ? { revision: row.revision } : {}),
    ...(row.column ? { column: row.column } : {}),
    ...(row.clause ? { law: await lawOf(db, row.clause, { versionId: row.versionId ?? undefined }) } : {}),
  };
}
