/** A clock that rests: how far its end moves. */
import { type Calendar, nthWorkday, type Sure, workdayAt } from '../calendar.ts';
import { addDays, type Day, endOf, localDay, startOf } from '../day.ts';
import { type Duration, overAt } from '../duration.ts';
import { isExact } from '../regulation/measures.ts';
import { later } from './verdict.ts';

/** One rest, in milliseconds since 1970; `to` is absent while it lasts. `atMost`: what all rests of its kind may take. */
export type Rested = { readonly from: number; readonly to?: number; readonly kind: number; readonly atMost: Duration };

/**
 * When the time is over that begins at `startAt`: one length after the other, where it was made longer. A day that ends
 * while the clock rests doesn't count, so that a rest within one day moves nothing; hours rest by the minute. No kind of
 * rest takes more than it may in all since `startAt`, and two at once move the end once. While a rest lasts the end is
 * what it would be if the rest ended now: it only moves later.
 */
export function clock(
  limits: readonly [Duration, ...Duration[]],
  startAt: number,
  rests: readonly Rested[],
  calendar: Calendar,
  now: number,
): { readonly at: number } & Sure {
  if (rests.length === 0 && limits.length === 1) return plainly(limits[0], startAt, calendar);
  const before: Rested[] = [];
  let over = through(limits, startAt, before, calendar, now);
  // A rest that begins when the time is over moves nothing, and its days aren't asked about.
  for (const rest of rests.toSorted((a, b) => a.from - b.from)) {
    if (rest.from >= over.at) break;
    before.push(rest);
    over = through(limits, startAt, before, calendar, now);
  }
  return over;
}

/** One length, through which nothing rests: as nearly always. */
function plainly(limit: Duration, startAt: number, calendar: Calendar): { readonly at: number } & Sure {
  return isExact(limit.unit) ? exactly(limit, startAt, []) : overAt(limit, startAt, calendar);
}

function through(
  limits: readonly Duration[],
  startAt: number,
  rests: readonly Rested[],
  calendar: Calendar,
  now: number,
): { readonly at: number } & Sure {
  const taken = restsTaken(rests, startAt, calendar, now);
  let over: { readonly at: number } & Sure = { at: startAt, isSure: taken.isSure, horizon: taken.horizon };
  limits.forEach((limit, i) => {
    const next = isExact(limit.unit)
      ? exactly(limit, over.at, taken.spans)
      : byTheDay(limit, i === 0 ? over.at : over.at - 1, taken.spans, calendar);
    over = { at: next.at, isSure: over.isSure && next.isSure, horizon: later(over.horizon, next.horizon) };
  });
  return over;
}

/**
 * While a rest lasts the end moves, and a warning counted back from it may move away again: at the next midnight, or when
 * the end crosses one. Undefined where nothing rests.
 */
export function turnsAt(rests: readonly Rested[], over: number, now: number): number | undefined {
  if (!rests.some(({ from, to }) => from <= now && (to === undefined || to > now))) return undefined;
  const crosses = now + endOf(localDay(over - 1)) - over + 1;
  return Math.min(endOf(localDay(now)), crosses);
}

type Taken = { readonly from: number; readonly to: number };

/** Each rest as long as its kind may still rest. */
function restsTaken(rests: readonly Rested[], startAt: number, calendar: Calendar, now: number) {
  if (rests.length === 0) return { spans: [], isSure: true, horizon: localDay(startAt) };
  const taken = new Map<number, number>();
  let sure: Sure = { isSure: true, horizon: localDay(startAt) };
  const spans = rests.flatMap(({ from: since, to: until, kind, atMost }): readonly Taken[] => {
    const [from, to] = [Math.max(since, startAt), Math.min(until ?? now, now)];
    if (to <= from) return [];
    const most = atMost.n * sizeOf[atMost.unit] - (taken.get(kind) ?? 0);
    const used = isExact(atMost.unit)
      ? { n: Math.min(to - from, most), to: Math.min(to, from + most), ...sure }
      : daysTaken(atMost, most, { from, to }, calendar);
    taken.set(kind, (taken.get(kind) ?? 0) + used.n);
    sure = { isSure: sure.isSure && used.isSure, horizon: later(sure.horizon, used.horizon) };
    return [{ from, to: used.to }];
  });
  return { spans, ...sure };
}

/** Weeks, months and years rest by days. */
const sizeOf = { minute: 60_000, hour: 3_600_000, 'working day': 1, day: 1, week: 7, month: 30, year: 365 } as const;

/** A day is taken when it ends while the clock rests. */
function daysTaken({ unit }: Duration, most: number, { from, to }: Taken, calendar: Calendar) {
  let [n, day, isSure] = [0, localDay(from), true];
  for (; n < most && endOf(day) <= to; day = addDays(day, 1)) {
    const work = unit === 'working day' ? workdayAt(day, calendar) : { isWorkday: true, isSure: true };
    isSure &&= work.isSure;
    if (work.isWorkday) n++;
  }
  return { n, to: n < most ? to : Math.max(from, Math.min(to, startOf(day))), isSure, horizon: day };
}

function exactly(limit: Duration, startAt: number, rests: readonly Taken[]): { readonly at: number } & Sure {
  let at = startAt + limit.n * sizeOf[limit.unit];
  let seen = startAt;
  for (const { from, to } of rests.toSorted((a, b) => a.from - b.from)) {
    if (from >= at) break;
    at += Math.max(0, to - Math.max(from, seen));
    seen = Math.max(seen, to);
  }
  return { at, isSure: true, horizon: localDay(at) };
}

function byTheDay(limit: Duration, startAt: number, rests: readonly Taken[], calendar: Calendar) {
  const plain = overAt(limit, startAt, calendar);
  if (rests.length === 0) return plain;
  let { isSure, horizon } = plain;
  let last: Day = localDay(plain.at - 1);
  for (const day of daysRested(rests, localDay(startAt))) {
    if (day > last) break;
    const work = limit.unit === 'working day' ? workdayAt(day, calendar) : { isWorkday: true, isSure: true };
    if (!work.isWorkday) continue;
    const next = limit.unit === 'working day' ? nthWorkday(last, 1, calendar) : { on: addDays(last, 1), isSure: true };
    last = next.on;
    isSure &&= work.isSure && next.isSure;
    horizon = later(horizon, last);
  }
  return { at: endOf(last), isSure, horizon };
}

/** The days after day zero that end in a rest, each once, in order. */
function daysRested(rests: readonly Taken[], zero: Day): readonly Day[] {
  const days = new Set<Day>();
  for (const { from, to } of rests)
    for (let day = localDay(from); endOf(day) <= to; day = addDays(day, 1)) if (day > zero) days.add(day);
  return [...days].toSorted();
}
