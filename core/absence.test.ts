import { expect, test } from 'vitest';
import { absenceFault, shorterFault } from './absence.ts';

const today = '2026-11-26';
const days = (from: string, until: string) => ({ from, until });
const others = [days('2026-12-01', '2026-12-05')];

test.each([
  ['today alone', days(today, today), undefined],
  ['a day that is over', days('2026-11-25', '2026-11-30'), 'absence_past'],
  ['the wrong way round', days('2026-11-30', '2026-11-29'), 'absence_reversed'],
  ['366 days', days('2027-01-01', '2028-01-01'), undefined],
  ['367 days', days('2027-01-01', '2028-01-02'), 'absence_long'],
  ['up to the day before another', days('2026-11-28', '2026-11-30'), undefined],
  ['up to the first day of another', days('2026-11-28', '2026-12-01'), 'absence_twice'],
  ['from the last day of another', days('2026-12-05', '2026-12-07'), 'absence_twice'],
  ['around another', days('2026-11-28', '2026-12-31'), 'absence_twice'],
  ['after another', days('2026-12-06', '2026-12-07'), undefined],
])('days that are registered: %s', (_name, asked, why) => {
  expect(absenceFault(asked, others, today)).toBe(why);
});

test.each([
  ['2026-12-04', undefined],
  ['2026-12-01', undefined],
  ['2026-12-05', 'not_shorter'],
  ['2026-12-06', 'not_shorter'],
  ['2026-11-30', 'absence_reversed'],
  ['2026-11-25', 'absence_past'],
])('an absence of 12-01 to 12-05 that ends on %s: %s', (last, why) => {
  expect(shorterFault(days('2026-12-01', '2026-12-05'), last, today)).toBe(why);
});
