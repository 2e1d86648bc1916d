import { expect, test } from 'vitest';
import { fairQueue } from './queue.ts';

test('F3 200 files of one person do not keep another waiting: each is served in turn', async () => {
  const inTurn = fairQueue(2);
  const began: string[] = [];
  let running = 0;
  const work = (person: string) =>
    inTurn(person, async () => {
      running += 1;
      expect(running).toBeLessThanOrEqual(2);
      began.push(person);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    });
  const all = Array.from({ length: 200 }, () => work('many'));
  all.push(work('one'), work('two'), work('one'));
  await Promise.all(all);
  expect(began.slice(0, 7)).toEqual(['many', 'many', 'many', 'one', 'two', 'many', 'one']);
  expect(began.length).toBe(203);
});

test('F3 work that fails makes room, and its error is its own', async () => {
  const inTurn = fairQueue(1);
  const bad = inTurn('a', () => Promise.reject(new Error('mine')));
  const good = inTurn('a', async () => 'done');
  await expect(bad).rejects.toThrow('mine');
  expect(await good).toBe('done');
});
