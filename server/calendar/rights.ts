/** Who may load the days of everybody, and whose own, by the regulations in force today. */
import { loaders, loadersForAll } from '../../core/calendar/load-right.ts';
import { localDay } from '../../core/day.ts';
import { type Entitled, holdsOneOf } from '../../core/regulation/adopt-right.ts';
import type { InForce } from '../../core/regulation/types.ts';
import { actingOf } from '../acting.ts';
import type { Database } from '../door/knock.ts';
import { everyAdoption } from '../in-force.ts';

export type Unit = { readonly id: string; readonly name: string; readonly parentId: string | null };
const unitsMax = 5_000;

/** What is in force over each unit, nearest first; and the units, in their order. */
async function lawsOver(db: Database, at: Date) {
  const today = localDay(at);
  const laws = (await everyAdoption(db)).filter(
    ({ from, until }) => from <= today && (until === null || today < until),
  );
  const units: readonly Unit[] = await db
    .selectFrom('people.unit')
    .select(['id', 'name', 'parentId'])
    .where('closedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .limit(unitsMax)
    .execute();
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const over = (unit: string | null | undefined): readonly InForce[] =>
    unit ? [...laws.filter(({ binding }) => binding.unit === unit), ...over(parents.get(unit))] : [];
  return { laws, units, over, above: (unit: string) => over(parents.get(unit)) };
}

/** `unit`: null for the days of everybody. */
export async function entitledFor(db: Database, unit: string | null, at: Date): Promise<readonly Entitled[]> {
  const { laws, over, above } = await lawsOver(db, at);
  return unit === null ? loadersForAll(laws, above) : loaders(over(unit));
}

/** What this person may load; `by`: who may load the days of everybody. */
export async function rightsOf(db: Database, person: string, at: Date) {
  const { laws, units, over, above } = await lawsOver(db, at);
  const held = await actingOf(db, person, at);
  const by = loadersForAll(laws, above);
  return { by, isForAll: holdsOneOf(held, by), units: units.filter(({ id }) => holdsOneOf(held, loaders(over(id)))) };
}
