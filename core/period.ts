/** Periods that a duty counts in: half-open, local, one after the other without a gap. */
import { type Calendar, type Sure, workdaysAfter } from './calendar.ts';
import { addDays, type Day, weekday } from './day.ts';
import { addMonths } from './duration.ts';

export type Period = 'day' | 'working day' | 'week' | 'half-month' | 'month' | 'quarter' | 'half-year' | 'year';
/** `to` isn't in it: it is the first day of the next one. */
export type Span = { readonly from: Day; readonly to: Day };

const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** What was worked out once is kept: a year of a cluster asks millions of times, and there are few days. */
const known = new Map<Period, Map<Day, Span>>();
const knownMax = 50_000;

/**
 * The period that holds a day. Weeks begin on Monday, half-months on the 1st and the 16th. A `working day` is a day: on a
 * day off it is a period that holds no working day, and is skipped like any other such period.
 */
export function periodAt(period: Period, day: Day): Span {
  const days = known.get(period) ?? new Map<Day, Span>();
  const found = days.get(day);
  if (found) return found;
  const span = spanAt(period, day);
  // A slip that asks for days without end must not grow it.
  if (days.size >= knownMax) days.clear();
  known.set(period, days.set(day, span));
  return span;
}

function spanAt(period: Period, day: Day): Span {
  switch (period) {
    case 'day':
    case 'working day':
      return { from: day, to: addDays(day, 1) };
    case 'week': {
      const from = addDays(day, 1 - weekday(day));
      return { from, to: addDays(from, 7) };
    }
    case 'half-month': {
      const month = periodAt('month', day);
      const middle = `${day.slice(0, 8)}16`;
      return day < middle ? { from: month.from, to: middle } : { from: middle, to: month.to };
    }
    default: {
      const month = Number(day.slice(5, 7)) - 1;
      const from = addMonths(`${day.slice(0, 8)}01`, -(month % months[period]));
      return { from, to: addMonths(from, months[period]) };
    }
  }
}

export const nextPeriod = (period: Period, { to }: Span): Span => periodAt(period, to);

/** The first day of the month that a week belongs to: its Thursday's. `day`: any of the week. */
export const monthOfWeek = (day: Day): Day => `${addDays(day, 4 - weekday(day)).slice(0, 8)}01`;

/**
 * Whether somebody works in it at all; a period without is skipped. Of a week over New Year the half that is loaded is
 * enough, where somebody works in it.
 */
export function holdsWorkday({ from, to }: Span, calendar: Calendar): { readonly holds: boolean } & Sure {
  const newYear = `${to.slice(0, 4)}-01-01`;
  const halves =
    from < newYear && newYear < to
      ? [
          { from, to: newYear },
          { from: newYear, to },
        ]
      : [];
  const whole = workdaysIn({ from, to }, calendar);
  const parts = halves.map((half) => workdaysIn(half, calendar));
  const isSure = whole.isSure || parts.some((part) => part.isSure && part.n > 0);
  return { holds: whole.n > 0, isSure, horizon: whole.horizon };
}
const workdaysIn = ({ from, to }: Span, calendar: Calendar) =>
  workdaysAfter(addDays(from, -1), addDays(to, -1), calendar);
