/** Who bears a line where the lead of a column changed: for most of a period, or when the time ran out. */
import { addDays, type Day, dayNumber, localDay } from '../day.ts';
import type { Thing } from './facts.ts';
import type { Planned } from './plan.ts';
import { firstOf, later, type Verdict } from './verdict.ts';

/** The units that bear it: of a rate who led for most of the period, of equal times the later one; else who led on its last day. */
export function bearersOf({ by, duty, thing }: Planned, { from, to, overAt }: Verdict, now: number): readonly string[] {
  const { led } = thing;
  if (!led || duty.by !== 'column.lead') return by;
  if (duty.does.pattern === 'rate') return longest(led, from, to);
  const last = overAt === undefined ? addDays(to, -1) : localDay(overAt - 1);
  return led.findLast((one) => one.from <= firstOf(last, localDay(now)))?.units ?? by;
}

function longest(led: NonNullable<Thing['led']>, from: Day, to: Day): readonly string[] {
  const days = led.map((one, i) => {
    const [begin, end] = [later(one.from, from), firstOf(led[i + 1]?.from ?? to, to)];
    return Math.max(0, dayNumber(end) - dayNumber(begin));
  });
  return led[days.lastIndexOf(Math.max(...days))]?.units ?? [];
}
