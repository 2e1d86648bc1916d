/** All lines of one planned duty over a span of days, each as it stands at its end or now: what a year was under a rule. */
import { addDays, type Day, localDay, startOf } from '../day.ts';
import { kept, those } from '../groups.ts';
import { type Period, periodAt, type Span } from '../period.ts';
import type { Gap } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { clocksOf, dueIn, type Grounds, gapOf, lastingOf, lifeOf, rateRules } from './applied.ts';
import { countOf } from './counting.ts';
import { judgeDue } from './due.ts';
import type { Count } from './facts.ts';
import { type Line, lineOf, linesNow, linesOf, waiting } from './lines.ts';
import { holdsOn, type Planned } from './plan.ts';
import { judgeRate, rateLine } from './rate.ts';
import { shareOf } from './sharing.ts';
import { known } from './tallies.ts';
import { firstOf, later, type Tally, type Verdict } from './verdict.ts';
import { knownAt, type Walk, walking } from './walk.ts';

/**
 * `span`: half-open; what lies after `now` is left out. Rates, counts and shares of a period: each period that runs in it.
 * Due days, clocks: each that begins or falls in it. Gaps: the episodes in it that were too long, and the gap that runs now.
 * Standing facts, and what is judged anew each day: how they stand now. What isn't decided when a thing ends never will be.
 */
export function linesOver(plan: Planned, grounds: Grounds, span: Span, now: number): readonly Line[] {
  const { endedOn } = plan.thing.life;
  const isEnded = endedOn !== undefined && startOf(endedOn) <= now;
  const then = isEnded ? startOf(endedOn) - 1 : now;
  if (waiting(plan).length > 0) return linesOf(plan, grounds, now);
  const lines: Line[] = [];
  judgedOver(plan, grounds, span, then).forEach((verdicts, part) => {
    const told = lineOf(plan, part, grounds, now);
    for (const verdict of verdicts) if (!isEnded || isDecided(verdict, then)) lines.push(told(verdict));
  });
  return lines;
}

/** Its time was over by then, or it was met or too late before. */
const isDecided = ({ overAt, status }: Verdict, then: number): boolean =>
  status === 'breached' || (overAt !== undefined && overAt <= then);

/** Those of a span, and those that run now and began before it: what whoever looks back over a week or a month asks for. */
export function linesWithin(plan: Planned, grounds: Grounds, span: Span, now: number): readonly Line[] {
  const key = ({ part, verdict: { from, to } }: Line) => `${part} ${from} ${to}`;
  const over = linesOver(plan, grounds, span, now);
  const seen = new Set(over.map(key));
  return [...over, ...linesOf(plan, grounds, now).filter((line) => !seen.has(key(line)))];
}

/**
 * Lines in the last millisecond of a day: what ended with that day is judged as it ended, so that a missed quota of the
 * day isn't “about to end” for ever. `grounds`: up to that millisecond. `endAt`: the midnight after it.
 */
export function asEnded(plan: Planned, grounds: Grounds, lines: readonly Line[], endAt: number): readonly Line[] {
  return lines.map((line) => {
    const { overAt, from, to } = line.verdict;
    if (overAt !== endAt) return line;
    const ended = linesOver(plan, grounds, { from, to: localDay(endAt) }, endAt);
    return ended.find(({ part, verdict }) => part === line.part && verdict.from === from && verdict.to === to) ?? line;
  });
}

