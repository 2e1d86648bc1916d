/** What is wrong with a year's days before they are loaded. A wrong day here would move deadlines for everybody. */
import { type Calendar, type CalendarDay, makeCalendar, workdayAt } from '../calendar.ts';
import { type Day, isDay, weekday, yearOf } from '../day.ts';

/** Where it stands in the file, 1-based; absent for a list that was in no file. */
export type Place = { readonly line: number; readonly column: number };
export type DayRow = CalendarDay & { readonly at?: Place };
export type DayFault = { readonly message: string; readonly at?: Place };

const daysMax = 200;
/** Off by law in every year; a list without them is half a list. */
const always = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['10-01', '国庆节'],
] as const;

/** `year`: absent where the file doesn't say it. `faults`: what couldn't be read. */
type Read = { readonly year?: number; readonly rows: readonly DayRow[]; readonly faults: readonly DayFault[] };

/**
 * All that is wrong with a file, in its order. `below`: the State Council's days, under a unit's own; absent where the file
 * has them itself, and then has to be whole, which is looked at once all of it can be read.
 */
export function faultsOfFile({ year, rows, faults }: Read, below?: Calendar): readonly DayFault[] {
  if (year === undefined) return faults;
  if (faults.length === 0) return below ? faultsOfDays(year, rows, below) : faultsOfYear(year, rows);
  const all = [...faults, ...faultsOfDays(year, rows, below ?? weekends)];
  return all.toSorted((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
}

/** Monday to Friday: what the State Council's days are laid over. */
const weekends = makeCalendar({ years: [] }, '');

/** Of the State Council's arrangement for a year: each day by itself, and whether the list is whole. */
export function faultsOfYear(year: number, rows: readonly DayRow[]): readonly DayFault[] {
  const missing = always.filter(([day]) => !rows.some(({ on, isOff }) => isOff && on === `${year}-${day}`));
  const half = missing.map(([day, name]) => ({
    message: `缺少${name}（${inWords(`${year}-${day}`)}）放假：一年的安排要整年一起导入，请补全`,
  }));
  return [...faultsOfDays(year, rows, weekends), ...half];
}

/** Of a unit's own days, laid over `below`. */
export function faultsOfDays(year: number, rows: readonly DayRow[], below: Calendar): readonly DayFault[] {
  const seen = new Map<Day, DayRow>();
  const faults = rows.flatMap((row): readonly DayFault[] => {
    const message = faultOf(year, row, seen.get(row.on), below);
    if (!seen.has(row.on)) seen.set(row.on, row);
    return message === undefined ? [] : [{ message, ...(row.at ? { at: row.at } : {}) }];
  });
  const many = `有 ${rows.length} 天，一年最多 ${daysMax} 天：只列与平常不同的日子，平常的周末不用列`;
  return rows.length > daysMax ? [{ message: many }] : faults;
}

function faultOf(year: number, row: DayRow, before: DayRow | undefined, below: Calendar): string | undefined {
  const { on, isOff, name } = row;
  if (!isDay(on)) return `没有“${on}”这一天：日期写成 ${year}-10-01`;
  const isDecember = on.startsWith(`${year - 1}-12-`);
  if (yearOf(on) !== year && !isDecember)
    return `${on} 不在 ${year} 年：这一年的安排只能有 ${year} 年的日子，和上一年 12 月为元旦调整的日子`;
  if (before) {
    const place = before.at ? `第 ${before.at.line} 行` : '前面';
    return `${inWords(on)}写了两次（${place}已经有了）：一天只能写一次，请删去一处`;
  }
  if (name.trim() === '') return `${inWords(on)}没有写是哪个节日：放假和补班都要写，如“春节”`;
  if (name.length > 40) return `节日的名称太长（${name.length} 个字）：最多 40 个字`;
  if (!isOff && workdayAt(on, below).isWorkday) return `${inWords(on)}本来就上班，不能是补班：请核对日期`;
  return undefined;
}

/** 10 月 1 日（星期四） */
const inWords = (on: Day): string =>
  `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日（星期${'一二三四五六日'[weekday(on) - 1]}）`;
