/** A draft regulation over what really happened: how each of its duties would have stood. Nothing is changed. */
import { setImmediate as breathe } from 'node:timers/promises';
import { addDays, type Day, localDay } from '../../core/day.ts';
import { linesOver } from '../../core/duty/history.ts';
import type { Line } from '../../core/duty/lines.ts';
import type { Rule } from '../../core/duty/plan.ts';
import type { Binding, InForce, Regulation } from '../../core/regulation/types.ts';
import type { Database } from '../door/knock.ts';
import { judging, type Ledger } from './ledger.ts';
import { below } from './world.ts';

/** As if the unit had adopted it on `since`. */
export async function tryDuties(
  db: Database,
  regulation: Regulation,
  binding: Binding,
  since: Day,
  at: Date,
): Promise<Ledger> {
  const { plans, groundsOf, world, calendarFor } = await judging(db, at, ({ units }): readonly Rule[] => [
    { ...draftOf(regulation, binding), from: since, ruledFrom: since, reach: below(binding.unit, units) },
  ]);
  const span = { from: since, to: addDays(localDay(at), 1) };
  const lines: Line[] = [];
  for (const [i, plan] of plans.entries()) {
    // A year over a county takes seconds: others are served in between.
    if (i % 20 === 19) await breathe();
    lines.push(...linesOver(plan, groundsOf(plan), span, at.getTime()));
  }
  return { lines, world, calendarFor };
}

/** A text that nobody has adopted, as if somebody had. */
export const draftOf = (regulation: Regulation, binding: Binding): InForce => ({
  versionId: '',
  adoptionId: 'draft',
  binding,
  regulation,
});
