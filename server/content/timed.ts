/**
 * What becomes due by the clock: timed publications, and the end of a last day. Due times stand in the tables, so that a
 * restart, a restore or a week without a worker loses none (A5, B4); each is an act of its own, by the program.
 */
import { sql } from 'kysely';
import { localDay, localMinute } from '../../core/day.ts';
import type { Answer } from '../act.ts';
import type { Ask, Database } from '../door/knock.ts';
import type { Periodic } from '../jobs.ts';
import { keyFrom } from './key-from.ts';
import { system } from './store.ts';

type Act = (db: Database, ask: Ask) => Promise<Answer>;

/** In one turn; the next one goes on. */
const dueMax = 200;
/** From when on a publication says that it was late. */
const lateMs = 5 * 60_000;

/** `at` in an ask is only part of its key: the door reads its own clock. */
const knock = (act: Act, db: Database, verb: string, id: string, version: number, body: Ask['body'], part = '') =>
  act(db, {
    subject: 'article',
    verb,
    id,
    version,
    key: keyFrom(`${verb} ${id} ${version} ${part}`),
    actor: { person: system, address: 'clock' },
    body,
  });

type Due = { id: string; version: number; hash: string; publishAt: Date; scheduledAt: Date; by: string };

/** Approved runs whose instant has come, the earliest first. */
async function publishDue(act: Act, db: Database, at: Date): Promise<void> {
  const { rows } = await sql<Due>`
    select p.id, p.version, r.hash, r.publish_at, r.scheduled_at, w.name as by
      from content.run r join content.placement p on p.run_id = r.id join people.person w on w.id = r.scheduled_by
     where r.state = 'complete' and r.publish_at <= ${at} order by r.publish_at, p.id limit ${dueMax}`.execute(db);
  for (const due of rows) {
    const answer = await knock(act, db, 'publish', due.id, due.version, { hash: due.hash, words: said(due, at) });
    if (answer.status !== 200) await giveUp(act, db, due, answer.body as Refused);
  }
}

type Refused = { readonly code: string; readonly message: string };

/** Changed in this very moment: the next turn sees it anew. Else it waits for a person again, who reads why. */
async function giveUp(act: Act, db: Database, { id, version }: Due, { code, message }: Refused): Promise<void> {
  if (code === 'stale') return;
  await knock(act, db, 'unschedule', id, version, { words: `到点没有发布：${message}` }, code);
}

function said({ by, scheduledAt, publishAt }: Due, at: Date): string {
  const set = `${by}${localMinute(scheduledAt)}定时，定在${localMinute(publishAt)}发布`;
  const late = at.getTime() - publishAt.getTime();
  return late > lateMs ? `${set}；到点时系统没有在运行，晚了${spanOf(late)}` : set;
}

function spanOf(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  return days > 0 ? `${days}天${hours}小时` : hours > 0 ? `${hours}小时${minutes % 60}分` : `${minutes}分钟`;
}

/** Placements whose last day is over. */
async function expireDue(act: Act, db: Database, at: Date): Promise<void> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from content.placement
     where state = 'published' and expires_on < ${localDay(at)}::date order by expires_on, id limit ${dueMax}`.execute(
    db,
  );
  for (const { id, version } of rows) await knock(act, db, 'expire', id, version, {});
}

export const timedWork = (act: Act, db: Database): readonly Periodic[] => [
  { name: 'timed publication', title: '定时发布', everyMs: 5_000, run: (at) => publishDue(act, db, at) },
  { name: 'expiry', title: '到期下线', everyMs: 60_000, run: (at) => expireDue(act, db, at) },
];
