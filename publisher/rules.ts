/** Which pages change when a placement changes. Pure; a page not named here stays as it is. publishing.md §3, §5. */
import { frozenBy, shownIn } from './page/bucket.ts';
import { type Key, keyText, rankOf } from './page/key.ts';

/** What a batch found out about one placement, as it is now. */
export type Touched = {
  readonly placementId: string;
  readonly articleId: string;
  readonly columnId: string;
  readonly column: string;
  readonly publicNo: string;
  readonly number: number;
  readonly state: 'public' | 'withdrawn' | 'absent';
  /** It has a page in its own column: it is the home placement, or the home one isn't public. */
  readonly own: boolean;
  /** The log's number of the withdrawal; 0 unless withdrawn. */
  readonly entry: number;
  /** The batch's last number that speaks of the article. */
  readonly spoken: number;
  /** The nearest public articles of the column whose pages show this one as 上一篇 or 下一篇, when they have pages here. */
  readonly neighbours: readonly string[];
  /** The highest number ever given in the column. */
  readonly last: number;
  readonly onHome: boolean;
};

export type Deed =
  | { readonly do: 'put'; readonly key: Key }
  | { readonly do: 'remove'; readonly key: Key }
  | { readonly do: 'gone'; readonly key: Key; readonly placementId: string; readonly entry: number };

export function deedsFor(site: string, t: Touched): Deed[] {
  const put = (key: Key): Deed => ({ do: 'put', key });
  const own = { site, column: t.column, publicNo: t.publicNo };
  const shown = shownIn(t.number, t.last);
  return [
    ownPage(site, t),
    ...t.neighbours.map((publicNo) => put({ ...own, kind: 'article', publicNo })),
    ...frozenBy(t.number).map((n) => put({ site, kind: 'bucket', column: t.column, n })),
    ...(shown === 'index' ? [] : [put({ site, kind: 'bucket', column: t.column, n: shown })]),
    // The index shows this one, or just gave up a whole bucket; when neither, its bytes are the same and nothing is written.
    put({ site, kind: 'index', column: t.column }),
    ...(t.onHome ? [put({ site, kind: 'home' })] : []),
  ];
}

function ownPage(site: string, t: Touched): Deed {
  const own = { site, column: t.column, publicNo: t.publicNo };
  if (t.state === 'withdrawn')
    return { do: 'gone', key: { ...own, kind: 'gone' }, placementId: t.placementId, entry: t.entry };
  return { do: t.state === 'public' && t.own ? 'put' : 'remove', key: { ...own, kind: 'article' } };
}

/** Each page once: withdrawals first, then articles in the order they became public, then lists. A removal comes last:
 * what linked to the page has been written by then. */
export function fold(deeds: readonly Deed[]): Deed[] {
  const rank = (d: Deed) => (d.do === 'gone' ? -1 : d.do === 'remove' ? 99 : rankOf(d.key));
  const unique = new Map(deeds.map((d) => [keyText(d.key), d]));
  return [...unique.values()].sort((a, b) => rank(a) - rank(b));
}
