/**
 * Sums of series that nothing was counted for yet. What counts by itself is added up where it lies (`plain.ts`); of the
 * articles where one event says what another one counts, core/duty is asked, as the fold asks it.
 */
import { sql } from 'kysely';
import { countsOnce, takesBack } from '../../../core/duty/facts.ts';
import { summed } from '../../../core/duty/sums.ts';
import type { Tally } from '../../../core/duty/verdict.ts';
import type { Database } from '../../door/knock.ts';
import { factsOfArticles } from '../facts.ts';
import { moreMemory } from './memory.ts';
import { addPlain, alike, asks, type Without } from './plain.ts';
import type { Counted, Planning } from './planning.ts';
import { type Added, add, addedTo, numbered } from './sums.ts';

/** Of so many articles all events lie in memory at once. */
const articlesMax = 2_000;

export async function build(db: Database, { series }: Pick<Planning, 'series'>, upto: number): Promise<void> {
  // Numbered as they are built: the key of the table then only grows at its end.
  const { ids, isNew } = await numbered(
    db,
    alike([...series.values()]).flatMap((of) => of.map(({ key }) => key)),
  );
  const fresh = [...series.values()].filter(({ key }) => isNew.has(key));
  if (fresh.length === 0) return;
  await moreMemory(db);
  const without = await entangled(db, upto);
  await addPlain(db, ids, fresh, without);
  await add(db, ids, await addedUp(db, fresh, without));
}

/** Articles that were published more than once, and those that were withdrawn. */
async function entangled(db: Database, upto: number): Promise<Without> {
  const { rows } = await sql<{ id: string; once: boolean; lasting: boolean }>`
    select article_id as id, count(*) filter (where kind = ${countsOnce}) > 1 as once, bool_or(kind = ${takesBack}) as lasting
      from door.fact where kind in (${countsOnce}, ${takesBack}) and article_id is not null and seq <= ${upto}
     group by article_id having count(*) filter (where kind = ${countsOnce}) > 1 or bool_or(kind = ${takesBack})`.execute(
    db,
  );
  const those = (which: 'once' | 'lasting') => rows.filter((row) => row[which]).map(({ id }) => id);
  return { upto, once: those('once'), lasting: those('lasting') };
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
