import { expect, test } from 'vitest';
import { day, machine, minute, short } from './date.ts';

test.each([
  ['2026-11-22T16:00:00Z', '2026-11-23 00:00'],
  ['2026-11-22T15:59:59.999Z', '2026-11-22 23:59'],
  ['2026-12-31T16:30:00Z', '2027-01-01 00:30'],
  ['2024-02-28T16:00:00Z', '2024-02-29 00:00'],
])('%s is %s in Asia/Shanghai, whatever the zone of the machine', (instant, local) => {
  expect(minute(Date.parse(instant))).toBe(local);
});

test('the forms a reader and a program see', () => {
  const at = Date.parse('2026-11-23T09:40:31+08:00');
  expect([minute(at), day(at), short(at), machine(at)]).toEqual([
    '2026-11-23 09:40',
    '2026-11-23',
    '11-23',
    '2026-11-23T09:40+08:00',
  ]);
});
