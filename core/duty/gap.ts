/** `gap`: never longer without. CX-17: 每 5 个工作日至少更新一次; DQ-8: 超过三个月未更新. */
import type { Calendar } from '../calendar.ts';
import { addDays, type Day, dayMs, localDay, startOf } from '../day.ts';
import type { Duration } from '../duration.ts';
import type { Gap, Warn } from '../regulation/duty-types.ts';
import { isExact } from '../regulation/measures.ts';
import type { Settled } from '../regulation/settle.ts';
import { byDay, countsHours } from './by-day.ts';
import { clock, type Rested, turnsAt } from './pauses.ts';
import { known, lastAt, seqsOf } from './tallies.ts';
import { ahead, ifSure, type Life, later, type Tally, type Verdict } from './verdict.ts';
import { firstWarning, type Warning } from './warn.ts';

export type GapRule = Pick<Settled<Gap>, 'bound' | 'limit' | 'pauses'> & { readonly warn: readonly Settled<Warn>[] };

/**
 * The gap that is running at `now`: from the last event, or from birth or the rule's first day where none was since. A
 * breached one is an episode, open from the crossing until the next event.
 */
export function judgeGap(
  rule: GapRule,
  life: Life,
  tallies: readonly Tally[],
  rests: readonly Rested[],
  calendar: Calendar,
  now: number,
): Verdict {
  const counted = known(tallies, now);
  const begin = startOf(later(life.bornOn, life.ruledFrom));
  const last = lastAt(counted);
  const startAt = last !== undefined && last > begin ? last : begin;
  const { running, warning } = endOf(rule, startAt, rests, calendar, now);
  const from = localDay(startAt);
  const lasting = counted.filter(({ on, n }) => n > 0 && on === from);
  const given: Verdict = {
    status: 'met',
    from,
    to: addDays(localDay(running.at - 1), 1),
    n: items(counted),
    asked: rule.limit.n,
    overAt: running.at,
    isSure: running.isSure,
    horizon: later(running.horizon, warning.horizon),
    rests: seqsOf(lasting),
  };
  if (now >= running.at) return ifSure({ ...given, status: 'breached' });
  const isSure = running.isSure && warning.isSure;
  const status = now >= warning.at ? 'warned' : 'met';
  const turns = status === 'warned' ? turnsAt(rests, running.at, now) : undefined;
  return ifSure({ ...given, isSure, status, ...ahead(now, warning.at, running.at, turns) });
}

type End = { readonly running: ReturnType<typeof clock>; readonly warning: Warning };

function endOf(rule: GapRule, startAt: number, rests: readonly Rested[], calendar: Calendar, now: number): End {
  const days = rests.length > 0 ? undefined : endsBy(rule, calendar);
  return days ? days(localDay(startAt)) : endFrom(rule, startAt, rests, calendar, now);
}

function endFrom(rule: GapRule, startAt: number, rests: readonly Rested[], calendar: Calendar, now: number): End {
  const after = (time: Duration) => clock([time], startAt, rests, calendar, now);
  const running = shortened(rule, after(rule.limit));
  const warning = firstWarning(rule.warn, { startAt, overAt: running.at, limit: rule.limit, after }, calendar);
  return { running, warning };
}

/** Undefined where the day on which a gap begins doesn't say when it ends. */
const endsBy = (rule: GapRule, calendar: Calendar): ((day: Day) => End) | undefined =>
  countsHours(rule) ? undefined : endsOn(rule, calendar);
const endsOn = byDay((rule: GapRule, day, calendar) => endFrom(rule, startOf(day), [], calendar, startOf(day)));

/**
 * For whoever goes through many events: a gap that began on this day isn't too long before this instant. Undefined where
 * the day alone doesn't say it.
 */
export function gapLasts(rule: GapRule, { bornOn, ruledFrom }: Life, calendar: Calendar) {
  const endBy = rule.pauses.length > 0 ? undefined : endsBy(rule, calendar);
  const begin = later(bornOn, ruledFrom);
  return endBy && ((last: Day | undefined): number => endBy(later(begin, last)).running.at);
}

/** `below 5 days`: the fifth day is too late already. */
const shortened = <T extends { readonly at: number }>({ bound, limit }: GapRule, over: T): T =>
  bound === 'below' && !isExact(limit.unit) ? { ...over, at: over.at - dayMs } : over;
const items = (tallies: readonly Tally[]): number => tallies.reduce((sum, { n }) => sum + n, 0);
