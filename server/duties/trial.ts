/** A draft regulation over what really happened: how each of its duties would have stood. Nothing is changed. */
import { addDays, type Day, localDay } from '../../core/day.ts';
import { linesOver } from '../../core/duty/history.ts';
import type { Line } from '../../core/duty/lines.ts';
import type { Rule } from '../../core/duty/plan.ts';
import type { Binding, Regulation } from '../../core/regulation/types.ts';
import type { Database } from '../door/knock.ts';
import { type Loaded, load } from './ledger.ts';
import { plansOf } from './plans.ts';
import { below } from './world.ts';

export type Trial = { readonly lines: readonly Line[]; readonly loaded: Loaded };

/** As if the unit had adopted it on `since`. */
export async function tryDuties(
  db: Database,
  regulation: Regulation,
  binding: Binding,
  since: Day,
  at: Date,
): Promise<Trial> {
  const loaded = await load(db, [{ regulation }], at);
  const rule: Rule = {
    versionId: '',
    adoptionId: 'draft',
    binding,
    regulation,
    from: since,
    ruledFrom: since,
    reach: below(binding.unit, loaded.world.units),
  };
  const span = { from: since, to: addDays(localDay(at), 1) };
  const lines = plansOf([rule], loaded).flatMap((plan) =>
    linesOver(plan, loaded.groundsFor(plan.thing), span, at.getTime()),
  );
  return { lines, loaded };
}
