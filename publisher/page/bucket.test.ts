import { expect, test } from 'vitest';
import { bucketOf, frozen, frozenBy, indexFrom, rangeOf, shownIn } from './bucket.ts';

test.each([
  // last number ever given, frozen buckets, lowest number on index.html
  [0, 0, 1],
  [1, 0, 1],
  [29, 0, 1],
  [30, 0, 1],
  [59, 0, 1],
  [60, 1, 31],
  [61, 1, 31],
  [89, 1, 31],
  [90, 2, 61],
  [1_000_000, 33_332, 999_961],
])('with %i articles %i buckets are frozen and the index begins at %i', (last, buckets, from) => {
  expect([frozen(last), indexFrom(last)]).toEqual([buckets, from]);
});

test.each([
  [1, 59, 'index'],
  [30, 59, 'index'],
  [1, 60, 0],
  [30, 60, 0],
  [31, 60, 'index'],
  [60, 89, 'index'],
  [60, 90, 1],
  [90, 90, 'index'],
] as const)('number %i of %i stands on %s', (number, last, where) => {
  expect(shownIn(number, last)).toBe(where);
});

test.each([
  [1, []],
  [30, []],
  [59, []],
  [60, [0]],
  [61, []],
  [90, [1, 0]],
  [120, [2, 1]],
] as const)('giving number %i writes the buckets %j', (number, buckets) => {
  expect(frozenBy(number)).toEqual(buckets);
});

test('the ranges of the buckets meet without a gap', () => {
  expect([rangeOf(0), rangeOf(1), rangeOf(2)]).toEqual([
    [1, 30],
    [31, 60],
    [61, 90],
  ]);
  expect([1, 30, 31, 60, 61].map(bucketOf)).toEqual([0, 0, 1, 1, 2]);
});

test('the index never holds fewer than 30 once there are 60, and never more than 59', () => {
  for (let last = 60; last <= 2000; last++) {
    const shown = last - indexFrom(last) + 1;
    expect(shown, `${last}`).toBeGreaterThanOrEqual(30);
    expect(shown, `${last}`).toBeLessThanOrEqual(59);
  }
});
