/** Standing facts: holders of a post, articles before the public, columns of a site; one more or one less as it happened. */
import { startOf } from '../day.ts';
import { evaluate } from '../facets.ts';
import type { Keep, Standing } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import type { Grounds } from './applied.ts';
import { hiding, showing } from './events.ts';
import type { Fact, Thing } from './facts.ts';
import type { Change } from './keep.ts';

/** Changes of one standing fact of a thing, in order of time. */
export function changesOf(does: Settled<Keep>, { things, id }: Settled<Standing>, thing: Thing, grounds: Grounds) {
  switch (things) {
    case 'post':
      return grounds.filled(id ?? '', thing.subject === 'portal' ? 'all' : [thing.owner]);
    case 'article':
      return shown(grounds.happened(thing), (facets) => evaluate(does.in, facets));
    case 'column':
      return columnsThat(
        does,
        grounds.among(thing, 'column').filter(({ key }) => id === undefined || key === id),
        grounds,
      );
    case 'filing':
    case 'letterbox':
      throw new Error(`nothing carries out ${things} yet: see awaits.ts`);
  }
}

const isOne = (kinds: readonly string[], kind: string): boolean => kinds.includes(kind);

/** An article is there while it is public at any of its places, and its facets fit. `facts` in log order. */
export function shown(facts: readonly Fact[], fits: (facets: Fact['facets']) => boolean): readonly Change[] {
  const places = new Map<string, Set<string>>();
  const there = new Set<string>();
  return facts.flatMap(({ seq, at, kind, article = '', column = '', facets, whole }): Change[] => {
    const where = places.get(article) ?? new Set();
    places.set(article, where);
    if (isOne(showing, kind)) where.add(column);
    else if (!isOne(hiding, kind)) return [];
    else if (whole) where.clear();
    else where.delete(column);
    const [was, is] = [there.has(article), where.size > 0 && (isOne(hiding, kind) ? there.has(article) : fits(facets))];
    if (was === is) return [];
    if (is) there.add(article);
    else there.delete(article);
    return [{ seq, at, n: is ? 1 : -1 }];
  });
}

/** Columns that fit, while they are there; their facet `articles` is how many articles stand in them before the public. */
function columnsThat(does: Settled<Keep>, columns: readonly Thing[], grounds: Grounds): readonly Change[] {
  return columns.flatMap((column) => stretches(does, column, grounds)).toSorted((a, b) => a.at - b.at);
}

function stretches({ in: of }: Settled<Keep>, column: Thing, { happened }: Grounds): readonly Change[] {
  const { bornOn, endedOn } = column.life;
  const articles = shown(happened(column), () => true);
  const born = { seq: `column ${column.id}`, at: startOf(bornOn), n: 0 };
  const ended = endedOn === undefined ? [] : [{ seq: `column ${column.id}`, at: startOf(endedOn), n: 0 }];
  let [n, fits] = [0, false];
  return [born, ...articles, ...ended].flatMap((change): Change[] => {
    n += change.n;
    const was = fits;
    const isThere = endedOn === undefined || change.at < startOf(endedOn);
    fits = isThere && evaluate(of, { ...column.facets, articles: String(n) });
    return fits === was ? [] : [{ ...change, n: fits ? 1 : -1 }];
  });
}
