/** Time goes on: lines whose time has come are judged again, and the periods that ended meanwhile are closed. */
import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import { endedBy } from '../../../core/duty/stored.ts';
import type { Database } from '../../door/knock.ts';
import { later } from '../later.ts';
import { close, closing } from './closed.ts';
import { groundsFor, judgedAt, plansOver } from './judge.ts';
import { type Key, keyName, rowsFor, write } from './lines.ts';
import { type Planning, planKey } from './planning.ts';

/** At most so many duties in one transaction: a tenth of a second, or half of one on a busy machine. */
export const tickMax = 1_000;

type Due = Key & { readonly look: number };

/** The duties whose lines may be others at `now`, those first that wait longest. */
export async function due(db: Database, now: number, most: number): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    select l.adoption_id, l.duty, l.subject, l.subject_id, (extract(epoch from min(l.look_at)) * 1000)::float8 as look
      from (select adoption_id, duty, subject, subject_id, look_at from duties.line
             where look_at <= to_timestamp(${now / 1000}::float8) order by look_at limit ${most * 2}) l
     group by l.adoption_id, l.duty, l.subject, l.subject_id order by min(l.look_at) limit ${most}`.execute(db);
  return rows;
}

/** The duties of these rows, each with the instant at which it had to be looked at. What nobody owes any more is left out. */
async function plansFor(db: Database, planning: Planning, rows: readonly Due[], upto: number) {
  const articles = rows.filter(({ subject }) => subject === 'article').map(({ subjectId }) => subjectId);
  const { plans, events } = await plansOver(db, planning, [...new Set(articles)], upto);
  const over = new Map(plans.map((one) => [planKey(one), one]));
  const found = rows.flatMap((row) => {
    const plan = planning.kept.get(keyName(row)) ?? over.get(keyName(row));
    return plan ? [{ plan, look: row.look }] : [];
  });
  return { found, events };
}

/** Looks at these, which are due at `now`. While core judges, PostgreSQL reads and writes. */
export async function tick(
  db: Database,
  planning: Planning,
  rows: readonly Due[],
  upto: number,
  now: number,
): Promise<void> {
  const { found, events } = await plansFor(db, planning, rows, upto);
  const plans = found.map(({ plan }) => plan);
  const since = Math.min(now, ...found.map(({ look }) => look)) - 1;
  const grounds = await groundsFor(db, planning, plans, { since, now, upto, events });
  const before = later(rowsFor(db, rows));
  await breathe();
  const closed = found.flatMap(({ plan, look }) => {
    const own = grounds(plan);
    return endedBy(plan, own, look - 1, now).map((line) => closing(line, own, now));
  });
  const closes = later(close(db, closed, upto));
  await breathe();
  const judged = judgedAt(plans, grounds, now);
  await closes;
  await write(db, judged, await before);
}
