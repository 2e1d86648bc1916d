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
import { addPlain, type Without } from './plain.ts';
import type { Counted, Planning } from './planning.ts';
import { add, addedTo, numbered } from './sums.ts';

/** Of so many articles all events lie in memory at once. */
const articlesMax = 2_000;

export async function build(db: Database, { series }: Pick<Planning, 'series'>, upto: number): Promise<void> {
  const { ids, isNew } = await numbered(db, [...series.keys()]);
  const fresh = [...series.values()].filter(({ key }) => isNew.has(key));
  if (fresh.length === 0) return;
  const without = { upto, ...(await entangled(db, upto)) };
  await addPlain(db, ids, fresh, without);
  const sums = fresh.map((one) => ({ ...one, things: new Map<string, Map<string, Tally>>() }));
  await addUp(db, sums, without.all, upto);
  await addUp(
    db,
    sums.filter((one) => one.series.lasting),
    without.lasting,
    upto,
  );
  await add(db, ids, sums.flatMap(addedUp));
}

/** Articles that were published more than once; and others that were withdrawn, which matters for what has to last. */
async function entangled(db: Database, upto: number): Promise<Pick<Without, 'all' | 'lasting'>> {
  const { rows } = await sql<{ id: string; twice: boolean }>`
    select article_id as id, count(*) filter (where kind = ${countsOnce}) > 1 as twice from door.fact
     where kind in (${countsOnce}, ${takesBack}) and article_id is not null and seq <= ${upto}
     group by article_id having count(*) filter (where kind = ${countsOnce}) > 1 or bool_or(kind = ${takesBack})
     order by article_id`.execute(db);
  const those = (twice: boolean) => rows.filter((row) => row.twice === twice).map(({ id }) => id);
  return { all: those(true), lasting: those(false) };
}

type Sums = Counted & { readonly things: Map<string, Map<string, Tally>> };

/** All that happened to these articles. */
async function addUp(db: Database, sums: readonly Sums[], articles: readonly string[], upto: number): Promise<void> {
  if (sums.length === 0) return;
  for (let i = 0; i < articles.length; i += articlesMax) {
    const facts = await factsOfArticles(db, articles.slice(i, i + articlesMax), upto);
    for (const one of sums) for (const { id, tallies } of addedTo(one, [], facts)) addTo(one.things, id, tallies);
  }
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

const addedUp = ({ key, things }: Sums) => [...things].map(([id, days]) => ({ key, id, tallies: [...days.values()] }));
