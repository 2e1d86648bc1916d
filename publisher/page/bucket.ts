/**
 * Stable buckets: bucket b of a column holds the articles numbered bK+1 … (b+1)K, in `index_<b>.html`; `index.html` holds
 * the rest, the newest K … 2K−1. So one publication changes one list page, and at every K-th two more: the bucket that
 * froze, and its older neighbour, whose "newer" link may only now point at it.
 */
export const K = 30;

/** How many buckets are frozen when `last` is the highest number ever given in the column. 0 until 2K. */
export const frozen = (last: number): number => Math.max(0, Math.floor(last / K) - 1);

/** The lowest number that stands on `index.html`. */
export const indexFrom = (last: number): number => frozen(last) * K + 1;

export const bucketOf = (number: number): number => Math.floor((number - 1) / K);

/** First and last number of bucket b. */
export const rangeOf = (b: number): readonly [number, number] => [b * K + 1, (b + 1) * K];

/** The list pages that show this number: its bucket once that is frozen, else the index. */
export const shownIn = (number: number, last: number): number | 'index' =>
  bucketOf(number) < frozen(last) ? bucketOf(number) : 'index';

/** The buckets to write because this number was given for the first time. */
export function frozenBy(number: number): readonly number[] {
  if (number % K !== 0) return [];
  const b = number / K - 2;
  return [b, b - 1].filter((x) => x >= 0);
}
