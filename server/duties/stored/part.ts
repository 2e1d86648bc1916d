/** A part of what is judged anew, with all that it is judged by: as much as one transaction takes in a tenth of a second. */
import type { Planned } from '../../../core/duty/plan.ts';
import type { Database } from '../../door/knock.ts';
import { type GroundsOf, groundsFor, plansOver, type Span } from './judge.ts';
import { type Key, keyName, keyOf, type LineRow, rowsFor, rowsOfArticles } from './lines.ts';
import type { Planning } from './planning.ts';

/** `gone`: of these there may be lines, and no plan any more. `articles`: with all that is over them. */
export type Part = {
  readonly plans: readonly Planned[];
  readonly gone: readonly Key[];
  readonly articles: readonly string[];
};
export const [plansMax, articlesMax] = [1_000, 500];

/** `before`: its rows as they stand. */
export type Read = {
  readonly plans: readonly Planned[];
  readonly before: readonly LineRow[];
  readonly grounds: GroundsOf;
};

/** At one instant, unless `since` says otherwise. `isBare`: no row has to be read, since there is none or nobody asks. */
export type Then = Omit<Span, 'since' | 'events'> & { readonly since?: number; readonly isBare?: boolean };

/** The sums that it needs are there. */
export async function readPart(
  db: Database,
  planning: Planning,
  { plans, gone, articles }: Part,
  { isBare = false, ...span }: Then,
): Promise<Read> {
  const over = await plansOver(db, planning, articles, span.upto);
  const all = [...plans, ...over.plans];
  const before = isBare ? [] : await stored(db, [...plans.map(keyOf), ...gone], articles);
  const grounds = await groundsFor(db, planning, all, { since: span.now, ...span, events: over.events });
  return { plans: all, before, grounds };
}

const stored = async (db: Database, keys: readonly Key[], articles: readonly string[]): Promise<readonly LineRow[]> => [
  ...(keys.length > 0 ? await rowsFor(db, keys) : []),
  ...(articles.length > 0 ? await rowsOfArticles(db, articles) : []),
];

/** All that is planned, all that is stored and no more planned, and the texts. */
export function* partsOf(
  { kept }: Planning,
  stored: readonly Key[],
  texts: readonly string[],
): Generator<Part, undefined> {
  for (const plans of lots([...kept.values()], plansMax)) yield { ...nothing, plans };
  const gone = stored.filter((key) => !kept.has(keyName(key)));
  for (const some of lots(gone, plansMax)) yield { ...nothing, gone: some };
  for (const articles of lots(texts, articlesMax)) yield { ...nothing, articles };
  return undefined;
}
const nothing: Part = { plans: [], gone: [], articles: [] };

function* lots<T>(all: readonly T[], most: number): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += most) yield all.slice(i, i + most);
}
