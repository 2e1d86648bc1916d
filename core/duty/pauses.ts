/** A clock that rests: how far its end moves. */
import { type Calendar, nthWorkday, type Sure, workdaysAfter } from '../calendar.ts';
import { addDays, type Day, dayNumber, endOf, localDay } from '../day.ts';
import { type Duration, overAt } from '../duration.ts';
import { later } from './verdict.ts';

/** One rest, in milliseconds since 1970; `to` is absent while it lasts. `atMost`: what all rests of its kind may take. */
export type Rested = { readonly from: number; readonly to?: number; readonly kind: number; readonly atMost: Duration };

/**
 * When the time is over that begins at `startAt`. A rest moves the end by its length in the limit's own unit, of each
 * kind no more than allowed in all; a day counts as rested when it ends while the clock rests, so that a rest within one
 * day moves nothing. While a rest lasts the end is what it would be if the rest ended now: it only moves later.
 */
export function clock(
  limit: Duration,
  startAt: number,
  rests: readonly Rested[],
  calendar: Calendar,
  now: number,
): { readonly at: number } & Sure {
  const plain = overAt(limit, startAt, calendar);
  const running = rests.filter(({ from, to }) => from <= now && (to === undefined || to > startAt));
  if (running.length === 0) return plain;
  const lengths = new Map<number, number>();
  let { isSure, horizon } = plain;
  for (const rest of running) {
    const from = Math.max(rest.from, startAt);
    const taken = lengths.get(rest.kind) ?? 0;
    const most = rest.atMost.unit === limit.unit ? rest.atMost.n * sizeOf(limit.unit) : Number.POSITIVE_INFINITY;
    const length = lengthOf(limit.unit, from, Math.min(rest.to ?? now, now), most - taken, calendar);
    isSure &&= length.isSure;
    horizon = later(horizon, length.horizon);
    lengths.set(rest.kind, taken + length.n);
  }
  const moved = [...lengths.values()].reduce((sum, n) => sum + n, 0);
  const end = moveBy(plain.at, moved, limit.unit, calendar);
  return { at: end.at, isSure: isSure && end.isSure, horizon: later(horizon, end.horizon) };
}

const exactMs = { minute: 60_000, hour: 3_600_000 } as const;
type Exact = keyof typeof exactMs;
const isExact = (unit: Duration['unit']): unit is Exact => unit in exactMs;
/** Weeks, months and years rest by days. */
const sizeOf = (unit: Duration['unit']): number =>
  isExact(unit) ? exactMs[unit] : ({ 'working day': 1, day: 1, week: 7, month: 30, year: 365 } as const)[unit];

/** No more than `most`: what lies behind that is not asked about. */
function lengthOf(
  unit: Duration['unit'],
  from: number,
  to: number,
  most: number,
  calendar: Calendar,
): { readonly n: number } & Sure {
  const [first, last] = [localDay(from), localDay(to)];
  if (isExact(unit)) return { n: Math.min(to - from, most), isSure: true, horizon: last };
  // The day on which it ends was over before it ended: only the days whose midnight it crossed.
  if (unit !== 'working day')
    return { n: Math.min(dayNumber(last) - dayNumber(first), most), isSure: true, horizon: last };
  const before = addDays(first, -1);
  if (most < 1) return { n: 0, isSure: true, horizon: first };
  const used = Number.isFinite(most) ? nthWorkday(before, most, calendar) : undefined;
  return used && used.on < last ? { n: most, ...used } : workdaysAfter(before, addDays(last, -1), calendar);
}

function moveBy(at: number, moved: number, unit: Duration['unit'], calendar: Calendar): { readonly at: number } & Sure {
  const last: Day = localDay(at - 1);
  const sure = { isSure: true, horizon: last };
  if (moved === 0 || isExact(unit)) return { at: at + moved, ...sure };
  if (unit !== 'working day') return { at: endOf(addDays(last, moved)), ...sure };
  const { on, isSure, horizon } = nthWorkday(last, moved, calendar);
  return { at: endOf(on), isSure, horizon };
}
