import { expect, test } from 'vitest';
import { countOf, dayIn, inWords, numberOf } from './chinese.ts';
import { chineseNumber } from './cite.ts';

test('every number that a citation writes in words is read back', () => {
  for (let n = 0; n <= 999; n++) expect(numberOf(chineseNumber(n))).toBe(n);
});

test.each([
  ['两', 2],
  ['二〇二七', 2027],
  ['１５', 15],
  ['三千零五', 3005],
  ['若干', undefined],
  ['', undefined],
])('the number %s is %s', (text, n) => {
  expect(numberOf(text)).toBe(n);
});

test.each([
  ['两名', 2],
  ['每周一条', 1],
  ['十二次', 12],
  ['及时', undefined],
])('the count in %s is %s', (text, n) => {
  expect(countOf(text)).toBe(n);
});

test.each([
  ['每半年', 'every 6 months'],
  ['每三个月一次', 'every 3 months'],
  ['每月', 'every 1 month'],
  ['五个工作日', '5 working days'],
  ['二十四小时内', '24 hours'],
  ['every 三 months', 'every 3 months'],
  ['及时', undefined],
  ['every 3 months', undefined],
])('%s is probably %s', (text, words) => {
  expect(inWords(text)).toBe(words);
});

test.each([
  ['二〇二七年一月一日起', '2027-01-01..'],
  ['2027年12月3日', '2027-12-03..'],
  ['2012年', undefined],
])('%s is the day %s', (text, words) => {
  expect(dayIn(text)).toBe(words);
});
