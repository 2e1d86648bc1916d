import { expect, test } from 'vitest';
import { filePath, type Key, keyText, pathOf } from './key.ts';

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

test.each(['assets', 'files', 'folder', 'gone'])(
  'A6 no column takes the address %s, which the edge keeps for itself',
  (key) => {
    expect(() => pathOf({ kind: 'index', site: 'www', column: key })).toThrow('the address is taken');
    expect(() => pathOf({ kind: 'article', site: 'www', column: key, publicNo: '8k2m4' })).toThrow(
      'the address is taken',
    );
  },
);

test('A6 F1 a file is put only where the edge would serve it: random letters, and a name that nobody chose', () => {
  const id = 'abcdefghijklmnopqrstuvwxyz';
  expect(filePath(id, 'w960.jpg')).toBe(`/files/${id}/w960.jpg`);
  for (const bad of ['', '..', `${id}/x`, id.toUpperCase(), id.slice(1), '0'.repeat(26)])
    expect(() => filePath(bad, 'w960.jpg'), bad).toThrow('not the id');
  for (const bad of ['', '../x.pdf', 'file.html', 'file.svg', 'File.pdf', '.pdf', 'file.pdf.gz', '通知.pdf', 'file'])
    expect(() => filePath(id, bad), bad).toThrow('not usable');
});
