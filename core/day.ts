/** Local days, as people here write them: 2026-11-25. Asia/Shanghai has no summer time. */
const offsetMs = 8 * 3_600_000;

/** The local day of an instant, as YYYY-MM-DD. */
export const localDay = (at: Date): string => new Date(at.getTime() + offsetMs).toISOString().slice(0, 10);

const daysIn = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Whether it is written as YYYY-MM-DD and the calendar has it. */
export function isDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}
