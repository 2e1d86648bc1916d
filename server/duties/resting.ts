/** The lines that rest on an event: as they stand now, and those that it met or ended in its own time. */
import { addDays, localDay } from '../../core/day.ts';
import type { Line } from '../../core/duty/lines.ts';
import type { Planned } from '../../core/duty/plan.ts';
import type { Database } from '../door/knock.ts';
import { type Ledger, ledgerAt } from './ledger.ts';
import { worse } from './view.ts';

/** A clock may have been started so long before the event that stops it. */
const daysBefore = 366;

/** Worst first. `wants`: which duties it may concern. */
export async function restingOn(
  db: Database,
  event: { readonly seq: string; readonly at: Date },
  at: Date,
  wants?: (plan: Planned) => boolean,
): Promise<{ readonly ledger: Ledger; readonly resting: readonly Line[] }> {
  const on = localDay(event.at);
  const ledger = await ledgerAt(db, at, wants, { from: addDays(on, -daysBefore), to: addDays(on, 1) });
  const resting = ledger.lines.filter(({ verdict }) => verdict.rests.includes(event.seq)).toSorted(worse);
  return { ledger, resting };
}
