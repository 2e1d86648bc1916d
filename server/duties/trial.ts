/** A draft regulation over what really happened: how each of its duties would have stood. Nothing is changed. */
import { setImmediate as breathe } from 'node:timers/promises';
import { addDays, type Day, localDay } from '../../core/day.ts';
import { linesOver } from '../../core/duty/history.ts';
import type { Rule } from '../../core/duty/plan.ts';
import type { Binding, InForce, Regulation } from '../../core/regulation/types.ts';
import type { Database } from '../door/knock.ts';
import { judging, type Ledger } from './ledger.ts';
import { type Standing, standings } from './trial-sums.ts';
import { below } from './world.ts';

/** `duties`: by id, how their lines would have stood. */
export type Trial = Pick<Ledger, 'world' | 'calendarFor'> & { readonly duties: ReadonlyMap<string, Standing> };

/** As if the unit had adopted it on `since`. */
export async function tryDuties(
  db: Database,
  regulation: Regulation,
  binding: Binding,
  since: Day,
  at: Date,
): Promise<Trial> {
  const { plans, groundsOf, world, calendarFor } = await judging(db, at, ({ units }): readonly Rule[] => [
    { ...draftOf(regulation, binding), from: since, ruledFrom: since, reach: below(binding.unit, units) },
  ]);
  const span = { from: since, to: addDays(localDay(at), 1) };
  const { duties, add } = standings();
  for (const [i, plan] of plans.entries()) {
    // A year over a county takes seconds: others are served in between.
    if (i % 20 === 19) await breathe();
    for (const line of linesOver(plan, groundsOf(plan), span, at.getTime())) add(line);
  }
  return { duties, world, calendarFor };
}

/** A text that nobody has adopted, as if somebody had. */
export const draftOf = (regulation: Regulation, binding: Binding): InForce => ({
  versionId: '',
  adoptionId: 'draft',
  binding,
  regulation,
});
