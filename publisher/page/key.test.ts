import { expect, test } from 'vitest';
import { type Key, keyText, pathOf } from './key.ts';

test.each<[Key, string, string]>([
  [{ kind: 'home', site: 'www' }, 'www/home', '/index.html'],
  [{ kind: 'missing', site: 'www' }, 'www/missing', '/404.html'],
  [{ kind: 'index', site: 'www', column: 'news' }, 'www/index/news', '/news/index.html'],
  [{ kind: 'bucket', site: 'www', column: 'news', n: 3 }, 'www/bucket/news/3', '/news/index_3.html'],
  [{ kind: 'article', site: 'www', column: 'news', publicNo: '8k2m4' }, 'www/article/news/8k2m4', '/news/8k2m4.html'],
  [{ kind: 'gone', site: 'www', column: 'news', publicNo: '8k2m4' }, 'www/gone/news/8k2m4', '/news/8k2m4.html'],
])('%j is %s at %s', (key, text, path) => {
  expect([keyText(key), pathOf(key)]).toEqual([text, path]);
});

test.each(['..', '.', '', 'a/b', 'A', 'a.b', '新闻', 'a\0', '%2e', 'a b', '-a'])(
  'A6 %j never becomes part of an address',
  (part) => {
    expect(() => pathOf({ kind: 'article', site: 'www', column: 'news', publicNo: part })).toThrow('not usable');
    expect(() => pathOf({ kind: 'index', site: 'www', column: part })).toThrow('not usable');
  },
);
