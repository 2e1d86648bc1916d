/** From 1 November on next year's arrangement is due: it comes out in October or November, and deadlines reach over New Year. */
import { localDay, yearOf } from '../day.ts';

/** `years` that are not loaded, although deadlines reach into them; `isLate`: the present year is one of them. */
export type CalendarAlarm = { readonly years: readonly number[]; readonly isLate: boolean };

export function calendarAlarm(loaded: ReadonlySet<number>, now: Date): CalendarAlarm | undefined {
  const today = localDay(now);
  const year = yearOf(today);
  const due = today >= `${year}-11-01` ? [year, year + 1] : [year];
  const years = due.filter((one) => !loaded.has(one));
  return years.length === 0 ? undefined : { years, isLate: !loaded.has(year) };
}

/** For a page and for doctor; the command is told there. */
export const alarmWords = ({ years }: CalendarAlarm): string =>
  `${years.map((year) => `${year} 年`).join('、')}的放假安排还没有导入：涉及的期限先按周一至周五上班计算，结果待定`;
