/** A verdict in the words of an office: how far it is, how much time is left or was overrun. look/README.md, "Status". */
import { type Calendar, workdaysAfter } from '../calendar.ts';
import { type Day, dayNumber, localDay } from '../day.ts';
import { wordsOfRegulation } from '../regulation/chain-table.ts';
import type { Duty, Term } from '../regulation/duty-types.ts';
import { sayAmount, sayCount, sayDuration, sayEach } from '../regulation/measure-words.ts';
import { isExact } from '../regulation/measures.ts';
import type { Regulation } from '../regulation/types.ts';
import { eventName } from '../vocabulary/events.ts';
import { type Subject, subjects } from '../vocabulary/subjects.ts';
import type { Line } from './lines.ts';
import { sayPeriod } from './say-period.ts';
import type { Verdict } from './verdict.ts';

/** Settled rules have no values left to be named. */
const plain = { value: (id: string) => id };

/** How far it is, or was: `本周 1 / 2 次`, `11-19 0 / 1 次`, `4 天前`, `1 / 1 人`. */
export function sayMeasure(line: Line, now: number): string {
  const { verdict, duty, part } = line;
  const { does } = duty;
  const of = `${shown(verdict.n)} / ${verdict.asked}`;
  switch (does.pattern) {
    case 'rate': {
      const quota = does.quotas[part] ?? does.quotas[0];
      const when = quota ? sayPeriod(quota.per, verdict, localDay(now)) : '';
      return `${when} ${of} ${quota?.of === 'days' ? '天' : '次'}`.trim();
    }
    case 'gap':
      return sayAgo(verdict, localDay(now));
    case 'within':
      return `限 ${sayDuration(does.limit, plain)}`;
    case 'due':
      return `${lastDay(verdict).slice(5)} 止`;
    case 'share':
      return `${shown(verdict.n)}%（${sayAmount(does.percent, plain)}%）`;
    case 'keep':
      return `${of} ${does.standing[part]?.things === 'post' ? '人' : '项'}`;
    case 'count':
      return `${of} 项`;
  }
}
const shown = (n: number): string => String(Math.round(n * 100) / 100);
const lastDay = ({ overAt, to }: Verdict): Day => (overAt === undefined ? to : localDay(overAt - 1));

function sayAgo({ from, rests, doneAt }: Verdict, today: Day): string {
  if (doneAt !== undefined) return `间隔 ${dayNumber(localDay(doneAt)) - dayNumber(from)} 天`;
  const days = dayNumber(today) - dayNumber(from);
  const ago = days === 0 ? '今天' : days === 1 ? '昨天' : `${days} 天前`;
  return rests.length > 0 ? ago : `还没有过，已 ${days} 天`;
}

/** How it stands: `已达标`, `未达标`, `还剩 2 个工作日`, `超 1 个工作日`, `暂定：…`. */
export function sayStatus({ verdict, duty, waits, unseen }: Line, calendar: Calendar, now: number): string {
  switch (verdict.status) {
    case 'met':
      return metWords[duty.does.pattern];
    case 'pending':
    case 'warned':
      return verdict.overAt === undefined ? '接近界限' : sayLeft(verdict.overAt, calendar, now);
    case 'breached':
      // A quota whose period is over can't be made good: it isn't late, it was missed.
      if (duty.does.pattern === 'rate' && (verdict.overAt ?? now) <= now) return '未达标';
      return isByClock(duty.does) ? sayOverByClock(verdict, now) : sayOver(verdict, calendar, now);
    case 'exempt':
      return '豁免';
    case 'provisional':
      if (waits) return `暂定：${waits.map(nameOf).join('、')}还不能在系统里办`;
      return unseen ? '暂定：网站自行托管，这段时间没有监测记录' : sayUnsure(verdict, calendar);
  }
}
const nameOf = (awaited: string): string =>
  Object.hasOwn(subjects, awaited) ? subjects[awaited as Subject].name : eventName(awaited);
const metWords = {
  rate: '已达标',
  gap: '正常',
  within: '按时',
  due: '按时',
  share: '正常',
  keep: '正常',
  count: '正常',
} as const;

