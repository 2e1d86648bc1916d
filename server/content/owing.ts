/** Texts that have rested with somebody too long, or whose limit runs out: who is to be told of which. */
import { sql } from 'kysely';
import { workdaysAfter } from '../../core/calendar.ts';
import { localDay } from '../../core/day.ts';
import { byDay } from '../../core/duty/near.ts';
import { sayUntil } from '../../core/duty/until.ts';
import { noticeKey, type Stage } from '../../core/notice.ts';
import { calendarAt } from '../calendar-of.ts';
import type { DutyLine } from '../contract/views.ts';
import type { Database } from '../door/knock.ts';
import type { Owing } from '../owing.ts';
import { allWaiting } from './lists.ts';

/** Working days after which a text has waited too long, where no regulation sets a limit. */
const patience = 2;

const links: Readonly<Record<DutyLine['verb'], (id: string) => string>> = {
  approve: (id) => `/review/${id}`,
  publish: () => '/queue',
  revise: (id) => `/write/${id}`,
};

export async function owedTexts(db: Database, at: Date): Promise<readonly Owing[]> {
  const calendar = await calendarAt(db, at);
  return (await allWaiting(db, at)).flatMap(({ duty, persons }) => {
    const days = workdaysAfter(localDay(new Date(duty.since)), localDay(at), calendar).n;
    const stage = stageOf(duty, days, calendar, at);
    if (stage === undefined) return [];
    const law = duty.limit?.law ?? duty.law;
    return [
      {
        key: noticeKey(`${duty.verb} ${duty.placementId} ${duty.since}`, stage),
        ...{ stage, persons, title: duty.title, says: says(duty, days) },
        // A text under review isn't public: mail names only where it is to stand.
        outside: `${duty.site.name} · ${duty.column.name}的一件稿件`,
        ...(law ? { law: { clause: law.clause, cite: law.cite } } : {}),
        ...{ verb: `去${duty.verbName}`, link: links[duty.verb](duty.placementId) },
      },
    ];
  });
}

function stageOf(
  { limit }: DutyLine,
  days: number,
  calendar: Awaited<ReturnType<typeof calendarAt>>,
  at: Date,
): Stage | undefined {
  if (limit === undefined) return days >= patience ? 'waits' : undefined;
  const due = Date.parse(limit.due);
  if (due < at.getTime()) return 'late';
  const warned = limit.warnAt !== undefined && Date.parse(limit.warnAt) <= at.getTime();
  return byDay(due, calendar, at.getTime()) ?? (warned ? 'warned' : undefined);
}

function says({ site, column, unit, limit }: DutyLine, days: number): string {
  const time = limit ? sayUntil(Date.parse(limit.due)) : `已等 ${days} 个工作日`;
  return `${site.name} · ${column.name}，${unit.name}报送，${time}`;
}

type Overdue = { id: string; title: string; publishAt: Date; by: string; administrators: string[] };

/** Timed publications whose instant is over by more than so much (A5). Nothing but a standing worker makes one. */
export async function overdueTimed(db: Database, at: Date, lateMs: number): Promise<readonly Overdue[]> {
  const { rows } = await sql<Overdue>`
    select p.id, v.fields ->> 'title' as title, r.publish_at, r.scheduled_by as by,
           array(select x.person_id from people.acting(${at}) x
                  where x.post = 'administrator' and x.unit_id = any (s.administrator_unit_ids)) as administrators
      from content.run r join content.placement p on p.run_id = r.id join content.revision v on v.id = r.revision_id
      join sites.site s on s.id = p.site_id
     where r.state = 'complete' and r.publish_at < ${new Date(at.getTime() - lateMs)}
     order by r.publish_at, p.id limit 200`.execute(db);
  return rows;
}

/** From when on a time that is over is an alarm; a turn of the worker comes every five seconds. */
export const timedLateMs = 5 * 60_000;

export async function timedAlarms(db: Database, at: Date): Promise<readonly Owing[]> {
  return (await overdueTimed(db, at, timedLateMs)).map(({ id, title, publishAt, by, administrators }) => ({
    key: `timed ${id} ${publishAt.toISOString()}`,
    stage: 'alarm',
    persons: [...new Set([by, ...administrators])],
    title: `到点没有发布：${title}`,
    outside: '有一件定时发布的稿件到点没有发布',
    says: `定在 ${sayUntil(publishAt.getTime()).replace(' 止', '')} 发布，到现在没有发出去；请看系统是否在正常运行，急的可以手工发布`,
    verb: '去发布',
    link: '/queue',
  }));
}
