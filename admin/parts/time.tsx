import { dayMs } from '../../core/day.ts';
import { nowMs } from '../now.ts';

/** Instants as people write them here: 11-25 09:40, in the county's own time whatever the machine is set to. */
const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  weekday: 'short',
});

export function instant(iso: string | number): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(new Date(iso)).map((p) => [p.type, p.value]));
}

/** 11-25 09:40; with the year when it is another year than that of `beside`. */
export function dayAndTime(iso: string | number, beside?: string): string {
  const p = instant(iso);
  const year = beside && instant(beside).year !== p.year ? `${p.year}-` : '';
  return `${year}${p.month}-${p.day} ${p.hour}:${p.minute}`;
}

/** 2026-11-25 */
export function dayOf(iso: string): string {
  const p = instant(iso);
  return `${p.year}-${p.month}-${p.day}`;
}

export function timeOfDay(iso: string | number): string {
  const p = instant(iso);
  return `${p.hour}:${p.minute}`;
}

/** 11 月 25 日 周三 */
export function longDay(iso: string): string {
  const p = instant(iso);
  return `${Number(p.month)} 月 ${Number(p.day)} 日 ${p.weekday}`;
}

/** 已等 40 分, 已等 3 小时. From a day on nothing: longer waits are counted in working days, which the server knows. */
export function waited(since: string, at: string): string {
  const minutes = Math.floor((Date.parse(at) - Date.parse(since)) / 60_000);
  if (!(minutes >= 1) || minutes >= 24 * 60) return '';
  return minutes < 60 ? `已等 ${minutes} 分` : `已等 ${Math.floor(minutes / 60)} 小时`;
}

/** How long it has rested with somebody: as `waited`, and from a day on in days of the calendar, said so. */
export function age(since: string, at: string): string {
  const days = Math.floor((Date.parse(at) - Date.parse(since)) / dayMs);
  return days >= 1 ? `已等 ${days} 天，含休息日` : waited(since, at);
}

/** Years later it is still to be told from this year's: for lists that reach far back. */
export const DatedWhen = ({ at }: { at: string }) => <When at={at} beside={new Date(nowMs()).toISOString()} />;

/** `beside`: an instant of the year that needs no saying. */
export function When({ at, beside }: { at: string; beside?: string }) {
  return <time dateTime={at}>{dayAndTime(at, beside)}</time>;
}
