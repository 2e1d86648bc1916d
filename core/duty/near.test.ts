/** What is late, due today, due soon. The holidays are 1 to 7 October 2026, and Saturday the 10th is worked. */
import { expect, test } from 'vitest';
import { seed } from '../calendar.fixture.ts';
import { at } from './duty.fixture.ts';
import type { Line } from './lines.ts';
import { nearOf } from './near.ts';
import type { Status } from './verdict.ts';

const line = (pattern: 'rate' | 'gap', status: Status, overAt?: string, doneAt?: string) =>
  ({
    duty: { does: { pattern } },
    verdict: { status, ...(overAt && { overAt: at(overAt) }), ...(doneAt && { doneAt: at(doneAt) }) },
  }) as unknown as Line;

test.each([
  ['over with today', line('rate', 'pending', '2026-09-30 00:00'), 'today'],
  ['over this afternoon', line('rate', 'warned', '2026-09-29 17:00'), 'today'],
  ['over with the third working day, after the holidays', line('rate', 'pending', '2026-10-10 00:00'), 'soon'],
  ['over with the fourth', line('rate', 'pending', '2026-10-11 00:00'), undefined],
  ['far away, and warned of by its duty', line('rate', 'warned', '2026-11-01 00:00'), 'warned'],
  ['met', line('rate', 'met', '2026-09-30 00:00'), undefined],
  ['a gap that runs, and is too long after tomorrow', line('gap', 'met', '2026-10-01 00:00'), 'soon'],
  ['late', line('rate', 'breached', '2026-09-28 00:00'), 'late'],
  ['late, and made good', line('rate', 'breached', '2026-09-28 00:00', '2026-09-28 09:00'), undefined],
  ['not known yet', line('rate', 'provisional', '2026-09-30 00:00'), undefined],
] as const)('on 29 September a line that is %s', (_what, one, near) =>
  expect(nearOf(one, seed, at('2026-09-29 09:00'))).toBe(near),
);
