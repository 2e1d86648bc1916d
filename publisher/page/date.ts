/** Dates as the public reads them: always Asia/Shanghai, whatever the machine's own zone is. */
import type { Millis } from './rows.ts';

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** 2026-11-23 09:40 */
export function minute(at: Millis): string {
  const p = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`;
}

export const day = (at: Millis): string => minute(at).slice(0, 10);
/** 11-23 */
export const short = (at: Millis): string => minute(at).slice(5, 10);
/** For `<time datetime>`: 2026-11-23T09:40+08:00 */
export const machine = (at: Millis): string => `${minute(at).replace(' ', 'T')}+08:00`;
