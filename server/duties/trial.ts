/** A draft regulation over what really happened: how each of its duties would have stood. Nothing is changed. */
import { setImmediate as breathe } from 'node:timers/promises';
import { addDays, type Day, localDay } from '../../core/day.ts';
import { gathering, plansInOrder, plansOf } from '../../core/duty/gather.ts';
import { linesOver } from '../../core/duty/history.ts';
import type { Rule } from '../../core/duty/plan.ts';
import type { Binding, InForce, Regulation } from '../../core/regulation/types.ts';
import type { Database } from '../door/knock.ts';
import { calendarsIn, knownUntil, type Ledger } from './ledger.ts';
import { type Standing, standings } from './trial-sums.ts';
import { below, rows } from './world.ts';

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
  const world = await rows(db);
  const draft = draftOf(regulation, binding);
  const rule: Rule = { ...draft, from: since, ruledFrom: since, reach: below(binding.unit, world.units) };
  const known = await knownUntil(db, [rule], at, world);
  const groundsOf = gathering(known, () => plansOf([rule], known));
  const span = { from: since, to: addDays(localDay(at), 1) };
  const { duties, add } = standings();
  let lines = 0;
  for (const plans of plansInOrder(rule, known)) {
    for (const plan of plans) {
      const own = linesOver(plan, groundsOf(plan), span, at.getTime());
      own.forEach(add);
      lines += own.length + 1;
    }
    // A year over a county takes seconds: others are served in between.
    if (lines > linesAtOnce) {
      await breathe();
      lines = 0;
    }
  }
  return { duties, world, calendarFor: calendarsIn(known) };
}
/** Some milliseconds' worth. */
const linesAtOnce = 5_000;

/** A text that nobody has adopted, as if somebody had. */
export const draftOf = (regulation: Regulation, binding: Binding): InForce => ({
  versionId: '',
  adoptionId: 'draft',
  binding,
  regulation,
});
