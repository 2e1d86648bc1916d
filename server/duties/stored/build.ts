/**
 * Sums of series that nothing was counted for yet. What counts by itself is added up where it lies (`plain.ts`); of the
 * articles where one event says what another one counts, core/duty is asked, as the fold asks it.
 */
import { takesBack } from '../../../core/duty/facts.ts';
import { summed } from '../../../core/duty/sums.ts';
import type { Tally } from '../../../core/duty/verdict.ts';
import type { Database } from '../../door/knock.ts';
import { factsOfArticles } from '../facts.ts';
import { moreMemory } from './memory.ts';
import { addPlain, alike, asks, type Without } from './plain.ts';
import type { Counted, Planning } from './planning.ts';
import { type Added, add, addedTo, numbered } from './sums.ts';
import { type Entangled, entangled } from './texts.ts';

/** Of so many articles all events lie in memory at once. */
const articlesMax = 2_000;

/** `found`: what is entangled, where somebody looked for it already. */
export async function build(
  db: Database,
  { series }: Pick<Planning, 'series'>,
  upto: number,
  found?: Promise<Entangled>,
): Promise<void> {
  // Numbered as they are built: the key of the table then only grows at its end.
  const { ids, isNew } = await numbered(
    db,
    alike([...series.values()]).flatMap((of) => of.map(({ key }) => key)),
  );
  const fresh = [...series.values()].filter(({ key }) => isNew.has(key));
  if (fresh.length === 0) return;
  await moreMemory(db);
  const { once, lasting } = await (found ?? entangled(db, upto));
  const without = { upto, once, lasting };
  // What core adds up, it adds up while PostgreSQL does the rest.
  const [, more] = await Promise.all([addPlain(db, ids, fresh, without), addedUp(db, fresh, without)]);
  await add(db, ids, more);
}

/** What these articles add to each series that asks for them. */
async function addedUp(
  db: Database,
  fresh: readonly Counted[],
  { upto, ...those }: Without,
): Promise<readonly Added[]> {
  const [once, lasting] = [new Set(those.once), new Set(those.lasting)];
  const sums = fresh.map((one) => ({ ...one, asks: asks(one.series), things: new Map<string, Map<string, Tally>>() }));
  const kinds = [...new Set([...fresh.flatMap(({ series }) => series.events), takesBack])];
  const articles = [...new Set([...once, ...lasting])];
  for (let i = 0; i < articles.length; i += articlesMax) {
    const facts = await factsOfArticles(db, articles.slice(i, i + articlesMax), upto, kinds);
    for (const { asks, things, ...one } of sums) {
      const some = asks === 'lasting' ? lasting : asks === 'once' ? once : undefined;
      const own = some ? facts.filter(({ article = '' }) => some.has(article)) : [];
      for (const { id, tallies } of addedTo(one, [], own)) addTo(things, id, tallies);
    }
  }
  return sums.flatMap(({ key, things }) => [...things].map(([id, days]) => ({ key, id, tallies: [...days.values()] })));
}

/** By day, day of knowing and sign, as `summed` has them. */
function addTo(things: Map<string, Map<string, Tally>>, id: string, tallies: readonly Tally[]): void {
  const days = things.get(id) ?? new Map<string, Tally>();
  for (const tally of tallies) {
    const key = `${tally.on} ${tally.knownOn} ${tally.n < 0}`;
    const sum = days.get(key);
    days.set(key, sum ? (summed([sum, tally])[0] as Tally) : tally);
  }
  things.set(id, days);
}
