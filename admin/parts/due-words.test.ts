import { expect, test } from 'vitest';
import { left, toneOf, until } from './due-words.ts';

const at = '2026-11-25T09:00:00+08:00';
const after = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

test.each([
  [470, '还剩 7 小时 50 分'],
  [60, '还剩 1 小时'],
  [59.9, '还剩 59 分'],
  [0.5, '还剩 不到 1 分'],
  [0, '还剩 不到 1 分'],
  [1500, '还剩 25 小时'],
  [3 * 1440 + 130, '还剩 3 天 2 小时'],
  [-80, '超 1 小时 20 分'],
  [-1440, '超 24 小时'],
  [-2 * 1440, '超 2 天'],
])('%d minutes from now are said as %s', (minutes, words) => {
  expect(left(after(minutes), at)).toBe(words);
});

test('the end is said with its weekday, in the county’s time; what ends with a day ends at 24:00', () => {
  expect(until('2026-11-25T16:00:00Z')).toBe('11-25 周三 24:00 止');
});

test('in time is blue, about to end amber where the regulation says when, over is red; the instant itself is in time', () => {
  expect(toneOf({ due: at }, at)).toBe('pending');
  expect(toneOf({ due: after(60), warnAt: at }, at)).toBe('warned');
  expect(toneOf({ due: after(60), warnAt: after(1) }, at)).toBe('pending');
  expect(toneOf({ due: after(-0.1), warnAt: after(-10) }, at)).toBe('breached');
});
