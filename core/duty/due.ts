/** `due`: by a day. ZJ-14: 每年一月十日、七月十日; MS-4.1: 每月十日前. */
import { type Calendar, nthWorkdayBefore, type Sure, workdayAt } from '../calendar.ts';
import { addDays, type Day, daysIn, endOf, startOf, yearOf } from '../day.ts';
import { addMonths, type DayDuration, lastDayOf } from '../duration.ts';
import { periodAt, type Span } from '../period.ts';
import type { Due, DueDay, Warn } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { firstAt, inside, items, known, seqsOf } from './tallies.ts';
import { ahead, firstOf, ifSure, type Life, later, type Tally, type Verdict } from './verdict.ts';
import { firstWarning, goBack } from './warn.ts';

export type DueRule = Pick<Settled<Due>, 'days' | 'about' | 'opens'> & { readonly warn: readonly Settled<Warn>[] };
export type Anchors = (event: string) => readonly Day[];
/** One day by which it is due. It can be done from `opensOn` on, and until `closesOn` it is still owed: then the next opens. */
export type DueLine = {
  readonly opensOn: Day;
  readonly dueOn: Day;
  readonly closesOn?: Day;
  readonly about?: Span;
} & Sure;

/**
 * The lines whose due day lies in a span. `anchors`: for a day before or after an event, the days on which it happened.
 * The window opens `opens` before; else at the end of the period that it is about; else the day after the last due day,
 * or for the first one on the first day of its period. A line whose window opened before the thing was born is
 * left out, and so is one whose day comes before the rule, or not before the thing's end.
 */
export function dueLines(
  rule: DueRule,
  life: Life,
  anchors: Anchors,
  span: Span,
  calendar: Calendar,
): readonly DueLine[] {
  return allIn(rule, anchors, span, calendar)
    .filter(({ dueOn }) => dueOn >= span.from && dueOn < span.to)
    .filter(({ opensOn, dueOn }) => opensOn >= life.bornOn && dueOn >= life.ruledFrom)
    .filter(({ dueOn }) => life.endedOn === undefined || dueOn < life.endedOn);
}

/** Without a life; those of a span and around it. The same for all things, where no event names the days: kept for the next one. */
function allIn(rule: DueRule, anchors: Anchors, span: Span, calendar: Calendar): readonly DueLine[] {
  const { from, to } = span;
  const known = last.get(rule.days);
  if (known && known.from === from && known.to === to && known.calendar === calendar) return known.lines;
  const lines = madeIn(rule, anchors, span, calendar);
  if (!rule.days.some((day) => 'event' in day)) last.set(rule.days, { from, to, calendar, lines });
  return lines;
}
type Made = Span & { readonly calendar: Calendar; readonly lines: readonly DueLine[] };
const last = new WeakMap<DueRule['days'], Made>();

function madeIn(rule: DueRule, anchors: Anchors, span: Span, calendar: Calendar): readonly DueLine[] {
  const wide = { from: addMonths(span.from, -24), to: addMonths(span.to, 24) };
  const found = rule.days.flatMap((day) => daysOf(day, anchors, wide, calendar));
  const all = found.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const lines = all.map((one, i): DueLine => {
    const about = aboutOf(rule, one.on);
    const before = all[i - 1]?.on;
    const opens = rule.opens ? goBack(rule.opens, one.on, calendar) : undefined;
    const after = before === undefined ? one.on : addDays(before, 1);
    const opensOn = opens?.on ?? about?.to ?? after;
    const horizon = later(one.horizon, opens?.horizon);
    return {
      opensOn,
      dueOn: one.on,
      ...(about ? { about } : {}),
      isSure: one.isSure && (opens?.isSure ?? true),
      horizon,
    };
  });
  return lines.map((line, i) => ({ ...line, ...closing(lines[i + 1]) }));
}
const closing = (next: DueLine | undefined) => (next ? { closesOn: next.opensOn } : {});

