/** All lines of one planned duty over a span of days, each as it stands at its end or now: what a year was under a rule. */
import type { Calendar } from '../calendar.ts';
import { addDays, localDay, startOf } from '../day.ts';
import { periodAt, type Span } from '../period.ts';
import { clocksOf, dueIn, type Grounds, lifeOf, rateRules } from './applied.ts';
import { judgeDue } from './due.ts';
import { type GapRule, judgeGap } from './gap.ts';
import { type Line, linesOf, waiting } from './lines.ts';
import { holdsOn, type Planned } from './plan.ts';
import { judgeRate, type RateRule, rateLine } from './rate.ts';
import { known } from './tallies.ts';
import { firstOf, type Life, later, type Tally, type Verdict } from './verdict.ts';

/**
 * `span`: half-open; what lies after `now` is left out. Rates: each period that begins in it. Due days, clocks: each that
 * begins or falls in it. Gaps: the episodes in which it was too long, and the gap that runs now. Standing facts: how they
 * stand now.
 */
export function linesOver(plan: Planned, grounds: Grounds, span: Span, now: number): readonly Line[] {
  if (waiting(plan).length > 0 || plan.duty.does.pattern === 'keep') return linesOf(plan, grounds, now);
  const parts = judgedOver(plan, grounds, span, now);
  return parts.flatMap((verdicts, part) => verdicts.map((verdict) => ({ ...plan, part, verdict })));
}

/** The verdicts of each part of the duty, in their order. */
function judgedOver(plan: Planned, grounds: Grounds, span: Span, now: number): readonly (readonly Verdict[])[] {
  const { does, warn } = plan.duty;
  const { calendar } = grounds;
  switch (does.pattern) {
    case 'rate': {
      const tallies = grounds.tallies(does, plan.thing);
      return rateRules(plan, does).map((one) => ratesOver(one, plan, tallies, calendar, span, now));
    }
    case 'gap': {
      const tallies = grounds.tallies(does, plan.thing);
      return [gapsOver({ ...does, warn }, lifeOf(plan), tallies, calendar, span, now)];
    }
    case 'due': {
      const passed = { from: span.from, to: firstOf(span.to, addDays(localDay(now), 1)) };
      const tallies = grounds.tallies(does, plan.thing);
      const lines = dueIn(plan, does, passed, calendar);
      return [lines.map((line) => judgeDue({ ...does, warn }, line, tallies, calendar, now))];
    }
    case 'within':
      return [clocksOf(plan, does, grounds, now).filter(({ from }) => from >= span.from && from < span.to)];
    default:
      return [];
  }
}

function ratesOver(
  one: RateRule,
  plan: Planned,
  tallies: readonly Tally[],
  calendar: Calendar,
  span: Span,
  now: number,
): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  const today = localDay(now);
  const { rule } = plan;
  const begin = later(rule.ruledFrom, span.from);
  for (let day = begin; day < span.to && day <= today; day = periodAt(one.quota.per, day).to) {
    const line = rateLine(one, lifeOf(plan), day, calendar);
    if (line && holdsOn(rule, line.from))
      verdicts.push(judgeRate(one, line, tallies, calendar, Math.min(now, startOf(line.to))));
  }
  return verdicts;
}

/** Each event, and now, ends the gap before it: those that were too long by then are episodes. */
function gapsOver(
  rule: GapRule,
  life: Life,
  tallies: readonly Tally[],
  calendar: Calendar,
  span: Span,
  now: number,
): readonly Verdict[] {
  const ends = known(tallies, now)
    .filter(({ n }) => n > 0)
    .map(({ firstAt }) => firstAt)
    .toSorted((a, b) => a - b);
  const episodes = ends.flatMap((end): Verdict[] => {
    const before = judgeGap(
      rule,
      life,
      tallies.filter(({ firstAt }) => firstAt < end),
      [],
      calendar,
      end - 1,
    );
    return before.status === 'breached' && localDay(end) >= life.ruledFrom ? [{ ...before, doneAt: end }] : [];
  });
  const running = judgeGap(rule, life, tallies, [], calendar, now);
  return [...episodes, running].filter(({ to }) => to > span.from && to <= addDays(span.to, 366));
}