/** The verdicts of each part of the duty, in their order. */
function judgedOver(plan: Planned, grounds: Grounds, span: Span, now: number): readonly (readonly Verdict[])[] {
  const { does, warn } = plan.duty;
  const { calendar } = grounds;
  switch (does.pattern) {
    case 'rate': {
      const [tallies, life] = [grounds.tallies(does, plan.thing), lifeOf(plan)];
      return rateRules(plan, does).map((one) => {
        const { per } = one.quota;
        const counted = byPeriod(tallies, per);
        return periodsOver(plan, per, span, now, (day, then) => {
          const line = rateLine(one, life, day, calendar);
          return line && judgeRate(one, line, counted.get(periodAt(per, day).from) ?? none, then);
        });
      });
    }
    case 'gap':
      return [gapsOver(plan, does, grounds, span, now)];
    case 'due': {
      const passed = { from: span.from, to: firstOf(span.to, addDays(localDay(now), 1)) };
      const tallies = grounds.tallies(does, plan.thing);
      const lines = dueIn(plan, does, passed, grounds, now);
      return [lines.map((line) => judgeDue({ ...does, warn }, line, tallies, calendar, now))];
    }
    case 'within':
      return [those(clocksOf(plan, does, grounds, now), ({ from }) => from >= span.from && from < span.to)];
    case 'count':
      return [
        does.per
          ? periodsOver(plan, does.per, span, now, (day, then) => countOf(plan, does, grounds, then, day))
          : linesNow(plan, grounds, now).flat(),
      ];
    case 'share': {
      if (!('per' in does.over)) return linesNow(plan, grounds, now);
      const { per } = does.over;
      return [periodsOver(plan, per, span, now, (day, then) => shareOf(plan, does, grounds, then, periodAt(per, day)))];
    }
    case 'keep':
      return linesNow(plan, grounds, now);
  }
}

/** Read once for all periods of the span, and not once for each. What counted comes nearly in order of days. */
function byPeriod(tallies: readonly Tally[], per: Settled<Period>): ReadonlyMap<Day, readonly Tally[]> {
  const periods = new Map<Day, Tally[]>();
  let [span, own]: [Span | undefined, Tally[]] = [undefined, []];
  for (const tally of tallies) {
    const { on } = tally;
    if (!span || on < span.from || on >= span.to) {
      span = periodAt(per, on);
      own = periods.get(span.from) ?? [];
      periods.set(span.from, own);
    }
    own.push(tally);
  }
  return periods;
}
const none: readonly never[] = [];

/** One verdict for each period that begins in the span, as it stands at its end or now. */
function periodsOver(
  plan: Planned,
  per: Settled<Period>,
  span: Span,
  now: number,
  judge: (day: Day, then: number) => Verdict | undefined,
): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  const today = localDay(now);
  const { ruledFrom } = lifeOf(plan);
  for (let day = later(ruledFrom, span.from); day < span.to && day <= today; ) {
    const { to } = periodAt(per, day);
    const verdict = judge(day, Math.min(now, startOf(to)));
    if (verdict && holdsOn(plan.rule, later(verdict.from, ruledFrom))) verdicts.push(verdict);
    day = to;
  }
  return verdicts;
}

/** Each event, and now, ends the gap before it: those that were too long by then are episodes. */
function gapsOver(plan: Planned, does: Settled<Gap>, grounds: Grounds, span: Span, now: number): readonly Verdict[] {
  const first = later(lifeOf(plan).ruledFrom, span.from);
  const ends = known(grounds.tallies(does, plan.thing), now)
    .filter(({ n }) => n > 0)
    .map(knownAt)
    .toSorted((a, b) => a - b);
  const walk = walksOver(plan, grounds);
  const own = walk(does);
  const lasts = lastingOf(plan, does, grounds.calendar);
  const gaps: Verdict[] = [];
  for (const end of ends) {
    const then = end - 1;
    if (localDay(end) < first || (lasts && then < lasts(own.lastOn(then)))) continue;
    const before = gapOf(plan, does, { ...grounds, tallies: (counting) => walk(counting).upTo(then) }, then);
    if (before?.status === 'breached') gaps.push({ ...before, doneAt: end });
  }
  const running = gapOf(plan, does, grounds, now);
  if (running) gaps.push(running);
  return gaps.filter(({ from }) => from < span.to);
}

/** One for each way to count: the version before may have counted otherwise. */
function walksOver({ thing }: Planned, { tallies }: Grounds): (counting: Count) => Walk {
  const walks = new Map<Count, Walk>();
  return (counting) => kept(walks, counting, () => walking(tallies(counting, thing)));
}
