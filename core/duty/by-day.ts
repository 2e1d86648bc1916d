/** What hangs on nothing but a rule, a calendar and a day is worked out once: a year of a cluster asks half a million times. */
import type { Calendar } from '../calendar.ts';
import type { Day } from '../day.ts';
import type { Duration } from '../duration.ts';
import { kept } from '../groups.ts';
import type { Warn } from '../regulation/duty-types.ts';
import { isExact } from '../regulation/measures.ts';
import type { Settled } from '../regulation/settle.ts';

export function byDay<R extends object, T extends {}>(
  make: (rule: R, day: Day, calendar: Calendar) => T,
): (rule: R, calendar: Calendar) => (day: Day) => T {
  const rules = new WeakMap<R, WeakMap<Calendar, (day: Day) => T>>();
  return (rule, calendar) => {
    const calendars = kept(rules, rule, () => new WeakMap<Calendar, (day: Day) => T>());
    return kept(calendars, calendar, () => {
      const days = new Map<Day, T>();
      return (day) => kept(days, day, () => make(rule, day, calendar));
    });
  };
}

/** Of a limit and its warnings: the day on which the time begins doesn't say when it ends. */
export const countsHours = (rule: { readonly limit: Duration; readonly warn: readonly Settled<Warn>[] }): boolean =>
  isExact(rule.limit.unit) || rule.warn.some((one) => 'after' in one && isExact(one.after.unit));
