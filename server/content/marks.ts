/** What is said about a public text without changing it: that it no longer holds, that it stands on top; and whose pages show that. */
import { sql } from 'kysely';
import type { Database, Publication, Tx } from '../door/knock.ts';
import type { PlacementRow } from './store.ts';

/** The last part of an article's address: `…/law/8k2m4p0x1a.html`. */
const publicNo = /\/([0-9a-z]{10})\.html(?:[?#]|$)/;

/** The article that is public at an address; undefined where none is. */
export async function articleAt(db: Database, address: string): Promise<string | undefined> {
  const no = publicNo.exec(address)?.[1];
  if (!no) return undefined;
  const row = await db
    .selectFrom('content.publicArticle')
    .select('articleId')
    .where('publicNo', '=', no)
    .limit(1)
    .executeTakeFirst();
  return row?.articleId;
}

/** How many others are pinned in the column. The column's row is held, so that two can't both be the third. */
export async function pinsBeside(tx: Tx, p: PlacementRow): Promise<number> {
  await tx.selectFrom('content.columnHead').select('last').where('columnId', '=', p.columnId).forUpdate().execute();
  const { n } = await tx
    .selectFrom('content.placement')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('columnId', '=', p.columnId)
    .where('pinnedAt', 'is not', null)
    .where('id', '<>', p.id)
    .executeTakeFirstOrThrow();
  return Number(n);
}

type Place = { id: string; siteId: string; columnId: string };
const marked = ({ id, siteId, columnId }: Place): Publication => ({
  siteId,
  class: 1,
  op: 'mark',
  placementId: id,
  columnIds: [columnId],
});

/** Every place where the article stands. */
export async function tellPlaces(tx: Tx, articleId: string): Promise<readonly Publication[]> {
  const { rows } = await sql<Place>`
    select id, site_id, column_id from content.placement
     where article_id = ${articleId} and state = 'published' order by site_id, id`.execute(tx);
  return rows.map(marked);
}

/** More pages than this show the change with their site's next rebuild. */
const citingMax = 500;

/** Public texts that link to the article's address. */
export async function tellCiting(tx: Tx, articleId: string): Promise<readonly Publication[]> {
  const { rows } = await sql<Place>`
    select p.id, p.site_id, p.column_id
      from content.article a join content.placement p on p.article_id <> a.id and p.state = 'published'
      join content.revision r on r.id = p.revision_id and r.html like '%/' || a.public_no || '.html%'
     where a.id = ${articleId} order by p.site_id, p.id limit ${citingMax}`.execute(tx);
  return rows.map(marked);
}

/** The article comes or goes: pages that name it as what holds instead; and where it no longer holds, those that cite it. */
export async function tellReaders(tx: Tx, p: PlacementRow): Promise<readonly Publication[]> {
  const { rows } = await sql<Place>`
    select p.id, p.site_id, p.column_id from content.article a join content.placement p on p.article_id = a.id
     where a.successor_id = ${p.articleId} and p.state = 'published' order by p.site_id, p.id`.execute(tx);
  return [...rows.map(marked), ...(p.invalidReason ? await tellCiting(tx, p.articleId) : [])];
}
