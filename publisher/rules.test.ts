/** The table of publishing.md §3, written out by hand. */
import { expect, test } from 'vitest';
import { keyText } from './page/key.ts';
import { type Deed, deedsFor, fold, type Touched } from './rules.ts';

const eleventh: Touched = {
  placementId: 'p11',
  articleId: 'a11',
  columnId: 'c',
  column: 'news',
  publicNo: 'n11',
  number: 11,
  state: 'public',
  own: true,
  entry: 0,
  spoken: 11,
  neighbours: ['n10'],
  last: 11,
  onHome: false,
};
const text = (d: Deed) => `${d.do} ${keyText(d.key)}`;
const deeds = (more: Partial<Touched>) => fold(deedsFor('www', { ...eleventh, ...more })).map(text);

test('a publication: itself, its predecessor, the column', () => {
  expect(deeds({})).toEqual(['put www/article/news/n11', 'put www/article/news/n10', 'put www/index/news']);
});

test('in a column of the home page, that too and last', () => {
  expect(deeds({ onHome: true })).toEqual([
    'put www/article/news/n11',
    'put www/article/news/n10',
    'put www/index/news',
    'put www/home',
  ]);
});

test('the 60th also freezes bucket 0; the 90th bucket 1, and gives bucket 0 its way to it', () => {
  expect(deeds({ number: 60, last: 60, neighbours: [] })).toEqual([
    'put www/article/news/n11',
    'put www/bucket/news/0',
    'put www/index/news',
  ]);
  expect(deeds({ number: 90, last: 90, neighbours: [] })).toEqual([
    'put www/article/news/n11',
    'put www/bucket/news/1',
    'put www/bucket/news/0',
    'put www/index/news',
  ]);
});

test('an update of an old article: itself, both neighbours, and the frozen bucket that shows its title', () => {
  expect(deeds({ last: 95, neighbours: ['n10', 'n12'] })).toEqual([
    'put www/article/news/n11',
    'put www/article/news/n10',
    'put www/article/news/n12',
    'put www/bucket/news/0',
    'put www/index/news',
  ]);
});

test('B1 a withdrawal comes before all else, and no list keeps it', () => {
  expect(deeds({ state: 'withdrawn', entry: 7, onHome: true, neighbours: ['n10', 'n12'] })).toEqual([
    'gone www/gone/news/n11',
    'put www/article/news/n10',
    'put www/article/news/n12',
    'put www/index/news',
    'put www/home',
  ]);
});

test('a cross-listing whose home is public has no page here; it goes when nothing links to it any more', () => {
  expect(deeds({ own: false, neighbours: [] })).toEqual(['put www/index/news', 'remove www/article/news/n11']);
});

test('A12 folding keeps each page once, articles before lists, the home page last', () => {
  const two = [eleventh, { ...eleventh, publicNo: 'n12', number: 12, neighbours: ['n11'], last: 12, onHome: true }];
  expect(fold(two.flatMap((t) => deedsFor('www', t))).map(text)).toEqual([
    'put www/article/news/n11',
    'put www/article/news/n10',
    'put www/article/news/n12',
    'put www/index/news',
    'put www/home',
  ]);
});
