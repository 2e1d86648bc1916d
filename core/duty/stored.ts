/** What a ledger that is kept has to know of a planned duty: when to look again, from which day on sums matter, what ended. */
import { addDays, type Day, dayMs, localDay, startOf } from '../day.ts';
import { periodAt } from '../period.ts';
import type { Duty, Within } from '../regulation/duty-types.ts';
import { type Amount, isValue } from '../regulation/measures.ts';
import { clocksOf, dueIn, type Grounds, gapOf, lifeOf, rateRules } from './applied.ts';
import { isOverArticles } from './articles.ts';
import { judgeDue } from './due.ts';
import { exempted } from './exempt.ts';
import { type Line, shownDays, waiting } from './lines.ts';
import { holdsOn, type Planned } from './plan.ts';
import { judgeRate, rateLine } from './rate.ts';
import { isSelfRun } from './seen.ts';
import { firstOf, type Tally, type Verdict } from './verdict.ts';

/**
 * Whether its lines can be kept. What rests on other lines or on a part of a whole, on all sites of a portal, on what was
 * merged into its thing, on what is seen of sites that run themselves, on pauses, on days that events name, or on more than posts being filled is judged when it is asked for.
 */
export function isKept(plan: Planned): boolean {
  if (waiting(plan).length > 0 || (plan.thing.was?.length ?? 0) > 0) return false;
  const { does } = plan.duty;
  if (isSelfRun(plan.thing) && does.pattern !== 'keep') return false;
  if (plan.thing.subject === 'portal' && does.pattern !== 'keep') return false;
  switch (does.pattern) {
    case 'rate':
    case 'within':
      return true;
    case 'gap':
      return does.pauses.length === 0 && countsAsBefore(plan);
    case 'due':
      return does.days.every((day) => !('event' in day));
    case 'keep':
      return does.standing.every(({ things }) => things === 'post');
    case 'share':
    case 'count':
      return false;
  }
}

/** A gap may have begun under the version before: it has to be read off the same sums. */
function countsAsBefore({ rule, duty: { id, does } }: Planned): boolean {
  const before = rule.before?.regulation.duties?.find((one) => one.id === id)?.does;
  const own = rule.regulation.duties?.find((one) => one.id === id)?.does;
  if (before?.pattern !== 'gap' || own?.pattern !== 'gap' || does.pattern !== 'gap') return before?.pattern !== 'gap';
  const counted = ({ events, in: which, credit, lasting }: typeof own) =>
    JSON.stringify([events, which, credit, lasting]);
  return counted(before) === counted(own) && before.pauses.length === 0;
}

/**
 * The earliest instant at which the lines of this duty may be others by time alone, or undefined: a lower bound. `lines`:
 * what they are now.
 */
export function looksAt(plan: Planned, lines: readonly Line[], grounds: Grounds, now: number): number | undefined {
  const { rule, thing, duty } = plan;
  const { bornOn, endedOn } = thing.life;
  const today = localDay(now);
  // Of days only those that lie ahead become instants: most lie behind, and a hundred thousand lines ask.
  let next = Number.POSITIVE_INFINITY;
  const at = (instant: number | undefined) => {
    if (instant !== undefined && instant > now && instant < next) next = instant;
  };
  const on = (day: Day | undefined) => {
    if (day !== undefined && day > today) at(startOf(day));
  };
  on(rule.from);
  on(rule.until);
  on(rule.ruledFrom);
  on(bornOn);
  on(endedOn);
  for (const day of turns(plan, lines, grounds, now)) on(day);
  // A clock in hours may turn within its day: its verdict says when.
  for (const { verdict } of lines) at(verdict.changesAt);
  if (duty.does.pattern === 'due') at(now + 31 * dayMs);
  return Number.isFinite(next) ? next : undefined;
}

/** The days with which the lines turn, whatever happens. */
function turns(plan: Planned, lines: readonly Line[], grounds: Grounds, now: number): readonly Day[] {
  const { does } = plan.duty;
  const today = localDay(now);
  switch (does.pattern) {
    case 'rate':
      return does.quotas.map(({ per }) => periodAt(per, today).to);
    case 'due':
      return dueIn(plan, does, { from: addDays(today, -400), to: addDays(today, 400) }, grounds, now).flatMap(
        (line) => [line.opensOn, addDays(line.dueOn, 1)],
      );
    case 'within':
      return lines.flatMap(({ verdict: { to, doneAt } }) => (doneAt === undefined ? [] : [addDays(to, shownDays)]));
    default:
      return [];
  }
}

/**
 * The first day of what may still count when it is judged at this instant, or later; `last`: only the last day that counted.
 * `looksBack`: what has ended since then is asked about too, and a gap may have begun at any time.
 */
export function sumsFrom(plan: Planned, now: number, looksBack = false): Day | 'last' {
  const { does } = plan.duty;
  const today = localDay(now);
  switch (does.pattern) {
    case 'rate':
      return does.quotas.map(({ per }) => periodAt(per, today).from).reduce(firstOf, today);
    case 'gap':
      return looksBack ? '0001-01-01' : 'last';
    default:
      return addDays(today, -800);
  }
}

/**
 * From which of those days on each matters by itself, for whoever judges at this instant alone: where days are counted, or
 * where the rule's beginning cuts a period; else only how much there was between the beginnings of periods.
 */
export function eachFrom(plan: Planned, now: number): { readonly each?: Day } {
  const { does } = plan.duty;
  if (does.pattern !== 'rate') return { each: '0001-01-01' };
  const { ruledFrom } = lifeOf(plan);
  const starts = does.quotas.flatMap(({ per, of }) => {
    const { from } = periodAt(per, localDay(now));
    return of === 'days' || ruledFrom > from ? [from] : [];
  });
  return starts.length === 0 ? {} : { each: starts.reduce(firstOf) };
}

