/** Whether a person answers for what a unit adopted, read once for each unit. */
import { isInCharge } from '../core/regulation/in-charge.ts';
import { actingOf, unitsAbove, wayUp } from './acting.ts';
import type { Database } from './door/knock.ts';
import { inForce } from './in-force.ts';

export async function inChargeOf(db: Database, person: string, at: Date): Promise<(unit: string) => Promise<boolean>> {
  const held = await actingOf(db, person, at);
  const above = await unitsAbove(db);
  const known = new Map<string, Promise<boolean>>();
  return (unit) => {
    const found = known.get(unit) ?? inForce(db, unit, at).then((path) => isInCharge(held, path, wayUp(unit, above)));
    known.set(unit, found);
    return found;
  };
}
