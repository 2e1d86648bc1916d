import { expect, test } from 'vitest';
import { makeRoom } from './room.ts';

test('F2 archives in an archive share its room: what one takes, the next has no more', () => {
  const outer = makeRoom('archive');
  for (const _ of [1, 2, 3]) makeRoom('office', outer).take(60_000_000, 1);
  const last = makeRoom('office', outer);
  expect(last.bytesLeft()).toBe(20_000_000);
  last.take(20_000_000, 1);
  expect(() => last.take(1, 0)).toThrow('超过 200 MB');
});

test('F2 an Office file has its own room, also inside an archive', () => {
  const inner = makeRoom('office', makeRoom('archive'));
  inner.take(64_000_000, 0);
  expect(() => inner.take(1, 0)).toThrow('超过 64 MB');
});

test('F2 entries are counted over all archives together', () => {
  const outer = makeRoom('archive');
  makeRoom('archive', outer).take(0, 9_999);
  const next = makeRoom('archive', outer);
  next.take(0, 1);
  expect(() => next.take(0, 1)).toThrow('超过 10000 个文件');
});
