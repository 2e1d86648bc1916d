/**
 * The independent judge's own days: a plain list, walked one day at a time. It shares nothing with `core/` but the shapes of
 * parsed blocks, so that a mistake there isn't made here too. Slow is fine.
 */

/** The place of a day in the list. */
export type Place = number;
/** What differs from the weekday, and the years that are loaded. */
export type Table = {
  readonly off: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
};
/** One question: it remembers whether it asked for a day whose year isn't loaded. */
export type Asked = { readonly table: Table; unsure: boolean };
export type Length = { readonly n: number; readonly unit: string };

const dayMs = 24 * 60 * 60 * 1000;
export const days: readonly string[] = Array.from({ length: 25 * 366 }, (_, i) =>
  new Date(Date.UTC(2008, 0, 1 + i)).toISOString().slice(0, 10),
);
const places = new Map(days.map((day, place) => [day, place]));
export const placeOf = (day: string): Place => {
  const place = places.get(day);
  if (place === undefined) throw new Error(`the judge has no day ${day}`);
  return place;
};
export const dayAt = (place: Place): string => days[place] ?? '9999-12-31';

/** When a day begins here, eight hours before it does in Greenwich. */
export const opening = (place: Place): number => Date.parse(`${days[place]}T00:00:00+08:00`);
export const closing = (place: Place): number => opening(place) + dayMs;
export const placeAt = (instant: number): Place => Math.floor((instant - opening(0)) / dayMs);

export const isWeekend = (place: Place): boolean => [0, 6].includes(new Date(`${days[place]}T00:00:00Z`).getUTCDay());
export function works(place: Place, asked: Asked): boolean {
  const day = dayAt(place);
  if (!asked.table.years.has(day.slice(0, 4))) asked.unsure = true;
  return asked.table.worked.has(day) || (!asked.table.off.has(day) && !isWeekend(place));
}

/** So many months away, on the last day of a month that is too short. */
export function monthsAway(place: Place, n: number): Place {
  const [year = 0, month = 0, date = 0] = dayAt(place).split('-').map(Number);
  const first = Date.UTC(year, month - 1 + n, 1);
  const last = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return placeOf(new Date(first + (Math.min(date, last) - 1) * dayMs).toISOString().slice(0, 10));
}

/** The last day of a time that counts from a day, which is day zero; `side` −1: the first day of it, counted backwards. */
export function daysAway({ n, unit }: Length, from: Place, asked: Asked, side: 1 | -1 = 1): Place {
  if (unit === 'month' || unit === 'year') return monthsAway(from, side * n * (unit === 'year' ? 12 : 1));
  if (unit !== 'working day') return from + side * n * (unit === 'week' ? 7 : 1);
  let place = from;
  // Counted backwards, the day itself is asked about too; as the calendar does.
  if (side < 0 && n > 0) works(from, asked);
  for (let left = n; left > 0; ) {
    place += side;
    if (works(place, asked)) left--;
  }
  return place;
}

export const isExact = ({ unit }: Length): boolean => unit === 'hour' || unit === 'minute';
export const exactMs = ({ n, unit }: Length): number => n * (unit === 'hour' ? 60 : 1) * 60_000;
/** The instant at which a time is over. */
export const over = (length: Length, from: number, asked: Asked): number =>
  isExact(length) ? from + exactMs(length) : closing(daysAway(length, placeAt(from), asked));

/** Which period a day lies in, as a name that changes where the next one begins. */
function nameOf(period: string, place: Place): string {
  const day = dayAt(place);
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8))];
  switch (period) {
    case 'week':
      return String(Math.floor((Date.parse(`${day}T00:00:00Z`) / dayMs + 3) / 7));
    case 'half-month':
      return `${day.slice(0, 7)} ${date <= 15 ? 1 : 2}`;
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${year} ${Math.ceil(month / 3)}`;
    case 'half-year':
      return `${year} ${Math.ceil(month / 6)}`;
    case 'year':
      return year;
    default:
      return day;
  }
}
/** The first day of the period that holds a day, and the first day after it. */
export function periodOf(period: string, place: Place): { readonly from: Place; readonly to: Place } {
  let [from, to] = [place, place + 1];
  while (nameOf(period, from - 1) === nameOf(period, place)) from--;
  while (nameOf(period, to) === nameOf(period, place)) to++;
  return { from, to };
}
/** All working days of a span that are certain, and whether one more could be hidden behind a year that isn't loaded. */
export function holdsWork(from: Place, to: Place, table: Table): { readonly holds: boolean; readonly unsure: boolean } {
  const each = Array.from({ length: to - from }, (_, i) => {
    const asked = { table, unsure: false };
    return { works: works(from + i, asked), unsure: asked.unsure };
  });
  const certain = each.some((one) => one.works && !one.unsure);
  return { holds: each.some((one) => one.works), unsure: !certain && each.some((one) => one.unsure) };
}
