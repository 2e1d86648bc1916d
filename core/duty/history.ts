/** All lines of one planned duty over a span of days, each as it stands at its end or now: what a year was under a rule. */
import type { Calendar } from '../calendar.ts';
import { addDays, type Day, localDay, startOf } from '../day.ts';
import { evaluate } from '../facets.ts';
import { periodAt, type Span } from '../period.ts';
import { dueLines, judgeDue } from './due.ts';
import { type Fact, happenedTo, talliesOf } from './facts.ts';
import { type GapRule, judgeGap } from './gap.ts';
import { type Filled, type Line, linesOf, waiting } from './lines.ts';
import { holdsOn, type Planned } from './plan.ts';
import { judgeRate, type RateRule, rateLine } from './rate.ts';
import { known } from './tallies.ts';
import { firstOf, type Life, type Tally, type Verdict } from './verdict.ts';
import { judgeWithin } from './within.ts';

/**
 * `span`: half-open; what lies after `now` is left out. Rates: each period that begins in it. Due days, clocks: each that
 * begins or falls in it. Gaps: the episodes in which it was too long, and the gap that runs now. Standing facts, shares and
 * counts: how they stand now.
 */
export function linesOver(
  plan: Planned,
  facts: readonly Fact[],
  filled: Filled,
  calendar: Calendar,
  span: Span,
  now: number,
): readonly Line[] {
  const { duty, rule, thing } = plan;
  const { does, warn, holidays } = duty;
  if (waiting(plan).length > 0) return linesOf(plan, facts, filled, calendar, now);
  const life: Life = { ...thing.life, ruledFrom: rule.ruledFrom };
  const lines = (verdicts: readonly Verdict[], part = 0) =>
    verdicts.map((verdict): Line => ({ ...plan, part, verdict }));
  switch (does.pattern) {
    case 'rate': {
      const tallies = talliesOf(does, thing, facts, calendar);
      return does.quotas.flatMap((quota, part) => {
        const one = { quota, warn, ...(holidays ? { holidays } : {}) };
        return lines(ratesOver(one, life, plan, tallies, calendar, span, now), part);
      });
    }
    case 'gap': {
      const tallies = talliesOf(does, thing, facts, calendar);
      return lines(gapsOver({ ...does, warn }, life, tallies, calendar, span, now));
    }
    case 'due': {
      const one = { ...does, warn };
      const tallies = talliesOf(does, thing, facts, calendar);
      const passed = { from: span.from, to: firstOf(span.to, addDays(localDay(now), 1)) };
      const found = dueLines(one, life, [], passed, calendar).filter(({ dueOn }) => holdsOn(rule, dueOn));
      return lines(found.map((line) => judgeDue(one, line, tallies, calendar, now)));
    }
    case 'within': {
      const happened = happenedTo(thing, facts).filter(
        ({ kind, facets }) => !does.from.includes(kind) || evaluate(does.in, facets),
      );
      const all = judgeWithin({ ...does, warn }, happened, calendar, now);
      return lines(all.filter(({ from }) => holdsOn(rule, from) && from >= span.from && from < span.to));
    }
    default:
      return linesOf(plan, facts, filled, calendar, now);
  }
}

function ratesOver(
  one: RateRule,
  life: Life,
  { rule }: Planned,
  tallies: readonly Tally[],
  calendar: Calendar,
  span: Span,
  now: number,
): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  const today = localDay(now);
  const begin: Day = rule.ruledFrom > span.from ? rule.ruledFrom : span.from;
  for (let day = begin; day < span.to && day <= today; day = periodAt(one.quota.per, day).to) {
    const line = rateLine(one, life, day, calendar);
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
