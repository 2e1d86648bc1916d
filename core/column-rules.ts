/** What the regulations over a site ask of the texts in one of its columns. DQ-6, HD-1: 过期信息及时更新. */
import { clauseOf } from './chain.ts';
import type { Clause } from './outcome.ts';
import { columnsOn } from './regulation/columns-on.ts';
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
