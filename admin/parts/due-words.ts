/** A limit of time in words: how long yet, or how long over, and until when. Hours by the clock, as the server gives them. */
import { dayMs } from '../../core/day.ts';
import { sayUntil } from '../../core/duty/until.ts';
import type { Tone } from './light.tsx';

const [minuteMs, hourMs] = [60_000, 3_600_000];

/** 7 小时 50 分; from two days on 2 天 3 小时. Never empty: less than a minute is 不到 1 分. */
export function length(ms: number): string {
  if (ms < minuteMs) return '不到 1 分';
  const [days, hours, minutes] = [Math.floor(ms / dayMs), Math.floor(ms / hourMs), Math.floor(ms / minuteMs)];
  const parts =
    days >= 2
      ? [`${days} 天`, part(hours - days * 24, '小时')]
      : [part(hours, '小时'), part(minutes - hours * 60, '分')];
  return parts.filter(Boolean).join(' ');
}
const part = (n: number, unit: string): string => (n > 0 ? `${n} ${unit}` : '');

/** 还剩 7 小时 50 分, 超 1 小时 20 分. The instant itself is still in time. */
export function left(due: string, at: string): string {
  const ms = Date.parse(due) - Date.parse(at);
  return ms >= 0 ? `还剩 ${length(ms)}` : `超 ${length(-ms)}`;
}

/** 11-25 周三 09:40 止 */
export const until = (due: string): string => sayUntil(Date.parse(due));

export function toneOf({ due, warnAt }: { due: string; warnAt?: string | undefined }, at: string): Tone {
  if (Date.parse(at) > Date.parse(due)) return 'breached';
  return warnAt !== undefined && Date.parse(at) >= Date.parse(warnAt) ? 'warned' : 'pending';
}
