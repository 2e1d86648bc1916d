import { expect, test } from 'vitest';
import { articleName, cite } from './cite.ts';

test.each([
  ['0', '序言'],
  ['5', '第五条'],
  ['13.2', '第十三条（二）'],
  ['12a', '第十二条第一款'],
  ['12d', '第十二条第四款'],
  ['103', '第一百零三条'],
  ['appendix', '第appendix条'],
])('article %s is called %s', (id, name) => {
  expect(articleName(id)).toBe(name);
});

test('a text on trial is cited without its bracket', () => {
  expect(cite('区教育局门户网站管理规定（试行）', '12c')).toBe('《区教育局门户网站管理规定》第十二条第三款');
});
