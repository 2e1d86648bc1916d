/** When a time is over whose clock rests now and then: day by day, or by the minute. */
import { type Asked, closing, daysAway, exactMs, isExact, type Length, opening, placeAt, works } from './days.ts';

export type Rest = { readonly from: number; readonly to?: number; readonly kind: number; readonly atMost: Length };

/**
 * One length after the other, from `start` on. `now`: a rest that lasts has lasted until then. A rest stops when its kind has
 * taken what it may in all; what rested before the start isn't remembered.
 */
export function runsOut(
  limits: readonly Length[],
  start: number,
  rests: readonly Rest[],
  asked: Asked,
  now: number,
): number {
  const [sure, ordered] = [asked.unsure, rests.toSorted((a, b) => a.from - b.from)];
  let end = start;
  for (let i = 0; i <= ordered.length; i++) {
    asked.unsure = sure;
    end = resting(limits, start, ordered.slice(0, i), asked, now);
    // What begins to rest when the time is over comes too late.
    if ((ordered[i]?.from ?? end) >= end) break;
  }
  return end;
}

function resting(limits: readonly Length[], start: number, rests: readonly Rest[], asked: Asked, now: number): number {
  const spent = new Map<number, number>();
  const all = rests
    .filter(({ from }) => from <= now)
    .map((rest) => ({ ...rest, from: Math.max(rest.from, start), until: Math.min(rest.to ?? now, now) }))
    .filter(({ from, until }) => until > from)
    .map((rest) => ({ from: rest.from, until: allowed(rest, spent, asked) }));
  return limits.reduce((at, limit, i) => {
    if (isExact(limit)) return byTheMinute(limit, at, all);
    return byTheDay(limit, i === 0 ? at : at - 1, all, asked);
  }, start);
}

type Known = { readonly from: number; readonly until: number };
/** What isn't exact and isn't a working day is so many days. */
const dayCount: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365, 'working day': 1 };

/** Until when it may rest. A day is taken when it ends while the clock rests. */
function allowed(rest: Rest & Known, spent: Map<number, number>, asked: Asked): number {
  const { kind, atMost, from, until } = rest;
  const before = spent.get(kind) ?? 0;
  if (isExact(atMost)) {
    const may = Math.min(until - from, exactMs(atMost) - before);
    spent.set(kind, before + may);
    return from + may;
  }
  const most = atMost.n * (dayCount[atMost.unit] ?? 1);
  let taken = before;
  let place = placeAt(from);
  for (; taken < most && closing(place) <= until; place++)
    if (atMost.unit !== 'working day' || works(place, asked)) taken++;
  spent.set(kind, taken);
  return taken < most ? until : Math.max(from, Math.min(until, opening(place)));
}

/** A day that ends while the clock rests doesn't count. Day zero isn't counted anyway. */
function byTheDay(limit: Length, start: number, rests: readonly Known[], asked: Asked): number {
  const zero = placeAt(start);
  const isWork = limit.unit === 'working day';
  let left = isWork ? limit.n : daysAway(limit, zero, asked) - zero;
  let place = zero;
  while (left > 0) {
    place++;
    const end = closing(place);
    const counts = !isWork || works(place, asked);
    if (counts && !rests.some(({ from, until }) => from < end && until >= end)) left--;
  }
  return closing(place);
}

function byTheMinute(limit: Length, start: number, rests: readonly Known[]): number {
  let left = exactMs(limit);
  let at = start;
  // From one edge of a rest to the next.
  while (left > 0) {
    const isResting = rests.some(({ from, until }) => from <= at && until > at);
    const next = Math.min(...rests.flatMap(({ from, until }) => [from, until]).filter((edge) => edge > at));
    const step = isResting ? next - at : Math.min(left, next - at);
    if (!isResting) left -= step;
    at += step;
  }
  return at;
}
