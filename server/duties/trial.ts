/** A draft regulation over what really happened: how each of its duties would have stood. Nothing is changed. */
import { addDays, type Day, localDay } from '../../core/day.ts';
import { gathering, plansOf } from '../../core/duty/gather.ts';
import { linesOver } from '../../core/duty/history.ts';
import type { Line } from '../../core/duty/lines.ts';
import type { Rule } from '../../core/duty/plan.ts';
import type { Binding, Regulation } from '../../core/regulation/types.ts';
import type { Database } from '../door/knock.ts';
import { load } from './ledger.ts';
import { below, type Rows, rows } from './world.ts';

export type Trial = { readonly lines: readonly Line[]; readonly world: Rows };

/** As if the unit had adopted it on `since`. */
export async function tryDuties(
  db: Database,
  regulation: Regulation,
  binding: Binding,
  since: Day,
  at: Date,
): Promise<Trial> {
  const world = await rows(db);
  const known = await load(db, [{ regulation }], at, world);
  const rule: Rule = {
    versionId: '',
    adoptionId: 'draft',
    binding,
    regulation,
    from: since,
    ruledFrom: since,
    reach: below(binding.unit, world.units),
  };
  const span = { from: since, to: addDays(localDay(at), 1) };
  const plans = plansOf([rule], known);
  const groundsOf = gathering(known, plans);
  const lines = plans.flatMap((plan) => linesOver(plan, groundsOf(plan), span, at.getTime()));
  return { lines, world };
}
