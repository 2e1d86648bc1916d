/** Carries out deeds: loads what each page needs, renders it, hands it to the target, in an order readers can stand. */
import type { Query } from './database.ts';
import { articlesOf, loadHome, loadList, loadWithdrawn } from './load.ts';
import { bytesOf, type Page, plainGone, type Templates } from './page/bytes.ts';
import { addressOf } from './page/chrome.ts';
import { type Key, pathOf } from './page/key.ts';
import type { ArticleRow, Chrome, Stub, WithdrawnRow } from './page/rows.ts';
import type { Deed } from './rules.ts';
import type { Target } from './target.ts';

const SLICE = 100;

export type Work = {
  readonly q: Query;
  readonly chrome: Chrome;
  readonly templates: Templates;
  readonly target: Target;
  /** The log's head in the snapshot that `q` reads. */
  readonly asOf: number;
  readonly parked: (key: Key, reason: string) => void;
  /** Called between slices: withdrawals that came meanwhile, and whether the lease is still ours. */
  readonly between: () => Promise<void>;
};

export async function putPage(work: Work, key: Key, page: Page): Promise<void> {
  let path: string;
  let bytes: Buffer;
  try {
    path = pathOf(key);
    bytes = bytesOf(work.templates, work.chrome, page);
  } catch (error) {
    work.parked(key, error instanceof Error ? error.message : String(error));
    return;
  }
  await work.target.put(path, bytes, work.asOf);
}

/** A withdrawal is never parked: when the theme fails, a plain page says so. */
export async function putGone(work: Omit<Work, 'q' | 'between'>, w: WithdrawnRow & { columnKey: string }) {
  const key: Key = { kind: 'gone', site: work.chrome.site.label, column: w.columnKey, publicNo: w.publicNo };
  let bytes: Buffer;
  try {
    bytes = bytesOf(work.templates, work.chrome, { kind: 'gone', withdrawn: w });
  } catch (error) {
    bytes = plainGone();
    work.parked(key, error instanceof Error ? error.message : String(error));
  }
  await work.target.gone(pathOf(key), bytes, w.entry);
}

const articleKey = (chrome: Chrome, a: ArticleRow): Key => ({
  kind: 'article',
  site: chrome.site.label,
  column: a.columnKey,
  publicNo: a.publicNo,
});

/**
 * `fresh`: addresses that this batch makes public. A page is first written without a link to one that is not there yet,
 * and once more when it is.
 */
async function putArticles(work: Work, keys: readonly Key[], fresh: ReadonlySet<string>): Promise<Key[]> {
  const waiting = new Set(fresh);
  const again: Key[] = [];
  for (let i = 0; i < keys.length; i += SLICE) {
    await work.between();
    for (const row of await articlesOf(work.q, work.chrome.site.id, keys.slice(i, i + SLICE))) {
      const ready = (stub: Stub | null) => (stub && waiting.has(addressOf(stub, work.chrome)) ? null : stub);
      const shown = { ...row, prev: ready(row.prev), next: ready(row.next) };
      const key = articleKey(work.chrome, row);
      if (shown.prev !== row.prev || shown.next !== row.next) again.push(key);
      await putPage(work, key, { kind: 'article', article: shown });
      waiting.delete(pathOf(key));
    }
  }
  return again;
}

async function putList(work: Work, key: Key): Promise<void> {
  const { chrome } = work;
  if (key.kind === 'home') return putPage(work, key, await loadHome(work.q, chrome));
  if (key.kind === 'missing') return putPage(work, key, { kind: 'missing' });
  if (key.kind !== 'index' && key.kind !== 'bucket') return;
  const column = chrome.columns.find((c) => c.key === key.column);
  if (!column) return work.parked(key, 'the site has no such column');
  const page = await loadList(work.q, column, key.kind === 'bucket' ? key.n : null);
  if (page) await putPage(work, key, page);
}

/** `deeds` are folded and in order; `fresh` as above. */
export async function perform(work: Work, deeds: readonly Deed[], fresh: ReadonlySet<string>): Promise<void> {
  const gone = deeds.filter((d) => d.do === 'gone');
  const entries = new Map(gone.map((d) => [d.placementId, d.entry]));
  if (gone.length > 0)
    for (const row of await loadWithdrawn(work.q, work.chrome.site.id, [...entries.keys()]))
      await putGone(work, { ...row, entry: entries.get(row.placementId) ?? 0 });
  const puts = deeds.filter((d) => d.do === 'put').map((d) => d.key);
  const articles = puts.filter((k) => k.kind === 'article');
  const again = await putArticles(work, articles, fresh);
  await putArticles(work, again, new Set());
  for (const key of puts.filter((k) => k.kind !== 'article')) {
    await work.between();
    await putList(work, key);
  }
  for (const deed of deeds) if (deed.do === 'remove') await work.target.remove(pathOf(deed.key));
}
