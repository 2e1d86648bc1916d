/** What pages need, from the published views only: never from a log entry, so replay and folding are safe. */
import { ms, type Query } from './database.ts';
import { citedBy } from './load-cited.ts';
import { filesOf } from './load-files.ts';
import { frozen, indexFrom, rangeOf } from './page/bucket.ts';
import type { Page } from './page/bytes.ts';
import type { Key } from './page/key.ts';
import type { ArticleRow, Chrome, ColumnRow, Stub, WithdrawnRow } from './page/rows.ts';
import { lastNumbers } from './read.ts';
import { stubs } from './stubs.ts';

const HOME_ITEMS = 8;

export const itemsBetween = (q: Query, columnId: string, from: number, to: number): Promise<Stub[]> =>
  q<Stub>(stubs('a.column_id = $1 and a.number between $2 and $3 order by a.number desc'), [columnId, from, to]);

/** What is pinned first, the one pinned last on top. */
const newest = (q: Query, columnId: string): Promise<Stub[]> =>
  q<Stub>(stubs(`a.column_id = $1 order by a.pinned_at desc nulls last, a.number desc limit ${HOME_ITEMS}`), [
    columnId,
  ]);

const pinnedIn = (q: Query, columnId: string): Promise<Stub[]> =>
  q<Stub>(stubs('a.column_id = $1 and a.pinned_at is not null order by a.pinned_at desc, a.number desc limit 10'), [
    columnId,
  ]);

type Body = Omit<ArticleRow, keyof Stub | 'prev' | 'next' | 'files' | 'successor' | 'cites'> & {
  placementId: string;
  prevId: string | null;
  nextId: string | null;
  successorId: string | null;
};

/** Articles with a page of their own in their column; a placement whose page is elsewhere, or isn't public, is left out. */
export async function loadArticles(q: Query, placementIds: readonly string[]): Promise<ArticleRow[]> {
  const bodies = await q<Body>(
    `select a.placement_id as "placementId", a.article_id as "articleId", a.unit_name as "unitName", a.html,
            coalesce(a.fields ->> 'source', '') as source, coalesce(a.fields ->> 'author', '') as author,
            coalesce(a.fields -> 'reprint' = 'true', false) as reprint, coalesce(a.fields ->> 'link', '') as link,
            ${ms('a.invalid_at')} as "invalidAt", s.placement_id as "successorId", p.placement_id as "prevId", n.placement_id as "nextId"
       from content.public_article a
       left join lateral (select placement_id from content.public_article
                           where column_id = a.column_id and number < a.number order by number desc limit 1) p on true
       left join lateral (select placement_id from content.public_article
                           where column_id = a.column_id and number > a.number order by number limit 1) n on true
       left join lateral (select placement_id from content.public_article
                           where article_id = a.successor_id order by home desc, placement_id limit 1) s on true
      where a.placement_id = any($1)
        and (a.home or not exists (select 1 from content.public_article h where h.article_id = a.article_id and h.home))`,
    [placementIds],
  );
  const wanted = bodies.flatMap((b) => [b.placementId, b.prevId, b.nextId, b.successorId]).filter((id) => id !== null);
  const found = await q<Stub>(stubs('a.placement_id = any($1)'), [[...new Set(wanted)]]);
  const byId = new Map(found.map((s) => [s.placementId, s]));
  const files = await filesOf(
    q,
    bodies.map((b) => b.placementId),
  );
  const cited = await citedBy(q, bodies);
  const at = (id: string | null) => (id === null ? null : (byId.get(id) ?? null));
  return bodies.flatMap(({ prevId, nextId, successorId, ...body }) => {
    const stub = byId.get(body.placementId);
    const own = files.get(body.placementId) ?? [];
    if (!stub) return [];
    const cites = cited.get(body.placementId) ?? [];
    return [{ ...stub, ...body, files: own, successor: at(successorId), cites, prev: at(prevId), next: at(nextId) }];
  });
}

/** The articles behind article keys; a key whose page is not there (any more) has no row. In the order of their numbers. */
export async function articlesOf(q: Query, siteId: string, keys: readonly Key[]): Promise<ArticleRow[]> {
  const wanted = keys.filter((k) => k.kind === 'article');
  if (wanted.length === 0) return [];
  const ids = await q<{ id: string }>(
    `select a.placement_id as id from unnest($2::text[], $3::text[]) k(key, no)
       join content.public_article a on a.public_no = k.no
       join sites.public_column c on c.id = a.column_id and c.key = k.key
      where a.site_id = $1`,
    [siteId, wanted.map((k) => k.column), wanted.map((k) => k.publicNo)],
  );
  const rows = await loadArticles(
    q,
    ids.map((r) => r.id),
  );
  return rows.sort((a, b) => a.number - b.number);
}

export async function loadList(q: Query, column: ColumnRow, bucket: number | null): Promise<Page | undefined> {
  const last = (await lastNumbers(q, [column.id])).get(column.id) ?? 0;
  if (bucket !== null && bucket >= frozen(last)) return undefined;
  if (bucket !== null) {
    const [from, to] = rangeOf(bucket);
    return { kind: 'list', column, items: await itemsBetween(q, column.id, from, to), bucket, last };
  }
  const pinned = await pinnedIn(q, column.id);
  const rest = (await itemsBetween(q, column.id, indexFrom(last), last)).filter((item) => !item.pinned);
  return { kind: 'list', column, items: [...pinned, ...rest], bucket, last };
}

export async function loadHome(q: Query, chrome: Chrome): Promise<Page> {
  const shown = chrome.columns.filter((c) => c.onHome !== null);
  shown.sort((a, b) => (a.onHome ?? 0) - (b.onHome ?? 0) || a.position - b.position);
  const blocks = [];
  for (const column of shown) blocks.push({ column, items: await newest(q, column.id) });
  const items = blocks.flatMap((b) => b.items);
  const [lead] = await q<{ html: string }>('select html from content.public_article where placement_id = $1', [
    items[0]?.placementId ?? null,
  ]);
  const updatedAt = items.length === 0 ? null : Math.max(...items.map((s) => s.publishedAt));
  return { kind: 'home', blocks, leadHtml: lead?.html ?? '', updatedAt };
}

/** `entry` is filled in by the caller, who knows the log. */
export async function loadWithdrawn(q: Query, siteId: string, placementIds: readonly string[] | null) {
  return q<WithdrawnRow & { columnKey: string }>(
    `select w.placement_id as "placementId", w.column_id as "columnId", w.public_no as "publicNo", w.number::float8 as number,
            w.withdrawal, ${ms('w.withdrawn_at')} as "withdrawnAt", w.unit_name as "unitName", c.key as "columnKey",
            0 as entry
       from content.public_withdrawal w join sites.public_column c on c.id = w.column_id
      where w.site_id = $1 and ($2::uuid[] is null or w.placement_id = any($2)) order by w.public_no, c.key`,
    [siteId, placementIds],
  );
}
