/** Days of a year put together by holiday, in words: 10 月 1 日（周四）至 7 日（周三）. */
import { addDays, type Day, weekday } from '../../../core/day.ts';

type DayOff = { readonly on: Day; readonly isOff: boolean; readonly name: string };
/** `off` and `worked` in words; `count`: how many days are off. */
export type Holiday = { readonly name: string; readonly off: string; readonly count: number; readonly worked: string };

/** In the order of the year. */
export function holidaysOf(days: readonly DayOff[]): readonly Holiday[] {
  const names = [...new Set(days.map(({ name }) => name))];
  return names.map((name) => {
    const its = days.filter((day) => day.name === name);
    const off = its.filter(({ isOff }) => isOff).map(({ on }) => on);
    const worked = its.filter(({ isOff }) => !isOff).map(({ on }) => on);
    return { name, off: stretches(off).map(stretch).join('，'), count: off.length, worked: worked.map(one).join('，') };
  });
}

/** Days that follow each other are one. */
function stretches(days: readonly Day[]): readonly (readonly [Day, Day])[] {
  const found: [Day, Day][] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && addDays(last[1], 1) === day) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}

const week = (day: Day): string => `周${'一二三四五六日'[weekday(day) - 1]}`;
const one = (day: Day): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日（${week(day)}）`;

function stretch([from, to]: readonly [Day, Day]): string {
  if (from === to) return one(from);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return `${one(from)}至 ${sameMonth ? `${Number(to.slice(8))} 日（${week(to)}）` : one(to)}`;
}
