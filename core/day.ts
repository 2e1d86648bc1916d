/** Local days, as people here write them: 2026-11-25. Asia/Shanghai has no summer time, whatever the process's zone. */

/** `YYYY-MM-DD`, 0000-01-01 to 9999-12-31. Sorts as text. */
export type Day = string;

export const dayMs = 86_400_000;
const offsetMs = 8 * 3_600_000;

/** The local day of an instant (a Date, or milliseconds since 1970). */
export const localDay = (at: Date | number): Day => dayOf(Math.floor((Number(at) + offsetMs) / dayMs));

/** The midnight with which a local day begins, in milliseconds since 1970. */
export const startOf = (day: Day): number => dayNumber(day) * dayMs - offsetMs;

/** The midnight that ends a local day: what happened before it happened in time. */
export const endOf = (day: Day): number => startOf(day) + dayMs;

/** Days since 1970-01-01. The day must be one (see isDay): nothing is checked here, since the ledger asks so often. */
export const dayNumber = (day: Day): number =>
  numberOf(digits(day, 0) * 100 + digits(day, 2), digits(day, 5), digits(day, 8));
/** Two of them, without a piece of text for each. */
const digits = (text: string, i: number): number => (text.charCodeAt(i) - zero) * 10 + text.charCodeAt(i + 1) - zero;
const zero = 48;

/** The same from its parts; `month`: 1 to 12. */
export function numberOf(year: number, month: number, day: number): number {
  // Years begin in March here: the leap day is then the last one, and the months before it always have the same lengths.
  const y = year - (month < 3 ? 1 : 0);
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + inYear - 719_468;
}

/** The day with this number. What was written once is kept: 20 ns instead of 450, and a run of the ledger asks millions of times. */
export function dayOf(number: number): Day {
  const known = written[number];
  if (known !== undefined) return known;
  const day = new Date(number * dayMs).toISOString().slice(0, 10);
  // 1970 to 2106; a slip far outside must not grow the list.
  if (number >= 0 && number < 50_000) written[number] = day;
  return day;
}
const written: Day[] = [];

/** The day that lies `n` days later (earlier, when negative), holidays or not. */
export const addDays = (day: Day, n: number): Day => dayOf(dayNumber(day) + n);

/** 1 Monday … 7 Sunday. */
export const weekday = (day: Day): number => weekdayOf(dayNumber(day));
/** The same by number. 1970-01-01 was a Thursday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** `month`: 1 to 12. */
export const daysIn = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** The local minute of an instant, as people read it: 2026-11-25 09:40. */
export const localMinute = (at: Date): string =>
  new Date(at.getTime() + offsetMs).toISOString().slice(0, 16).replace('T', ' ');

/** Whether it is written as YYYY-MM-DD and the calendar has it. */
export function isDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}
