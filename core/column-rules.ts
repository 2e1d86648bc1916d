/** What the regulations over a site ask of the texts in one of its columns. DQ-6, HD-1: 过期信息及时更新; JY-12d, QX-5. */
import type { Calendar } from './calendar.ts';
import { clauseOf } from './chain.ts';
import { type Day, localDay } from './day.ts';
import { type DayDuration, lastDayOf } from './duration.ts';
import type { Clause } from './outcome.ts';
import { columnsOn } from './regulation/columns-on.ts';
import { isExact } from './regulation/measures.ts';
import { valueSaid } from './regulation/phrase.ts';
import type { Column, InForce } from './regulation/types.ts';

type Place = { readonly key: string; readonly rank: string };

const stated = (path: readonly InForce[], { key, rank }: Place) =>
  path.flatMap((law) => columnsOn(law.regulation, rank).flatMap((c) => (c.id === key ? [{ law, column: c }] : [])));

const clauseIn = ({ law, column }: { law: InForce; column: Column }): Clause => clauseOf(law, column.clause);

/** The article that asks each text of this column for its last day; undefined where none does. `path`: nearest first. */
export function expiryClause(path: readonly InForce[], place: Place): Clause | undefined {
  const asks = stated(path, place).find(({ column }) => column.expires === 'required');
  return asks && clauseIn(asks);
}

/** `isSure`: no working day of a year that isn't loaded was counted. */
export type ReviewBy = { readonly on: Day; readonly isSure: boolean; readonly clause: Clause };

/**
 * The last local day on which a text of this column is to be checked again (`review: every 6 months`), counted from its
 * publication, update or last confirmation, whichever came last; undefined where no text asks. The nearest text's word
 * holds. Day zero isn't counted; hours and minutes are none of a review, and ask for nothing.
 */
export function reviewBy(
  path: readonly InForce[],
  place: Place,
  since: Date,
  calendar: Calendar,
): ReviewBy | undefined {
  const asks = stated(path, place).find(({ column }) => column.review !== undefined);
  const every = asks && durationIn(asks.column.review ?? '');
  if (!asks || !every) return undefined;
  const { on, isSure } = lastDayOf(every, localDay(since), calendar);
  return { on, isSure, clause: clauseIn(asks) };
}

function durationIn(review: string): DayDuration | undefined {
  const every = valueSaid('duration', review.replace(/^every /, ''));
  return every && !isExact(every.unit) ? { n: every.n, unit: every.unit } : undefined;
}
