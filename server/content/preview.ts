/** A revision as its public page would be, for who may see it: inside only, never kept, never found by a search (A8). */

import type { Database } from '../door/knock.ts';
import { now } from '../now.ts';
import { type RevisionRow, seePlacement } from './store.ts';

/** What the page is made of; shaped as the publisher takes it. Times in milliseconds since 1970. */
export type Previewed = {
  readonly placementId: string;
  readonly columnId: string;
  readonly siteId: string;
  readonly publicNo: string;
  readonly number: number;
  readonly title: string;
  readonly firstAt: number;
  readonly publishedAt: number;
  readonly unitName: string;
  readonly source: string;
  readonly author: string;
  readonly reprint: boolean;
  readonly link: string;
  readonly html: string;
};

/** The revision must be one of that placement's article: the address names one text, and no other (A8). */
export async function previewed(
  db: Database,
  person: string,
  { id, revision }: { readonly id: string; readonly revision: string },
): Promise<Previewed | undefined> {
  const at = now();
  const p = await seePlacement(db, id, person, at);
  if (!p) return undefined;
  const row = (await db
    .selectFrom('content.revision as r')
    .innerJoin('content.article as a', 'a.id', 'r.articleId')
    .innerJoin('people.unit as u', 'u.id', 'a.unitId')
    .select(['r.fields', 'r.html', 'a.publicNo', 'u.name as unitName'])
    .where('r.id', '=', revision)
    .where('r.articleId', '=', p.articleId)
    .executeTakeFirst()) as (Pick<RevisionRow, 'fields' | 'html'> & { publicNo: string; unitName: string }) | undefined;
  if (!row) return undefined;
  const { title, source, author, reprint = false, link = '' } = row.fields;
  return {
    placementId: p.id,
    columnId: p.columnId,
    siteId: p.siteId,
    publicNo: row.publicNo,
    number: 0,
    title,
    firstAt: (p.firstPublishedAt ?? at).getTime(),
    publishedAt: (p.firstPublishedAt ?? at).getTime(),
    unitName: row.unitName,
    source,
    author,
    reprint,
    link,
    html: row.html,
  };
}
