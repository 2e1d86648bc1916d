/** States of a placement p with its last run r, as the console's tabs and filters name them. */
import { sql } from 'kysely';

/** The last run r of a placement p, alive or ended. */
export const withLastRun = sql`left join lateral (select * from content.run x where x.placement_id = p.id order by x.opened_at desc, x.moved_at desc limit 1) r on true`;

export const states = {
  draft: sql`p.run_id is null and p.state = 'none' and p.discarded_at is null and (r.id is null or r.outcome in ('recalled', 'withdrawn'))`,
  review: sql`p.run_id is not null and r.state = 'open'`,
  approved: sql`p.run_id is not null and r.state = 'complete'`,
  published: sql`p.state = 'published'`,
  returned: sql`p.run_id is null and r.outcome = 'returned' and p.discarded_at is null`,
  withdrawn: sql`p.state in ('withdrawn', 'expired')`,
  discarded: sql`p.discarded_at is not null`,
} as const;
export type State = keyof typeof states;
