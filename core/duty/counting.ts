/** Lines of other duties, counted: how they stand now, or all of a period. The national check counts columns that are late. */
import { addDays, type Day, localDay, startOf } from '../day.ts';
import { periodAt, type Span } from '../period.ts';
import type { Count } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { type Grounds, lifeOf } from './applied.ts';
import { judgeCount } from './count.ts';
import type { Line } from './lines.ts';
import type { Planned } from './plan.ts';
import { rateLine } from './rate.ts';
import { ahead, type Verdict } from './verdict.ts';

/**
 * How many lines stand so: of the period that holds a day, which is cut and skipped as that of a rate is; without a period
 * as they stand now. A thing over which a duty of `leaveOut` has a line is counted there.
 */
export function countOf(
  plan: Planned,
  does: Settled<Count>,
  grounds: Grounds,
  now: number,
  day: Day = localDay(now),
): Verdict | undefined {
  const elsewhere = new Set(grounds.others(does.leaveOut, now).map(({ thing }) => thing.id));
  const here = (lines: readonly Line[]) => lines.filter(({ thing }) => !elsewhere.has(thing.id));
  if (!does.per) {
    const lines = here(grounds.others(does.duties, now)).map(({ verdict }) => verdict);
    const span = { from: day, to: addDays(day, 1) };
    return { ...judgeCount(does, lines, span), ...ahead(now, ...lines.map(({ changesAt }) => changesAt)) };
  }
  const { bound, n, per } = does;
  const { holidays } = plan.duty;
  const quota = { bound, n, per, of: 'items' } as const;
  const period = rateLine({ quota, warn: [], ...(holidays ? { holidays } : {}) }, lifeOf(plan), day, grounds.calendar);
  if (!period) return undefined;
  const around = { from: addDays(period.from, -7), to: addDays(period.to, 7) };
  const lines = here(grounds.others(does.duties, now, around))
    .filter((line) => isInside(dayOf(line), period))
    .map(({ verdict }) => verdict);
  const end = startOf(period.to);
  const verdict = judgeCount({ ...does, n: period.asked }, lines, period, now < end);
  return { ...verdict, overAt: end, ...ahead(now, end, ...lines.map(({ changesAt }) => changesAt)) };
}

const isInside = (day: Day, { from, to }: Span): boolean => day >= from && day < to;

/** The day by which a line belongs to a period: a week's Thursday, the day that it is due, the day that a gap breaks. */
function dayOf({ verdict: { from, to, overAt }, duty: { does }, part }: Line): Day {
  switch (does.pattern) {
    case 'rate':
      return does.quotas[part]?.per === 'week' ? addDays(periodAt('week', from).from, 3) : from;
    case 'gap':
      return overAt === undefined ? from : localDay(overAt);
    case 'due':
      return addDays(to, -1);
    default:
      return from;
  }
}
