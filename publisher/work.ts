/** Carries out deeds: loads what each page needs, renders it, hands it to the target, in an order readers can stand. */
import type { Query } from './database.ts';
import { articlesOf, loadHome, loadList, loadWithdrawn } from './load.ts';
import type { Leaving } from './load-files.ts';
import { bytesOf, type Page, plainGone, type Templates } from './page/bytes.ts';
import { addressOf } from './page/chrome.ts';
import { type Key, pathOf } from './page/key.ts';
import type { ArticleRow, Chrome, Stub, WithdrawnRow } from './page/rows.ts';
import { type Bytes, putFiles, takenOf, Unfit } from './put-files.ts';
import type { Deed } from './rules.ts';
import type { Target } from './target.ts';

const SLICE = 100;

export type Work = {
  readonly q: Query;
  readonly chrome: Chrome;
  readonly templates: Templates;
  readonly target: Target;
  readonly files: Bytes;
  /** The log's head in the snapshot that `q` reads. */
  readonly asOf: number;
  readonly parked: (key: Key, reason: string) => void;
  /** Called between slices: withdrawals that came meanwhile, and whether the lease is still ours. */
  readonly between: () => Promise<void>;
};

/** Answers whether the page stands there now, made from these rows. An article's files come first (A12). */
export async function putPage(work: Work, key: Key, page: Page): Promise<boolean> {
  let path: string;
  let bytes: Buffer;
  try {
    path = pathOf(key);
    bytes = bytesOf(work.templates, work.chrome, page);
  } catch (error) {
    work.parked(key, error instanceof Error ? error.message : String(error));
    return false;
  }
  try {
    if (page.kind === 'article' && !(await putFiles(work, page.article.files))) return false;
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    work.parked(key, error.message);
    return false;
  }
  return work.target.put(path, bytes, work.asOf);
}

type Frame = Pick<Work, 'chrome' | 'templates' | 'target' | 'parked'>;
type Gone = WithdrawnRow & { columnKey: string };

const goneKey = ({ chrome }: Frame, w: Gone): Key => ({
  kind: 'gone',
  site: chrome.site.label,
  column: w.columnKey,
  publicNo: w.publicNo,
});

/** A withdrawal is never parked: when the theme fails, a plain page says so. */
function goneBytes(work: Frame, w: Gone): Buffer {
  try {
    return bytesOf(work.templates, work.chrome, { kind: 'gone', withdrawn: w });
  } catch (error) {
    work.parked(goneKey(work, w), error instanceof Error ? error.message : String(error));
    return plainGone();
  }
}

