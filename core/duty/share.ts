/** `share`: a part of a whole. ZJ-18.1: 24 小时开通; the national indicators count failed probes. */

import type { Calendar } from '../calendar.ts';
import { addDays, dayNumber, localDay, startOf } from '../day.ts';
import type { DayDuration } from '../duration.ts';
import { periodAt, type Span } from '../period.ts';
import type { Share, Warn } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { keeps } from './limits.ts';
import { inside, items, known, seqsOf } from './tallies.ts';
import { ahead, type Life, type Tally, type Verdict } from './verdict.ts';
import { goBack } from './warn.ts';

export type ShareRule = Pick<Settled<Share>, 'bound' | 'percent' | 'over' | 'samples'> & {
  readonly warn: readonly Settled<Warn>[];
};

/** The days that are looked at: the last whole ones before today, or the period that holds today. */
export function shareSpan({ over }: ShareRule, now: number, calendar: Calendar): Span {
  const today = localDay(now);
  return 'last' in over
    ? { from: goBack(over.last as DayDuration, today, calendar).on, to: today }
    : periodAt(over.per, today);
}

/**
 * `part`, `whole`: what counted of each. A sample that is too small is provisional. Over the last days it is judged anew
 * each midnight; of a period only when it has ended: until then a share that breaks the bound is warned of.
 */
export function judgeShare(
  rule: ShareRule,
  life: Life,
  part: readonly Tally[],
  whole: readonly Tally[],
  span: Span,
  now: number,
): Verdict {
  const closed = 'last' in rule.over ? now : Math.min(now, startOf(span.to) - 1);
  const [parts, all] = [part, whole].map((tallies) => inside(known(tallies, closed), span)) as [
    readonly Tally[],
    readonly Tally[],
  ];
  const total = items(all);
  const percent = total === 0 ? 0 : (items(parts) * 100) / total;
  const end = startOf('last' in rule.over ? addDays(localDay(now), 1) : span.to);
  const given = { ...span, n: percent, asked: rule.percent, isSure: true, horizon: span.from, rests: seqsOf(parts) };
  const turns = ahead(now, end);
  const begun = life.bornOn > life.ruledFrom ? life.bornOn : life.ruledFrom;
  if (total === 0 || begun > span.from || isSmall(rule, all, span))
    return { ...given, ...turns, status: 'provisional' };
  const kept = keeps(rule.bound, rule.percent, percent);
  const isRunning = !('last' in rule.over) && now < end;
  const near = rule.warn.some((warn) => 'bound' in warn && keeps(warn.bound, warn.percent, percent));
  if (kept) return { ...given, ...turns, status: near ? 'warned' : isRunning ? 'pending' : 'met' };
  return { ...given, ...turns, status: isRunning ? 'warned' : 'breached' };
}

/** Each period of the sample has to be large enough. */
function isSmall({ samples }: ShareRule, all: readonly Tally[], { from, to }: Span): boolean {
  return samples.some(({ bound, n, per }) => {
    for (let span = periodAt(per, from); span.from < to; span = periodAt(per, span.to)) {
      const cut = { from: span.from < from ? from : span.from, to: span.to > to ? to : span.to };
      if (dayNumber(cut.to) > dayNumber(cut.from) && !keeps(bound, n, items(inside(all, cut)))) return true;
    }
    return false;
  });
}
