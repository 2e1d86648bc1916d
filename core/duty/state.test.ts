/** Shares, standing facts and counts of lines, by hand. ZJ-18.1, ZJ-12, the national check. */
import { expect, test } from 'vitest';
import { seed } from '../calendar.fixture.ts';
import { judgeCount } from './count.ts';
import { at, long, told } from './duty.fixture.ts';
import { type Change, judgeKeep, type KeepRule } from './keep.ts';
import { judgeShare, type ShareRule, shareSpan } from './share.ts';
import type { Status, Tally, Verdict } from './verdict.ts';

const on = (day: string, n: number): Tally => ({
  on: day,
  knownOn: day,
  n,
  firstAt: at(`${day} 00:00`),
  lastAt: at(`${day} 23:00`),
  seqs: [],
});
const probes: ShareRule = {
  bound: 'below',
  percent: 5,
  over: { last: { n: 2, unit: 'day' } },
  samples: [{ bound: 'at least', n: 20, per: 'day' }],
  warn: [{ bound: 'above', percent: 3 }],
};
const share = (failed: readonly Tally[], made: readonly Tally[], now = '2026-11-25 10:00', rule = probes) =>
  told(judgeShare(rule, long, failed, made, shareSpan(rule, at(now), seed), at(now)));

test.each([
  [0, 100, 'met 0/5 2026-11-23..2026-11-25 changes 2026-11-26 00:00'],
  [4, 100, 'met 2/5 2026-11-23..2026-11-25'],
  [3, 96, 'met'],
  [10, 100, 'breached 5/5 2026-11-23..2026-11-25'],
  [0, 19, 'provisional'],
])('of the last two whole days %i of twice %i probes failed: %s', (failed, made, says) => {
  expect(share([on('2026-11-24', failed)], [on('2026-11-23', made), on('2026-11-24', made)])).toContain(says);
});

test('above the warning it is warned of, today does not count, and no probe at all is provisional', () => {
  const made = [on('2026-11-23', 100), on('2026-11-24', 100)];
  expect(share([on('2026-11-24', 7)], made)).toMatch(/^warned 3.5\/5/);
  expect(share([on('2026-11-25', 90)], [...made, on('2026-11-25', 90)])).toMatch(/^met 0\/5/);
  expect(share([], [])).toMatch(/^provisional/);
});

test('of a period it is judged at its end, and warned of before', () => {
  const monthly: ShareRule = { ...probes, over: { per: 'month' }, samples: [], warn: [] };
  const made = [on('2026-11-02', 100)];
  const span = shareSpan(monthly, at('2026-11-25 10:00'), seed);
  const judged = (failed: number, now: string) =>
    told(judgeShare(monthly, long, [on('2026-11-02', failed)], made, span, at(now)));
  expect(judged(9, '2026-11-25 10:00')).toBe('warned 9/5 2026-11-01..2026-12-01 changes 2026-12-01 00:00');
  expect(judged(1, '2026-11-25 10:00')).toMatch(/^pending/);
  expect(judged(9, '2026-12-01 00:00')).toBe('breached 9/5 2026-11-01..2026-12-01');
});

const keep: KeepRule = { bound: 'at least', n: 1, grace: { n: 10, unit: 'working day' } };
const change = (when: string, n: number): Change => ({ seq: when, at: at(when), n });
const kept = (changes: readonly Change[], now: string, rule = keep, life = long) =>
  told(judgeKeep(rule, life, changes, seed, at(now)));

test('ZJ-12 a post stands empty from when its last holder left; ten working days later it is a breach', () => {
  const changes = [change('2026-01-05 09:00', 1), change('2026-11-11 09:00', -1)];
  expect(kept(changes, '2026-11-10 09:00')).toMatch(/^met 1\/1/);
  expect(kept(changes, '2026-11-25 23:59')).toBe('warned 0/1 2026-11-11..2026-11-26 changes 2026-11-26 00:00');
  expect(kept(changes, '2026-11-26 00:00')).toBe('breached 0/1 2026-11-11..2026-11-26');
  expect(kept([...changes, change('2026-11-20 09:00', 1)], '2026-11-26 00:00')).toMatch(/^met 1\/1/);
});

test('what was missing before the rule is counted from its first day; without grace it is a breach at once', () => {
  expect(kept([], '2026-11-25 09:00', keep, { ...long, ruledFrom: '2026-11-23' })).toMatch(
    /^warned 0\/1 2026-11-23\.\.2026-12-08/,
  );
  const { grace: _, ...bare } = keep;
  expect(kept([], '2026-11-23 00:00', bare, { ...long, ruledFrom: '2026-11-23' })).toMatch(/^breached/);
});

const line = (status: Status, seq: string): Verdict => ({
  status,
  from: '2026-11-01',
  to: '2026-12-01',
  n: 0,
  asked: 1,
  isSure: true,
  horizon: '2026-11-01',
  rests: [seq],
});
const span = { from: '2026-11-01', to: '2026-12-01' };

test('lines of other duties are counted; those that are not sure yet decide nothing', () => {
  const below = { bound: 'below', n: 2, state: 'breached' } as const;
  const lines = [line('breached', '7'), line('met', '8')];
  expect(told(judgeCount(below, lines, span))).toBe('met 1/2 2026-11-01..2026-12-01');
  expect(judgeCount(below, [...lines, line('breached', '9')], span)).toMatchObject({
    status: 'breached',
    rests: ['7', '9'],
  });
  expect(judgeCount(below, [...lines, line('provisional', '9')], span).status).toBe('provisional');
});
