import { expect, test } from 'vitest';
import { dayAndTime, longDay, timeOfDay, waited } from './time.tsx';

test('an instant is written in the time of the county, whatever the machine is set to', () => {
  expect(dayAndTime('2026-11-25T16:30:00Z')).toBe('11-26 00:30');
  expect(timeOfDay('2026-11-25T01:40:00Z')).toBe('09:40');
  expect(longDay('2026-11-22T16:00:00Z')).toBe('11 月 23 日 周一');
});

test('the year is said only beside another year', () => {
  expect(dayAndTime('2025-12-31T15:59:00Z', '2026-01-02T00:00:00Z')).toBe('2025-12-31 23:59');
  expect(dayAndTime('2025-12-31T16:00:00Z', '2026-01-02T00:00:00Z')).toBe('01-01 00:00');
});

test.each([
  ['2026-11-25T01:00:00Z', '2026-11-25T01:00:59Z', ''],
  ['2026-11-25T01:00:00Z', '2026-11-25T01:40:00Z', '已等 40 分'],
  ['2026-11-25T01:00:00Z', '2026-11-25T04:59:00Z', '已等 3 小时'],
  ['2026-11-25T01:00:00Z', '2026-11-26T01:00:00Z', ''],
])('from %s to %s the wait is said as “%s”', (since, at, says) => expect(waited(since, at)).toBe(says));
