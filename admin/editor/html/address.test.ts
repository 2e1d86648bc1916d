import { expect, test } from 'vitest';
import { addressOf as onTheServer } from '../../../server/html/names.ts';
import { addressOf, judge } from './address.ts';

const addresses = [
  'https://example.com/a',
  'http://例子.中国/',
  'mailto:a@b.cn',
  'tel:12345',
  '/zj/1.html',
  '/files/x/y',
  '//evil.example/',
  '/\\evil',
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  ' JAVASCRIPT:x',
  'data:text/html,x',
  'ftp://a/',
  'foo',
  '#a',
  '',
  'https://',
];

test('G3 a link that the editor keeps is one that the server keeps, and the other way round', () => {
  expect(addresses.filter((a) => addressOf(a) !== undefined)).toEqual(
    addresses.filter((a) => onTheServer(a) !== undefined),
  );
  expect(addresses.filter((a) => addressOf(a) !== undefined)).toEqual(addresses.slice(0, 6));
});

test('what can only mean one thing is completed, and it is said where it leads', () => {
  expect(judge('www.example.cn/a')).toEqual({
    ok: true,
    href: 'https://www.example.cn/a',
    says: '通向站外：www.example.cn。请先打开看一遍，确认内容没有问题。',
  });
  expect(judge('zhang@example.cn')).toMatchObject({ ok: true, href: 'mailto:zhang@example.cn' });
  expect(judge('/zj/tz/1.html')).toMatchObject({ ok: true, says: '通向本站的一页。' });
});

test('a refused address says why and what to write instead', () => {
  expect(judge('javascript:alert(1)')).toMatchObject({ ok: false, says: expect.stringContaining('请换成 http') });
  expect(judge('')).toMatchObject({ ok: false });
  expect(judge('随便写的')).toMatchObject({ ok: false, says: expect.stringContaining('https:// 开头') });
});
