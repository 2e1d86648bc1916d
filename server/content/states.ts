/** States of a placement p with its last run r, as the console's tabs and filters name them. */
import { sql } from 'kysely';

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
