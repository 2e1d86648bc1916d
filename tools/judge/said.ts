/** What the independent judge says of a line, and what it reads: raw events, each with its instant. */
import {
  type Asked,
  dayAt,
  daysAway,
  exactMs,
  isExact,
  type Length,
  opening,
  over,
  placeAt,
  type Table,
} from './days.ts';

/** `lostAt`: when it became known that it doesn't count. `since`: from when on it counts here, if that is later. */
export type Raw = {
  readonly seq: string;
  readonly at: number;
  readonly lostAt?: number;
  readonly since?: number;
  readonly kind?: string;
};
export type Status = 'met' | 'pending' | 'warned' | 'breached' | 'provisional';
/** The same words as a verdict of the ledger. `to`: the day after the last one. */
export type Said = {
  readonly status: Status;
  readonly from: string;
  readonly to: string;
  readonly n?: number;
  readonly asked: number;
  readonly overAt?: number;
  readonly doneAt?: number;
  readonly rests: readonly string[];
};
export type Warn = {
  readonly after?: Length;
  readonly before?: Length;
  readonly percentOfTime?: number;
  readonly at?: string;
  readonly bound?: string;
  readonly percent?: number;
};

export const asking = (table: Table): Asked => ({ table, unsure: false });
/** What counts at an instant: it happened, and nobody knew yet that it doesn't count. */
export const countsAt = (raw: readonly Raw[], instant: number): readonly Raw[] =>
  raw.filter(
    ({ at, lostAt, since = at }) => Math.max(at, since) <= instant && (lostAt === undefined || lostAt > instant),
  );
export const dayAfter = (instant: number): string => dayAt(placeAt(instant - 1) + 1);

export function fits(bound: string, limit: number, figure: number): boolean {
  if (bound === 'at least') return figure >= limit;
  if (bound === 'at most') return figure <= limit;
  if (bound === 'above') return figure > limit;
  if (bound === 'below') return figure < limit;
  return figure === limit;
}

export type Time = { readonly start: number; readonly end: number; readonly limit?: Length };

/** From when on a warning stands; never after the end. `after`: a clock that rests says itself when so much is used up. */
export function warnedFrom(
  warns: readonly Warn[],
  time: Time,
  asked: Asked,
  after = (length: Length) => over(length, time.start, asked),
): number {
  const all = warns.map((warn) => oneWarning(warn, time, asked, after)).filter((at) => at < time.end);
  return Math.min(time.end, ...all);
}

function oneWarning(warn: Warn, { start, end, limit }: Time, asked: Asked, after: (length: Length) => number): number {
  const last = placeAt(end - 1);
  if (warn.after) return after(warn.after);
  if (warn.before)
    return isExact(warn.before) ? end - exactMs(warn.before) : opening(daysAway(warn.before, last, asked, -1));
  if (warn.at !== undefined) return Date.parse(`${dayAt(last)}T${warn.at}:00+08:00`);
  if (warn.percentOfTime === undefined) return Number.POSITIVE_INFINITY;
  const part = (length: number) => (length * (warn.percentOfTime ?? 0)) / 100;
  if (!limit) return start + Math.floor(part(end - start));
  if (isExact(limit)) return after({ n: Math.floor(part(exactMs(limit) / 60_000)), unit: 'minute' });
  if (limit.unit === 'working day') return after({ ...limit, n: Math.ceil(part(limit.n)) });
  const zero = placeAt(start);
  return after({ n: Math.ceil(part(daysAway(limit, zero, asked) - zero)), unit: 'day' });
}

/** Nothing is said where a day was asked about whose year isn't loaded. */
export const unlessUnsure = (said: Said, ...asked: readonly Asked[]): Said =>
  asked.some(({ unsure }) => unsure) ? { ...said, status: 'provisional' } : said;

/** Of something that is still owed. */
export const owed = (now: number, warnAt: number, end: number): Status =>
  now >= end ? 'breached' : now >= warnAt ? 'warned' : 'pending';
