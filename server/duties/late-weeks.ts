/** In which weeks the lines of an adoption's duties ran out: from the closed periods, and from what is late and still open. */
import { sql } from 'kysely';
import { addDays, type Day, localDay, startOf } from '../../core/day.ts';
import { periodAt } from '../../core/period.ts';
import type { Database } from '../door/knock.ts';

const shown = 12;

/** By duty: how many ran out in each of the last 12 weeks that have any; the week of `at` included, and nothing after `at`. */
export async function lateWeeks(db: Database, adoption: string, at: Date): Promise<ReadonlyMap<string, Weeks>> {
  const first = addDays(periodAt('week', localDay(at.getTime())).from, 7 * (1 - shown));
  const { rows } = await sql<{ duty: string; over: number }>`
    with late as (
      select duty, subject, subject_id, part, from_on, over_at from duties.line
       where adoption_id = ${adoption} and status = 'breached'
      union
      select duty, subject, subject_id, part, from_on, over_at from duties.closed
       where adoption_id = ${adoption} and status = 'breached')
    select duty, (extract(epoch from over_at) * 1000)::float8 as over from late
     where over_at > ${new Date(startOf(first))} and over_at <= ${at}`.execute(db);
  const empty = () => Array.from({ length: shown }, (_, i) => ({ from: addDays(first, 7 * i), n: 0 }));
  const found = new Map<string, { from: Day; n: number }[]>();
  for (const { duty, over } of rows) {
    const weeks = found.get(duty) ?? empty();
    // Time runs out with the last instant of a period: that belongs to its week, and not to the next one.
    const week = weeks.find(({ from }) => over - 1 < startOf(addDays(from, 7)));
    if (week) week.n += 1;
    found.set(duty, weeks);
  }
  return found;
}

export type Weeks = readonly { readonly from: Day; readonly n: number }[];
