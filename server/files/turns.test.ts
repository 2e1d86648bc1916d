import { expect, test } from 'vitest';
import { turns } from './turns.ts';

const tick = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('work under one key never overlaps and keeps its order, and at most so many are under way in all', async () => {
  const inTurn = turns(3);
  const under = new Map<string, number>();
  const order: string[] = [];
  let most = 0;
  const work = (key: string, n: number) =>
    inTurn(key, async () => {
      under.set(key, (under.get(key) ?? 0) + 1);
      expect(under.get(key)).toBe(1);
      most = Math.max(
        most,
        [...under.values()].reduce((sum, each) => sum + each, 0),
      );
      order.push(`${key}${n}`);
      await tick(5);
      under.set(key, 0);
    });
  await Promise.all('abcde'.split('').flatMap((key) => [1, 2, 3].map((n) => work(key, n))));
  expect(most).toBe(3);
  expect(order.filter((each) => each.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
  expect(order).toHaveLength(15);
});

test('work that fails lets the next one in', async () => {
  const inTurn = turns(1);
  const failed = inTurn('a', () => Promise.reject(new Error('x')));
  const next = inTurn('a', async () => 'done');
  await expect(failed).rejects.toThrow('x');
  expect(await next).toBe('done');
});
