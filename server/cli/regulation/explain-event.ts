/** An event of the log: who did what, under which article, on which way of approval, and which duties rest on it. */
import { sql } from 'kysely';
import { eventName } from '../../../core/vocabulary/events.ts';
import type { LawView } from '../../contract/views.ts';
import type { Database } from '../../door/knock.ts';
import { restingOn } from '../../duties/resting.ts';
import { lineViews } from '../../duties/view.ts';
import { lawOf } from '../../in-force.ts';
import { type Explained, isUuid, lawLines, when } from './explain-words.ts';

type Row = {
  readonly seq: string;
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly person: string;
  readonly post: string | null;
  readonly title: string | null;
  readonly clause: string | null;
  readonly versionId: string | null;
  readonly flow: string | null;
  readonly flowClause: string | null;
  readonly flowVersion: string | null;
  readonly step: number | null;
  readonly words: string | null;
};
/** Lines that rest on one event; more are counted only. */
const linesMax = 20;

export async function explainEvent(db: Database, asked: string, at: Date): Promise<Explained | undefined> {
  const row = await eventOf(db, asked);
  if (!row) return undefined;
  const law = row.clause === null ? undefined : await lawOf(db, row.clause, { versionId: row.versionId ?? undefined });
  const way = await wayOf(db, row);
  const { ledger, resting } = await restingOn(db, row, at);
  const duties = await lineViews(db, resting.slice(0, linesMax), ledger, at);
  const lines = [
    `记录 ${row.seq}：${eventName(row.kind)}${row.title === null ? '' : `《${row.title}》`}`,
    `  ${when(row.at)}，${row.person}${row.post === null ? '' : `（${row.post}）`}${row.words === null ? '' : `：${row.words}`}`,
    ...(law ? lawLines(law) : ['  这一步不按哪一条：规定没有管到']),
    ...(way && way.law.clause !== row.clause ? [`  走的流程`, ...lawLines(way.law, '    ')] : []),
    ...(duties.length > 0 ? ['  以它为凭据的职责'] : ['  没有职责以它为凭据']),
    ...duties.map(({ duty, thing, words }) => `    ${thing.name}：${duty.name}，${words}（${duty.law.cite}）`),
    ...(resting.length > linesMax ? [`    还有 ${resting.length - linesMax} 行`] : []),
  ];
  return { kind: 'event', lines, event: row, ...(law ? { law } : {}), ...(way ? { way } : {}), duties };
}

async function eventOf(db: Database, asked: string): Promise<Row | undefined> {
  // Eighteen digits fit into a bigint whatever they are.
  const seq = /^\d{1,18}$/.test(asked) ? asked : null;
  const id = isUuid(asked) ? asked : null;
  if (seq === null && id === null) return undefined;
  const { rows } = await sql<Row>`
    select e.seq::text, e.id, e.at, e.kind, coalesce(w.name, '系统') as person, e.post, e.clause, e.version_id, e.step, o.words,
           r.flow, r.clause as flow_clause, r.version_id as flow_version,
           (select v.fields ->> 'title' from content.revision v where v.article_id = e.article_id order by v.number desc limit 1) as title
      from door.event e left join people.person w on w.id = e.person left join door.opinion o on o.event_id = e.id
      left join content.run r on r.id = e.run_id
     where e.seq = ${seq}::bigint or e.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** The way of approval that it belongs to: the article that set it up, in the version with which it began. */
async function wayOf(db: Database, row: Row): Promise<{ readonly flow: string; readonly law: LawView } | undefined> {
  if (row.flow === null || row.flowClause === null) return undefined;
  return { flow: row.flow, law: await lawOf(db, row.flowClause, { versionId: row.flowVersion ?? undefined }) };
}
