import { expect, test } from 'vitest';
import { isDay, localDay } from './day.ts';

test.each([
  ['2026-11-25', true],
  ['2028-02-29', true],
  ['2000-02-29', true],
  ['2026-02-29', false],
  ['2100-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-11-00', false],
  ['2026-11-25T09:00', false],
  ['26-11-25', false],
  ['', false],
])('%j is a day: %s', (text, there) => {
  expect(isDay(text)).toBe(there);
});

test('the local day begins at 16:00 of the day before in UTC', () => {
  expect(localDay(new Date('2026-11-24T15:59:59.999Z'))).toBe('2026-11-24');
  expect(localDay(new Date('2026-11-24T16:00:00Z'))).toBe('2026-11-25');
});
