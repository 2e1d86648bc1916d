/** The instant at which a day is looked at: its last one, or now where it isn't over yet. */
import { type Day, endOf, localDay } from '../core/day.ts';

export const asOf = (on: Day | undefined, now: Date): Date =>
  on !== undefined && on < localDay(now) ? new Date(endOf(on) - 1) : now;
