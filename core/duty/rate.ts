/** `rate`: so much in each period. MS-1.11, DQ-7, ZJ-14: 每周至少一条. */
import type { Calendar } from '../calendar.ts';
import { type Day, dayNumber, startOf } from '../day.ts';
import { holdsWorkday, periodAt, type Span } from '../period.ts';
import type { Quota, Warn } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { byDay } from './by-day.ts';
import { limitsOf } from './limits.ts';
import { days, inside, items, known, seqsOf } from './tallies.ts';
import { ifSure, type Life, later, type Tally, type Verdict } from './verdict.ts';
import { firstWarning, type Warning } from './warn.ts';

export type RateRule = {
  readonly quota: Settled<Quota>;
  readonly warn: readonly Settled<Warn>[];
  readonly holidays?: 'count' | 'skip';
};
/** One period: how much is asked of it, when it is over, and when to warn. `isSure`, `horizon`: of whether it is asked at all. */
export type RateLine = Span & {
  readonly asked: number;
  readonly overAt: number;
  readonly warning: Warning;
  readonly isSure: boolean;
  readonly horizon: Day;
};

/**
 * The line of the period that holds a day; undefined where that period has none: the first and the last of a thing's
 * lineage unless they are whole, a period before the rule, and one without a working day. A period that the rule's
 * beginning cuts asks its part, rounded down, at least 1. By default `per day` counts every day.
 */
export function rateLine(rule: RateRule, life: Life, day: Day, calendar: Calendar): RateLine | undefined {
  const whole = wholes(rule, calendar)(day);
  if (whole.from < life.bornOn || (life.endedOn !== undefined && life.endedOn < whole.to)) return undefined;
  if (day < life.ruledFrom) return undefined;
  return life.ruledFrom > whole.from ? lineFrom(life.ruledFrom, whole, rule, calendar) : whole.line;
}

/** A year of a cluster asks for the same whole periods half a million times: they are worked out once for each rule. */
type Whole = Span & { readonly line: RateLine | undefined };
const wholes = byDay((rule: RateRule, day: Day, calendar): Whole => {
  const span = periodAt(rule.quota.per, day);
  return { ...span, line: lineFrom(span.from, span, rule, calendar) };
});

/** What is asked of the period's days from this one on. */
function lineFrom(
  from: Day,
  whole: Span,
  { quota, warn, holidays }: RateRule,
  calendar: Calendar,
): RateLine | undefined {
  const { per, n } = quota;
  const skips = holidays ? holidays === 'skip' : per !== 'day';
  const span = { from, to: whole.to };
  const work = skips ? holdsWorkday(span, calendar) : { holds: true, isSure: true, horizon: from };
  if (!work.holds && work.isSure) return undefined;
  const part = (dayNumber(whole.to) - dayNumber(from)) / (dayNumber(whole.to) - dayNumber(whole.from));
  const asked = part === 1 ? n : Math.min(n, Math.max(1, Math.floor(n * part)));
  const overAt = startOf(whole.to);
  const warning = firstWarning(warn, { startAt: startOf(from), overAt }, calendar);
  return { ...span, asked, overAt, warning, isSure: work.isSure, horizon: work.horizon };
}

export function judgeRate({ quota }: RateRule, line: RateLine, tallies: readonly Tally[], now: number): Verdict {
  const { overAt: end, warning } = line;
  const counted = inside(known(tallies, Math.min(now, end - 1)), line);
  const n = (quota.of === 'days' ? days : items)(counted);
  const { low, high } = limitsOf(quota.bound, line.asked);
  const isOver = now >= end;
  const tooMany = high !== undefined && n > high;
  const enough = low === undefined || n >= low;
  const { from, to, asked, isSure } = line;
  const horizon = later(line.horizon, warning.horizon);
  const given: Verdict = { status: 'met', from, to, n, asked, overAt: end, isSure, horizon, rests: seqsOf(counted) };
  if (tooMany) return ifSure({ ...given, status: 'breached', ...(isOver ? {} : { changesAt: end }) });
  // Enough is enough under any calendar; nothing of what was asked can grow.
  if (enough && isOver) return given;
  if (enough && high === undefined) return { ...given, changesAt: end };
  if (isOver) return ifSure({ ...given, status: 'breached' });
  if (enough) return ifSure({ ...given, status: 'pending', changesAt: end });
  const isWarned = now >= warning.at;
  const [status, changesAt] = isWarned ? (['warned', end] as const) : (['pending', warning.at] as const);
  return ifSure({ ...given, isSure: isSure && warning.isSure, status, changesAt });
}
