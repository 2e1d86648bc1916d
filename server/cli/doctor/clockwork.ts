/** What the clock does by itself: periodic work that lags, timed publications that are overdue (A5), mail that doesn't get out. */
import { dayMs, localMinute } from '../../../core/day.ts';
import { overdueTimed, timedLateMs } from '../../content/owing.ts';
import type { Database } from '../../door/knock.ts';
import { both, type Finding, found } from './finding.ts';

const seeLog = both('看系统在不在运行，日志里有没有报错', 'see that the system runs, and its log');
const shownMax = 10;
/** A work may miss two turns; what comes each second is given five minutes. */
const patienceMs = (everyMs: number): number => Math.max(3 * everyMs, 300_000);

/** `details`: each work with when it last ran, and its error. */
export async function periodic(db: Database, at: Date): Promise<Finding> {
  const rows = await db
    .selectFrom('door.periodic')
    .select(['name', 'title', 'everyMs', 'doneAt', 'error'])
    .orderBy('name')
    .execute();
  const lags = rows.filter(({ doneAt, everyMs }) => at.getTime() - (doneAt?.getTime() ?? 0) > patienceMs(everyMs));
  const wrong = rows.filter((row) => row.error !== null || lags.includes(row));
  const details = rows.map(({ title, doneAt, error }) =>
    [title, doneAt ? localMinute(doneAt) : '还没有做过', ...(error === null ? [] : [error])].join('  '),
  );
  if (rows.length === 0)
    return found('periodic', 'warn', '定时的工作还没有做过', 'no periodic work has run yet', seeLog);
  if (wrong.length === 0)
    return { ...found('periodic', 'ok', '定时的工作都按时做了', 'all periodic work ran in time'), details };
  const [zh, en] = [wrong.map(({ title }) => title), wrong.map(({ name }) => name)];
  return {
    ...found(
      'periodic',
      'bad',
      `定时的工作停了或出错：${zh.join('、')}`,
      `periodic work that lags or fails: ${en.join(', ')}`,
      seeLog,
    ),
    details,
  };
}

export async function timed(db: Database, at: Date): Promise<Finding> {
  const late = await overdueTimed(db, at, timedLateMs);
  if (late.length === 0) return found('timed', 'ok', '没有到点没发布的稿件', 'no timed publication is overdue');
  return {
    ...found(
      'timed',
      'bad',
      `有 ${late.length} 件定时发布的稿件到点没有发布`,
      `timed publications that are overdue: ${late.length}`,
      both(
        '看系统在不在运行；急的请有权的人手工发布',
        'see that the system runs; what is urgent can be published by hand',
      ),
    ),
    details: late.slice(0, shownMax).map(({ title, publishAt }) => `${localMinute(publishAt)}  ${title}`),
  };
}

const [hourMs, weekMs] = [3_600_000, 7 * dayMs];

/** Mails that wait since over an hour, or were given up this week. The console has every notice all the same. */
export async function mail(db: Database, at: Date): Promise<Finding> {
  const since = new Date(at.getTime() - weekMs);
  const rows = await db
    .selectFrom('notices.mail')
    .select(['state', 'address', 'error', 'madeAt'])
    .where((e) => e.or([e('state', '=', 'waiting'), e.and([e('state', '=', 'failed'), e('madeAt', '>', since)])]))
    .orderBy('madeAt')
    .orderBy('id')
    .limit(1_000)
    .execute();
  const stuck = rows.filter(({ state, madeAt }) => state === 'failed' || at.getTime() - madeAt.getTime() > hourMs);
  if (stuck.length === 0) return found('mail', 'ok', '提醒的邮件没有积压', 'no mail is held up');
  return {
    ...found(
      'mail',
      'warn',
      `有 ${stuck.length} 封提醒的邮件发不出去；管理台里都有提醒`,
      `mails of notices that don't get out: ${stuck.length}; the console has the notices`,
      both('看 MENHU_SMTP 的设置和邮件服务器，或改收件地址', 'see MENHU_SMTP and the mail server, or mend the address'),
    ),
    details: stuck.slice(0, shownMax).map(({ address, error }) => `${address}  ${error ?? '还没有试'}`),
  };
}