const periods = ['year', 'half-year', 'quarter', 'month', 'half-month', 'week', 'day'] as const;
/** The first days of all the periods that hold a day, in order. */
export const startsAt = (day: Day): readonly Day[] => periods.map((per) => periodAt(per, day).from).toSorted();

/**
 * What ended by time alone after `since`, up to `now`, each judged at the instant at which it ended. Nothing is skipped,
 * however long nobody looked.
 */
export function endedBy(plan: Planned, grounds: Grounds, since: number, now: number): readonly Line[] {
  const { duty, rule } = plan;
  const { does, warn } = duty;
  const [first, last] = [localDay(since), localDay(now)];
  const closedAs = (verdict: Verdict, at: number) => exempted(verdict, plan, grounds.exemptions, at);
  switch (does.pattern) {
    case 'rate': {
      const tallies = grounds.tallies(does, plan.thing);
      return rateRules(plan, does).flatMap((one, part) => {
        const ended: Line[] = [];
        for (let day = first; ; ) {
          const { to } = periodAt(one.quota.per, day);
          if (startOf(to) > now) return ended;
          const line = rateLine(one, lifeOf(plan), addDays(to, -1), grounds.calendar);
          if (line && holdsOn(rule, line.from) && startOf(to) > since)
            ended.push({
              ...plan,
              part,
              verdict: closedAs(judgeRate(one, line, tallies, startOf(to)), startOf(to)),
            });
          day = to;
        }
      });
    }
    case 'due': {
      const tallies = grounds.tallies(does, plan.thing);
      return dueIn(plan, does, { from: addDays(first, -1), to: last }, grounds, now)
        .map((line) => ({ line, over: startOf(addDays(line.dueOn, 1)) }))
        .filter(({ over }) => over > since && over <= now)
        .map(({ line, over }) => ({
          ...plan,
          part: 0,
          verdict: closedAs(judgeDue({ ...does, warn }, line, tallies, grounds.calendar, over), over),
        }));
    }
    default:
      return [];
  }
}

/**
 * What events ended: clocks that stopped, and gaps that had been too long when something counted again. `before`: the
 * grounds without these events; `fresh`: what they added to what counts, in order.
 */
export function endedWith(
  plan: Planned,
  before: Grounds,
  after: Grounds,
  fresh: readonly Tally[],
  now: number,
): readonly Line[] {
  const { does } = plan.duty;
  const told = (verdicts: readonly Verdict[]): readonly Line[] =>
    verdicts.map((verdict) => ({ ...plan, part: 0, verdict: exempted(verdict, plan, after.exemptions, now) }));
  switch (does.pattern) {
    case 'within': {
      const had = new Set(clocksOf(plan, does, before, now).filter(isOver).map(startedBy));
      return told(clocksOf(plan, does, after, now).filter((one) => isOver(one) && !had.has(startedBy(one))));
    }
    case 'gap': {
      const tallies = [...before.tallies(does, plan.thing)];
      const ended: Verdict[] = [];
      for (const tally of fresh) {
        const at = tally.firstAt;
        const was = tally.n > 0 ? gapOf(plan, does, { ...after, tallies: () => tallies }, at - 1) : undefined;
        if (was?.status === 'breached' && localDay(at) >= lifeOf(plan).ruledFrom) ended.push({ ...was, doneAt: at });
        tallies.push(tally);
      }
      return told(ended);
    }
    default:
      return [];
  }
}

const startedBy = ({ rests }: Verdict): string => rests[0] ?? '';
/** A clock that its event stopped. */
const isOver = ({ status, doneAt }: Verdict): boolean => status === 'met' || doneAt !== undefined;

/**
 * Of duties over articles, each clock once: which events start and stop it. `soon`: milliseconds within which it stops in
 * time for sure; 0 where only its events say so. `days`: for how many after it stopped it may be shown.
 */
export function clocksOver(duties: readonly Pick<Duty, 'over' | 'does'>[]) {
  const over = duties.filter(isOverArticles);
  const clocks = over.flatMap(({ does }) => (does.pattern === 'within' ? [does] : []));
  const told = clocks.map((one) => ({
    from: one.from,
    to: one.to,
    soon: soonFor(one),
    days: shownDays + longest(one),
  }));
  return {
    clocks: [...new Map(told.map((one) => [JSON.stringify(one), one])).values()],
    /** Something else than a clock: then every article has its lines. */
    others: over.length > clocks.length,
  };
}

/** However the calendar falls: there are never more working days than days, and no month is shorter than 28. */
function soonFor({ limit, extension, pauses }: Within): number {
  if (isValue(limit) || typeof limit.n !== 'number' || extension || pauses.length > 0) return 0;
  return limit.n * fewestMs[limit.unit];
}
const fewestMs = {
  minute: 60_000,
  hour: 3_600_000,
  day: dayMs,
  'working day': dayMs,
  week: 7 * dayMs,
  month: 28 * dayMs,
  year: 365 * dayMs,
} as const;

/** More days than the clock can run, however the calendar falls; a length that the adopter sets may be any. */
function longest({ limit, extension, pauses }: Within): number {
  const lengths = [limit, ...(extension ? [extension.by] : []), ...pauses.map(({ atMost }) => atMost)];
  return lengths.reduce((sum, one) => sum + (isValue(one) ? 3_660 : daysAtMost(one)), 0);
}
const daysAtMost = ({ n, unit }: { readonly n: Amount; readonly unit: string }): number =>
  (typeof n === 'number' ? n : 3_660) * (mostDays[unit] ?? 366) + 20;
const mostDays: Readonly<Record<string, number>> = { minute: 1, hour: 1, day: 1, 'working day': 3, week: 7, month: 31 };