/** On a full disk a marker can't be written, and each page and file must go all the same. The first error is thrown at the end. */
async function inTurn(steps: readonly (() => Promise<void>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw errors[0];
}

/** Pages first, then the files that only they showed: `leaving`, `spoken` and `filePages` as `takeFiles` has them. */
export type Withdrawn = {
  readonly rows: readonly Gone[];
  readonly leaving: readonly Leaving[];
  readonly spoken: ReadonlyMap<string, number>;
  readonly filePages: readonly Gone[];
};
export const takeAway = (work: Frame, { rows, leaving, spoken, filePages }: Withdrawn): Promise<void> =>
  inTurn([...rows.map((row) => () => putGone(work, row)), () => takeFiles(work, leaving, spoken, filePages)]);

export async function putGone(work: Frame, w: Gone): Promise<void> {
  await work.target.gone(pathOf(goneKey(work, w)), goneBytes(work, w), w.entry);
}

/** `spoken`: the log's number for each article. `rows`: of the placements that the files went with. */
export async function takeFiles(
  work: Frame,
  leaving: readonly Leaving[],
  spoken: ReadonlyMap<string, number>,
  rows: readonly Gone[],
): Promise<void> {
  const pages = new Map(rows.map((row) => [row.placementId, goneBytes(work, row)]));
  if (leaving.length > 0) await work.target.takeFiles(takenOf(leaving, spoken, pages));
}

/** The rows that `takeFiles` needs. */
export const goneRows = (q: Query, chrome: Chrome, leaving: readonly Leaving[]): Promise<Gone[]> =>
  loadWithdrawn(
    q,
    chrome.site.id,
    leaving.flatMap(({ withdrawnBy }) => withdrawnBy ?? []),
  );

const articleKey = (chrome: Chrome, a: ArticleRow): Key => ({
  kind: 'article',
  site: chrome.site.label,
  column: a.columnKey,
  publicNo: a.publicNo,
});

/**
 * `fresh`: addresses that this batch makes public. A page is first written without a link to one that is not there yet,
 * and once more when it is. Answers the keys of those, and the articles whose page stayed as it was.
 */
async function putArticles(work: Work, keys: readonly Key[], fresh: ReadonlySet<string>) {
  const waiting = new Set(fresh);
  const again: Key[] = [];
  const old = new Set<string>();
  for (let i = 0; i < keys.length; i += SLICE) {
    await work.between();
    for (const row of await articlesOf(work.q, work.chrome.site.id, keys.slice(i, i + SLICE))) {
      const ready = (stub: Stub | null) => (stub && waiting.has(addressOf(stub, work.chrome)) ? null : stub);
      const shown = { ...row, prev: ready(row.prev), next: ready(row.next) };
      const key = articleKey(work.chrome, row);
      if (shown.prev !== row.prev || shown.next !== row.next) again.push(key);
      if (!(await putPage(work, key, { kind: 'article', article: shown }))) old.add(row.articleId);
      waiting.delete(pathOf(key));
    }
  }
  return { again, old };
}

async function putList(work: Work, key: Key): Promise<void> {
  const page = await listOf(work, key);
  if (page) await putPage(work, key, page);
}

async function listOf({ q, chrome, parked }: Work, key: Key): Promise<Page | undefined> {
  if (key.kind === 'home') return loadHome(q, chrome);
  if (key.kind === 'missing') return { kind: 'missing' };
  if (key.kind !== 'index' && key.kind !== 'bucket') return undefined;
  const column = chrome.columns.find((c) => c.key === key.column);
  if (column) return loadList(q, column, key.kind === 'bucket' ? key.n : null);
  parked(key, 'the site has no such column');
  return undefined;
}

/** What a batch has to do. `fresh` as above; `leaving` and `spoken` as in load-files.ts. */
export type Batch = {
  readonly deeds: readonly Deed[];
  readonly fresh: ReadonlySet<string>;
  readonly leaving: readonly Leaving[];
  readonly spoken: ReadonlyMap<string, number>;
};

/** `deeds` are folded and in order. What is withdrawn goes first; files that were only dropped, when no page names them. */
export async function perform(work: Work, { deeds, fresh, leaving, spoken }: Batch): Promise<void> {
  const entries = new Map(deeds.flatMap((d) => (d.do === 'gone' ? [[d.placementId, d.entry] as const] : [])));
  const rows = entries.size === 0 ? [] : await loadWithdrawn(work.q, work.chrome.site.id, [...entries.keys()]);
  const withdrawn = leaving.filter((file) => file.withdrawnBy !== null);
  await takeAway(work, {
    rows: rows.map((row) => ({ ...row, entry: entries.get(row.placementId) ?? 0 })),
    leaving: withdrawn,
    spoken,
    filePages: await goneRows(work.q, work.chrome, withdrawn),
  });
  const puts = deeds.filter((d) => d.do === 'put').map((d) => d.key);
  const articles = puts.filter((k) => k.kind === 'article');
  const { again, old } = await putArticles(work, articles, fresh);
  await putArticles(work, again, new Set());
  for (const key of puts.filter((k) => k.kind !== 'article')) {
    await work.between();
    await putList(work, key);
  }
  for (const deed of deeds) if (deed.do === 'remove') await work.target.remove(pathOf(deed.key));
  // A page that was set aside still shows what it showed.
  const dropped = leaving.filter((file) => file.withdrawnBy === null && !file.articleIds.some((id) => old.has(id)));
  await takeFiles(work, dropped, spoken, []);
}
