/** Working hours of the county, counted back from an instant: Monday to Friday, local time. No holidays: those come with the calendar. */
import { dayMs } from '../core/day.ts';

/** Asia/Shanghai has no summer time. */
const offsetMs = 8 * 3_600_000;

/** The start (local midnight) of the working day that lies so many working days before the day of `at`. `ago`: from 1 on. */
export function workday(at: Date, ago: number): Date {
  let day = Math.floor((at.getTime() + offsetMs) / dayMs);
  for (let left = ago; left > 0; ) {
    day -= 1;
    if (isWorkday(day)) left -= 1;
  }
  return new Date(day * dayMs - offsetMs);
}

/** Day 0 of the epoch was a Thursday. */
const isWorkday = (day: number): boolean => ![2, 3].includes(((day % 7) + 7) % 7);

/** That day at a local time of day, in minutes from midnight. */
export const atMinute = (day: Date, minute: number): Date => new Date(day.getTime() + minute * 60_000);

/** An instant with its time zone, as in 2026-11-25T09:00:00+08:00; undefined for anything else. */
export function instantOf(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
