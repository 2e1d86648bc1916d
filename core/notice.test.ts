/** When a digest goes out, and what is the same notice. */
import { expect, test } from 'vitest';
import { seed } from './calendar.fixture.ts';
import { at } from './duty/duty.fixture.ts';
import { digestInstant, hoursFrom, noticeKey, usualHours } from './notice.ts';

const twice = { digestAt: ['09:00', '14:30'], until: '17:30' };

test.each([
  ['before nine', usualHours, '2026-11-26 08:59', undefined],
  ['at nine', usualHours, '2026-11-26 09:00', '2026-11-26 09:00'],
  ['later, for whoever was down at nine', usualHours, '2026-11-26 17:29', '2026-11-26 09:00'],
  ['never after hours', usualHours, '2026-11-26 17:30', undefined],
  ['not on a Sunday', usualHours, '2026-11-29 10:00', undefined],
  ['not on a day off in the week', usualHours, '2026-10-01 10:00', undefined],
  ['on a Saturday that is worked', usualHours, '2026-10-10 10:00', '2026-10-10 09:00'],
  ['twice a day where that is set', twice, '2026-11-26 14:30', '2026-11-26 14:30'],
] as const)('T22 a digest goes out in working hours: %s', (_when, hours, now, instant) => {
  expect(digestInstant(hours, seed, at(now))).toBe(instant === undefined ? undefined : at(instant));
});

test('T22 a line that was told of as due soon is not told of again as due today; once more when it is over', () => {
  const keys = (['soon', 'today', 'warned', 'late'] as const).map((stage) => noticeKey('weekly', stage));
  expect(keys).toEqual(['ahead weekly', 'ahead weekly', 'ahead weekly', 'over weekly']);
});

test.each([
  ['09:00', '17:30', usualHours],
  ['09:00, 14:30', '17:30', twice],
  ['9:00', '17:30', undefined],
  ['09:00', '25:00', undefined],
  ['14:30,09:00', '17:30', undefined],
  ['18:00', '17:30', undefined],
  ['', '17:30', undefined],
])('hours set as %j until %j', (digestAt, until, hours) => expect(hoursFrom(digestAt, until)).toEqual(hours));