const minuteMs = 60_000;

/** Under 24 hours by the clock; else working days, today not counted. */
function sayLeft(overAt: number, calendar: Calendar, now: number): string {
  const minutes = Math.floor((overAt - now) / minuteMs);
  if (minutes < 24 * 60) {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return hours === 0 ? `还剩 ${rest} 分` : `还剩 ${hours} 小时${rest === 0 ? '' : ` ${rest} 分`}`;
  }
  const { n } = workdaysAfter(localDay(now), localDay(overAt - 1), calendar);
  return n === 0 ? `${localDay(overAt - 1).slice(5)} 止` : `还剩 ${n} 个工作日`;
}

const isByClock = (does: Line['duty']['does']): boolean => does.pattern === 'within' && isExact(does.limit.unit);

/** A limit in hours is overrun by the clock: `超 2 天 8 小时`. */
function sayOverByClock({ overAt = 0, doneAt }: Verdict, now: number): string {
  const minutes = Math.max(1, Math.floor(((doneAt ?? now) - overAt) / minuteMs));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const words = days > 0 ? [part(days, '天'), part(hours, '小时')] : [part(hours, '小时'), part(rest, '分')];
  return `${doneAt === undefined ? '超' : '已补，迟'} ${words.filter((one) => one !== '').join(' ')}`;
}
const part = (n: number, unit: string): string => (n > 0 ? `${n} ${unit}` : '');

/** By how much: working days after the last day that was in time, until it was done or until now. */
function sayOver({ overAt, doneAt }: Verdict, calendar: Calendar, now: number): string {
  const late = doneAt !== undefined && overAt !== undefined ? span(overAt, doneAt, calendar) : undefined;
  if (late !== undefined) return `已补，迟 ${late}`;
  if (overAt === undefined || overAt > now) return '已违反';
  return `超 ${span(overAt, now, calendar)}`;
}
function span(from: number, to: number, calendar: Calendar): string {
  const { n } = workdaysAfter(localDay(from - 1), localDay(to), calendar);
  if (n > 0) return `${n} 个工作日`;
  const days = dayNumber(localDay(to)) - dayNumber(localDay(from - 1));
  return days > 0 ? `${days} 天` : `${Math.max(1, Math.floor((to - from) / 3_600_000))} 小时`;
}

function sayUnsure({ from, horizon }: Verdict, { years }: Calendar): string {
  const [first, last] = [Number(from.slice(0, 4)), Number(horizon.slice(0, 4))];
  const missing = Array.from({ length: Math.max(0, last - first) + 1 }, (_, i) => first + i).find(
    (year) => !years.has(year),
  );
  return missing === undefined ? '暂定：样本还不够' : `暂定：${missing} 年工作日表未载入`;
}

/** A heading for a duty that has no name: `每周至少 1 次发布`, `24 小时内发布`. */
export function sayShort(does: Duty['does'], regulation: Regulation): string {
  const words = wordsOfRegulation(regulation);
  const term = (of: Term): string => ('event' in of ? words.event(of.event) : subjects[of.things].name);
  const events = 'events' in does ? does.events.map(words.event).join('或') : '';
  switch (does.pattern) {
    case 'rate':
      return does.quotas
        .map(
          ({ bound, n, of, per }) => `${sayEach(per, words)}${sayCount(bound, n, of === 'days' ? '天' : '次', words)}`,
        )
        .join('、')
        .concat(events);
    case 'gap':
      return `${events}间隔不超过 ${sayDuration(does.limit, words)}`;
    case 'within':
      return `${sayDuration(does.limit, words)}内${does.to.slice(0, 1).map(words.event).join('')}`;
    case 'due':
      return `按期${events}`;
    case 'share':
      return `${term(does.part)}占${term(does.whole)}${sayCount(does.bound, does.percent, '%', words)}`;
    case 'keep':
      return does.standing
        .map(({ things, id = '' }) =>
          things === 'post' ? `${words.postName(id)}在岗` : `${words.block(things, id)}在册`,
        )
        .join('、');
    case 'count':
      return `合计${sayCount(does.bound, does.n, '项', words)}`;
  }
}
