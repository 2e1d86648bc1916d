/** Notices (提醒): who is told of what, when. T22: one digest in working hours, and of one line a warning only once. */
import { type Calendar, workdayAt } from './calendar.ts';
import { localDay, startOf } from './day.ts';
import type { Near } from './duty/near.ts';

/** waits: a text that has waited for somebody too long. alarm, urged: told at once. */
export type Stage = Near | 'waits' | 'alarm' | 'urged';

/** Working hours: the local times at which digests go out, in rising order, and the end of the day. `HH:MM`. */
export type Hours = { readonly digestAt: readonly string[]; readonly until: string };
export const usualHours: Hours = { digestAt: ['09:00'], until: '17:30' };

/**
 * The instant of the digest that is to go out now, in milliseconds: the last one of today that has come. Undefined on a
 * day off, before the first, and after hours: whoever was down at nine sends it later the same day, and never at night.
 */
export function digestInstant({ digestAt, until }: Hours, calendar: Calendar, now: number): number | undefined {
  const today = localDay(now);
  if (!workdayAt(today, calendar).isWorkday || now >= clockOn(today, until)) return undefined;
  return digestAt.map((clock) => clockOn(today, clock)).findLast((at) => at <= now);
}

const clockOn = (day: string, clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return startOf(day) + (hours * 60 + minutes) * 60_000;
};

/**
 * What a person is told of once: a line before its end, whichever way it came near, and once more when it is over. A line
 * that was told of as due soon isn't told of again when it is due today: the console lists it meanwhile.
 */
export const noticeKey = (line: string, stage: Stage): string => `${stage === 'late' ? 'over' : 'ahead'} ${line}`;

/** 09:00 or 09:00,14:30, and 17:30: as an operator sets them. Undefined where they are no times, or in no order. */
export function hoursFrom(digestAt: string, until: string): Hours | undefined {
  const all = [...digestAt.split(',').map((one) => one.trim()), until.trim()];
  const isTime = all.every((one) => /^([01]\d|2[0-3]):[0-5]\d$/.test(one));
  const rising = all.every((one, i) => i === 0 || (all[i - 1] as string) < one);
  return isTime && rising ? { digestAt: all.slice(0, -1), until: all.at(-1) as string } : undefined;
}
