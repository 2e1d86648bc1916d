/** Sums of series that nothing was counted for yet: from all facts, article by article, so that they never lie in memory at once. */
import { summed } from '../../../core/duty/sums.ts';
import type { Tally } from '../../../core/duty/verdict.ts';
import type { Database } from '../../door/knock.ts';
import { factsByArticle } from '../facts.ts';
import type { Planning } from './planning.ts';
import { add, addedTo, numbered } from './sums.ts';

export async function build(db: Database, { series }: Planning, upto: number): Promise<void> {
  const { ids, isNew } = await numbered(db, [...series.keys()]);
  const fresh = [...series.values()].filter(({ key }) => isNew.has(key));
  if (fresh.length === 0) return;
  const kinds = [...new Set(fresh.flatMap((one) => one.series.events))];
  const sums = fresh.map((one) => ({ ...one, things: new Map<string, Map<string, Tally>>() }));
  for await (const facts of factsByArticle(db, kinds, upto))
    for (const one of sums) for (const { id, tallies } of addedTo(one, [], facts)) addUp(one.things, id, tallies);
  for (const { key, things } of sums)
    await add(
      db,
      ids,
      [...things].map(([id, days]) => ({ key, id, tallies: [...days.values()] })),
    );
}

/** By day, day of knowing and sign, as `summed` has them. */
function addUp(things: Map<string, Map<string, Tally>>, id: string, tallies: readonly Tally[]): void {
  const days = things.get(id) ?? new Map<string, Tally>();
  for (const tally of tallies) {
    const key = `${tally.on} ${tally.knownOn} ${tally.n < 0}`;
    const sum = days.get(key);
    days.set(key, sum ? (summed([sum, tally])[0] as Tally) : tally);
  }
  things.set(id, days);
}
