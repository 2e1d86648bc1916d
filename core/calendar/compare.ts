/** What a newer list of days changes against the one that is held. */
import type { CalendarDay } from '../calendar.ts';
import type { Day } from '../day.ts';

/** `was`, `is`: absent where the day is one like its weekday. */
export type DayChange = { readonly on: Day; readonly was?: CalendarDay; readonly is?: CalendarDay };

/** In their order. A day that only its holiday's name tells apart is a change too: the page shows it. */
export function changedDays(before: readonly CalendarDay[], after: readonly CalendarDay[]): readonly DayChange[] {
  const [old, now] = [before, after].map((days) => new Map(days.map((day) => [day.on, day])));
  const all = [...new Set([...before, ...after].map(({ on }) => on))].toSorted();
  return all.flatMap((on): readonly DayChange[] => {
    const [was, is] = [old?.get(on), now?.get(on)];
    if (was?.isOff === is?.isOff && was?.name === is?.name) return [];
    return [{ on, ...(was ? { was } : {}), ...(is ? { is } : {}) }];
  });
}
