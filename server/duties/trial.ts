/** A draft regulation over what really happened: how each of its duties would have stood. Nothing is changed. */
import { setImmediate as breathe } from 'node:timers/promises';
import { addDays, type Day, localDay } from '../../core/day.ts';
import { daysOf, gathering, plansOf } from '../../core/duty/gather.ts';
import { linesOver } from '../../core/duty/history.ts';
import type { Line } from '../../core/duty/lines.ts';
import type { Rule } from '../../core/duty/plan.ts';
import type { Binding, InForce, Regulation } from '../../core/regulation/types.ts';
import type { Database } from '../door/knock.ts';
import { type Ledger, load } from './ledger.ts';
import { below, rows } from './world.ts';

/** As if the unit had adopted it on `since`. */
export async function tryDuties(
  db: Database,
  regulation: Regulation,
  binding: Binding,
  since: Day,
  at: Date,
): Promise<Ledger> {
  const world = await rows(db);
  const known = await load(db, [{ regulation }], at, world);
  const rule: Rule = {
    ...draftOf(regulation, binding),
    from: since,
    ruledFrom: since,
    reach: below(binding.unit, world.units),
  };
  const span = { from: since, to: addDays(localDay(at), 1) };
  const plans = plansOf([rule], known);
  const groundsOf = gathering(known, plans);
  const lines: Line[] = [];
  for (const [i, plan] of plans.entries()) {
    // A year over a county takes seconds: others are served in between.
    if (i % 20 === 19) await breathe();
    lines.push(...linesOver(plan, groundsOf(plan), span, at.getTime()));
  }
  return { lines, world, calendarFor: (line) => known.calendarOf(daysOf(line)) };
}

/** A text that nobody has adopted, as if somebody had. */
export const draftOf = (regulation: Regulation, binding: Binding): InForce => ({
  versionId: '',
  adoptionId: 'draft',
  binding,
  regulation,
});
