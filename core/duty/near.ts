/** How near the end of its time a line is, for whoever owes it: what 今天的职责 and a digest are sorted by. */
import { type Calendar, nthWorkday } from '../calendar.ts';
import { localDay } from '../day.ts';
import type { Line } from './lines.ts';

/** late: over, and not made good. today, soon: over with this day, or within three working days. warned: as its duty says. */
export type Near = 'late' | 'today' | 'soon' | 'warned';

/** Working days within which something falls due soon. Issue 6: 三个工作日内到期. */
const soonDays = 3;

/** Undefined where nobody has to do anything about it now. */
export function nearOf(
  { verdict, duty }: Pick<Line, 'verdict' | 'duty'>,
  calendar: Calendar,
  now: number,
): Near | undefined {
  const { status, overAt, doneAt } = verdict;
  if (status === 'breached') return doneAt === undefined ? 'late' : undefined;
  // A gap is met as long as it runs, and is broken by waiting.
  const isOpen = status === 'pending' || status === 'warned' || (status === 'met' && duty.does.pattern === 'gap');
  if (!isOpen) return undefined;
  return (
    (overAt === undefined ? undefined : byDay(overAt, calendar, now)) ?? (status === 'warned' ? 'warned' : undefined)
  );
}

/** `overAt`: milliseconds since 1970; the last day is the one before. */
export function byDay(overAt: number, calendar: Calendar, now: number): 'today' | 'soon' | undefined {
  const [last, today] = [localDay(overAt - 1), localDay(now)];
  if (last <= today) return 'today';
  return last <= nthWorkday(today, soonDays, calendar).on ? 'soon' : undefined;
}
