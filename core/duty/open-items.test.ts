/** T12: what is still open past its time is late from that day, wherever late things are counted. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seed } from '../calendar.fixture.ts';
import { judgeCount } from './count.ts';
import { at } from './duty.fixture.ts';
import { judgeWithin } from './within.ts';

const hourMs = 3_600_000;
const limit = { n: 24, unit: 'hour' } as const;
const rule = { from: ['leg.received'], to: ['leg.answered'], limit, pauses: [], restarts: [], warn: [] };
const start = at('2026-11-16 09:00');
/** `answered`: hours after it came in; absent: it is open. */
type Item = { readonly came: number; readonly answered: number | undefined };
const verdictOf = ({ came, answered }: Item, now: number) => {
  const received = start + came * hourMs;
  const events = [
    { seq: '1', kind: 'leg.received', at: received },
    ...(answered === undefined ? [] : [{ seq: '2', kind: 'leg.answered', at: received + answered * hourMs }]),
  ];
  return judgeWithin(rule, events, seed, now);
};

test('T12 an open item is late from the moment its time is over, and late ones are counted whether they are done or not', () => {
  const item = fc.record({
    came: fc.integer({ min: 0, max: 200 }),
    answered: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), fc.integer({ min: 0, max: 400 }), (items, hours) => {
      const now = start + hours * hourMs;
      const lines = items.flatMap((one) => verdictOf(one, now));
      const there = items.filter(({ came }) => came <= hours);
      // By hand: over 24 hours old, and not answered within them.
      const late = there.filter(
        ({ came, answered }) => hours - came >= 24 && (answered === undefined || answered >= 24),
      );
      const span = { from: '2026-11-16', to: '2026-12-31' };
      const counted = judgeCount({ bound: 'below', n: 1, state: 'breached' }, lines, span);
      expect([lines.length, counted.n]).toEqual([there.length, late.length]);
      expect(counted.status).toBe(late.length === 0 ? 'met' : 'breached');
    }),
  );
});

test('T12 at the last moment it is in time, at the next it is late, and stays so when it is answered', () => {
  const status = (now: string, answered?: number) => verdictOf({ came: 0, answered }, at(now))[0]?.status;
  expect(status('2026-11-17 08:59')).toBe('pending');
  expect(status('2026-11-17 09:00')).toBe('breached');
  expect(status('2026-11-18 09:00', 30)).toBe('breached');
});
