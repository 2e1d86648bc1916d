/** Remits: which part of which sites is whose. ZJ-4, ZJ-7, ZJ-17. */
import { runningParts, statedParts } from '../../vocabulary/words.ts';
import { entryOf } from '../draft.ts';
import { articleFacets } from '../expression.ts';
import { listOf, may, must, oneOrList, record, word } from '../form.ts';
import { unit } from '../references.ts';
import type { FacetExpr } from '../types.ts';
import type { Words } from '../words.ts';
import { kind } from './kind.ts';

const partNames = { ...runningParts, ...statedParts };

const entry = record('职责', {
  for: may(articleFacets, '哪些网站；不写是全部'),
  part: must(oneOrList(word('职责的部分', Object.keys(partNames))), '哪一部分'),
  who: must(unit, '归谁'),
});

export const remit = kind({
  name: 'remit',
  merges: true,
  keys: { list: must(listOf(entry), '职责；逐条累加，同一部分不能给两家') },
  says: (value, words) =>
    value.list.map((one) => `${sayParts(one.part, one.for, words)}归${words.unit(one.who)}`).join('；'),
  into: (value, draft, where) => {
    value.list.forEach((one, i) => {
      draft.remits.push({
        value: { ...one, for: one.for ?? { all: [] }, clause: where.clause },
        where: entryOf(where, i),
      });
    });
  },
});

/** `（子站）内容、日常`. */
export function sayParts(parts: readonly string[], sites: FacetExpr | undefined, words: Words): string {
  const where = sites && !('all' in sites && sites.all.length === 0) ? `（${words.facets(sites)}）` : '';
  return `${where}${parts.map((part) => partNames[part] ?? part).join('、')}`;
}