function daysOf(
  day: Settled<DueDay>,
  anchors: Anchors,
  span: Span,
  calendar: Calendar,
): readonly ({ readonly on: Day } & Sure)[] {
  if ('event' in day) return anchors(day.event).map((anchor) => beside(day, anchor, calendar));
  if ('month' in day) {
    const years = Array.from({ length: yearOf(span.to) - yearOf(span.from) + 1 }, (_, i) => yearOf(span.from) + i);
    return years.map((year) =>
      exactly(`${year}-${two(day.month)}-${two(Math.min(day.date, daysIn(year, day.month)))}`),
    );
  }
  const days: ({ readonly on: Day } & Sure)[] = [];
  for (let period = periodAt(day.of, span.from); period.from < span.to; period = periodAt(day.of, period.to)) {
    const last = addDays(period.to, -1);
    if ('last' in day) days.push(...(day.last === 'day' ? [exactly(last)] : lastWorkday(period, calendar)));
    else days.push(exactly(firstOf(addDays(period.from, day.day - 1), last)));
  }
  return days;
}
const exactly = (on: Day): { readonly on: Day } & Sure => ({ on, isSure: true, horizon: on });
const two = (n: number): string => String(n).padStart(2, '0');

/** None in a period without a working day: it is skipped. */
function lastWorkday({ from, to }: Span, calendar: Calendar): readonly ({ readonly on: Day } & Sure)[] {
  const last = addDays(to, -1);
  const { isWorkday, isSure } = workdayAt(last, calendar);
  const found = isWorkday ? { on: last, isSure, horizon: last } : nthWorkdayBefore(last, 1, calendar);
  return found.on < from ? [] : [found];
}

function beside({ time, side }: Extract<Settled<DueDay>, { event: string }>, anchor: Day, calendar: Calendar) {
  return side === 'before' ? goBack(time, anchor, calendar) : lastDayOf(time as DayDuration, anchor, calendar);
}

function aboutOf({ about }: DueRule, dueOn: Day): Span | undefined {
  const before = (period: 'month' | 'quarter' | 'year') => periodAt(period, addDays(periodAt(period, dueOn).from, -1));
  switch (about) {
    case undefined:
    case 'next period':
      return undefined;
    case 'this month':
      // It can be handed in during the month itself.
      return undefined;
    case 'previous month':
      return before('month');
    case 'previous quarter':
      return before('quarter');
    case 'previous year':
      return before('year');
  }
}

/** What was done from the opening on, until the next one opens; after the due day it is late, and stays so. */
export function judgeDue(
  rule: DueRule,
  line: DueLine,
  tallies: readonly Tally[],
  calendar: Calendar,
  now: number,
): Verdict {
  const until = addDays(line.dueOn, 1);
  // What becomes known when the time is over changes a line no more.
  const inTime = inside(known(tallies, Math.min(now, startOf(until) - 1)), { from: line.opensOn, to: until });
  const late = inside(known(tallies, now), { from: until, to: line.closesOn ?? '9999-12-31' });
  const end = endOf(line.dueOn);
  const warning = firstWarning(rule.warn, { startAt: startOf(line.opensOn), overAt: end }, calendar);
  const given: Verdict = {
    status: 'met',
    from: line.opensOn,
    to: until,
    n: 0,
    asked: 1,
    overAt: end,
    isSure: line.isSure,
    horizon: later(line.horizon, warning.horizon),
    rests: [],
  };
  const n = items(inTime);
  if (n > 0) return ifSure({ ...given, n, status: 'met', rests: seqsOf(inTime) });
  if (now >= end) {
    const doneAt = items(late) > 0 ? firstAt(late) : undefined;
    return ifSure({
      ...given,
      n: 0,
      status: 'breached',
      rests: seqsOf(late),
      ...(doneAt === undefined ? {} : { doneAt }),
    });
  }
  const isSure = line.isSure && warning.isSure;
  const status = now >= warning.at ? 'warned' : 'pending';
  return ifSure({ ...given, isSure, n: 0, status, rests: [], ...ahead(now, warning.at, end) });
}
