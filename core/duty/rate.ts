/** `rate`: so much in each period. MS-1.11, DQ-7, ZJ-14: 每周至少一条. */
import type { Calendar } from '../calendar.ts';
import { type Day, dayNumber, startOf } from '../day.ts';
import { holdsWorkday, periodAt, type Span } from '../period.ts';
import type { Quota, Warn } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { limitsOf } from './limits.ts';
import { days, inside, items, known, seqsOf } from './tallies.ts';
import { ahead, ifSure, type Life, later, type Tally, type Verdict } from './verdict.ts';
import { firstWarning } from './warn.ts';

export type RateRule = {
  readonly quota: Settled<Quota>;
  readonly warn: readonly Settled<Warn>[];
  readonly holidays?: 'count' | 'skip';
};
/** One period: what counts of it, and how much of it is asked. */
export type RateLine = Span & { readonly asked: number; readonly isSure: boolean; readonly horizon: Day };

/**
 * The line of the period that holds a day; undefined where that period has none: the first and the last of a thing's
 * lineage unless they are whole, a period before the rule, and one without a working day. A period that the rule's
 * beginning cuts asks its part, rounded down, at least 1. By default `per day` counts every day.
 */
export function rateLine(rule: RateRule, life: Life, day: Day, calendar: Calendar): RateLine | undefined {
  const { per, n } = rule.quota;
  const whole = periodAt(per, day);
  if (whole.from < life.bornOn || (life.endedOn !== undefined && life.endedOn < whole.to)) return undefined;
  if (day < life.ruledFrom) return undefined;
  const skips = rule.holidays ? rule.holidays === 'skip' : per !== 'day';
  const from = life.ruledFrom > whole.from ? life.ruledFrom : whole.from;
  const span = { from, to: whole.to };
  const work = skips ? holdsWorkday(span, calendar) : { holds: true, isSure: true, horizon: from };
  if (!work.holds && work.isSure) return undefined;
  const part = (dayNumber(whole.to) - dayNumber(from)) / (dayNumber(whole.to) - dayNumber(whole.from));
  const asked = part === 1 ? n : Math.min(n, Math.max(1, Math.floor(n * part)));
  return { ...span, asked, isSure: work.isSure, horizon: work.horizon };
}

export function judgeRate(
  { quota, warn }: RateRule,
  line: RateLine,
  tallies: readonly Tally[],
  calendar: Calendar,
  now: number,
): Verdict {
  const end = startOf(line.to);
  const counted = inside(known(tallies, Math.min(now, end - 1)), line);
  const n = (quota.of === 'days' ? days : items)(counted);
  const { low, high } = limitsOf(quota.bound, line.asked);
  const warning = firstWarning(warn, { startAt: startOf(line.from), overAt: end }, calendar);
  const isOver = now >= end;
  const tooMany = high !== undefined && n > high;
  const enough = low === undefined || n >= low;
  const given = { from: line.from, to: line.to, n, asked: line.asked, overAt: end, rests: seqsOf(counted) };
  const sure = { isSure: line.isSure, horizon: later(line.horizon, warning.horizon) };
  if (tooMany) return ifSure({ ...given, ...sure, status: 'breached', ...ahead(now, end) });
  // Enough is enough under any calendar; nothing of what was asked can grow.
  if (enough && isOver) return { ...given, ...sure, status: 'met' };
  if (enough && high === undefined) return { ...given, ...sure, status: 'met', changesAt: end };
  if (isOver) return ifSure({ ...given, ...sure, status: 'breached' });
  if (enough) return ifSure({ ...given, ...sure, status: 'pending', changesAt: end });
  const isSure = line.isSure && warning.isSure;
  const status = now >= warning.at ? 'warned' : 'pending';
  return ifSure({ ...given, ...sure, isSure, status, ...ahead(now, warning.at, end) });
}
