/** One event of the log as the board shows it: what it was, where, under which article, and which lines rest on it. */
import { sql } from 'kysely';
import type { Planned } from '../../core/duty/plan.ts';
import { eventName } from '../../core/vocabulary/events.ts';
import type { EventView } from '../contract/duties.ts';
import type { Database } from '../door/knock.ts';
import { lawOf } from '../in-force.ts';
import { restingOn } from './resting.ts';
import { lineViews } from './view.ts';

type Row = {
  readonly at: Date;
  readonly kind: string;
  readonly unit: string | null;
  readonly siteId: string | null;
  readonly site: string | null;
  readonly column: string | null;
  readonly title: string | null;
  readonly placementId: string | null;
  readonly clause: string | null;
  readonly versionId: string | null;
};
const linesMax = 20;

/** Undefined: nothing has this number. Who did it, and in which words, is told to those who may read the text itself. */
export async function eventView(db: Database, seq: string, at: Date): Promise<EventView | undefined> {
  const row = await rowOf(db, seq);
  if (!row) return undefined;
  const law = row.clause === null ? undefined : await lawOf(db, row.clause, { versionId: row.versionId ?? undefined });
  const concerns = ({ thing }: Planned) => thing.site === undefined || thing.site === row.siteId;
  const { ledger, resting } = await restingOn(db, { seq, at: row.at }, at, concerns);
  const { unit, site, column, title, placementId } = row;
  return {
    seq,
    at: row.at.toISOString(),
    name: eventName(row.kind),
    ...(title === null ? {} : { title }),
    ...(unit === null ? {} : { unit }),
    ...(site === null ? {} : { place: column === null ? site : `${site} · ${column}` }),
    ...(placementId === null ? {} : { placementId }),
    ...(law ? { law } : {}),
    lines: await lineViews(db, resting.slice(0, linesMax), ledger, at),
    more: Math.max(0, resting.length - linesMax),
  };
}

/** What happened to a whole article stands in its home column. */
async function rowOf(db: Database, seq: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select e.at, e.kind, u.name as unit, s.id as site_id, s.name as site, c.name as column, p.id as placement_id, e.clause, e.version_id,
           (select v.fields ->> 'title' from content.revision v where v.article_id = e.article_id order by v.number desc limit 1) as title
      from door.event e left join people.unit u on u.id = e.unit_id
      left join content.placement p on p.id = e.subject_id or (p.article_id = e.subject_id and p.home)
      left join sites.column c on c.id = p.column_id left join sites.site s on s.id = coalesce(e.site_id, p.site_id)
     where e.seq = ${seq}::bigint limit 1`.execute(db);
  return rows[0];
}
