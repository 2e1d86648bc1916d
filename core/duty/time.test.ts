/** Gaps, limits of time and due days, by hand. CX-17, DQ-8, ZJ-14, ZJ-15, QX-8, MS-4. */
import { expect, test } from 'vitest';
import { only, seed } from '../calendar.fixture.ts';
import type { DueDay } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { type DueRule, dueLines, judgeDue } from './due.ts';
import { at, counted, long, lost, none, told } from './duty.fixture.ts';
import { type GapRule, judgeGap } from './gap.ts';
import type { Life } from './verdict.ts';
import { type Happening, judgeWithin, type WithinRule } from './within.ts';

const gap: GapRule = {
  bound: 'at most',
  limit: { n: 5, unit: 'working day' },
  pauses: [],
  warn: [{ percentOfTime: 70 }],
};
const gapped = (now: string, when: readonly string[], life: Life = long, rule = gap) =>
  told(
    judgeGap(
      rule,
      life,
      when.map((one) => counted(one)),
      [],
      seed,
      at(now),
    ),
  );

test.each([
  // Last on Friday 20 November 2026: five working days end with Friday the 27th; 70 % of them are four.
  ['2026-11-20 18:00', 'met 1/5 2026-11-20..2026-11-28 changes 2026-11-27 00:00'],
  ['2026-11-27 09:00', 'warned 1/5 2026-11-20..2026-11-28 changes 2026-11-28 00:00'],
  ['2026-11-28 00:00', 'breached 1/5 2026-11-20..2026-11-28'],
  ['2026-12-15 00:00', 'breached 1/5 2026-11-20..2026-11-28'],
])('CX-17 at %s: %s', (now, says) => {
  expect(gapped(now, ['2026-11-20 17:00'])).toBe(says);
});

test('a gap runs from the last event, or from birth or the rule’s first day where none came after', () => {
  expect(gapped('2026-11-24 09:00', ['2026-11-02 09:00'], { ...long, ruledFrom: '2026-11-23' })).toMatch(
    /^met .* 2026-11-23\.\.2026-12-01/,
  );
  expect(gapped('2026-11-24 09:00', [], { ...long, bornOn: '2026-11-20' })).toMatch(/^met .* 2026-11-20\.\.2026-11-28/);
  expect(gapped('2026-11-24 09:00', ['2026-11-02 09:00', '2026-11-23 09:00'])).toMatch(
    /^met .* 2026-11-23\.\.2026-12-01/,
  );
});

test('DQ-8 three months without are counted by the month; an event that stopped counting leaves the one before', () => {
  const months: GapRule = { ...gap, limit: { n: 3, unit: 'month' }, warn: [{ before: { n: 10, unit: 'day' } }] };
  const when = [counted('2026-08-31 09:00'), counted('2026-10-08 09:00'), lost('2026-10-08', '2026-10-09 09:00')];
  const says = (now: string) => told(judgeGap(months, long, when, [], seed, at(now)));
  expect(says('2026-10-08 12:00')).toMatch(/2026-10-08\.\.2027-01-09/);
  expect(says('2026-11-29 12:00')).toMatch(/^warned .* 2026-08-31\.\.2026-12-01 changes 2026-12-01 00:00/);
  expect(says('2026-12-01 00:00')).toMatch(/^breached/);
});

test('E4 a gap over a year that is not loaded is provisional', () => {
  expect(told(judgeGap(gap, long, [counted('2026-12-29 09:00')], [], only(2026), at('2026-12-30 09:00')))).toMatch(
    /^provisional/,
  );
});

const answer: WithinRule = {
  from: ['leg.received'],
  to: ['leg.answered', 'leg.transferred'],
  limit: { n: 5, unit: 'working day' },
  pauses: [{ from: 'letter.referred_up', to: 'letter.referral_returned', atMost: { n: 10, unit: 'working day' } }],
  restarts: ['letter.clarified'],
  extension: { by: { n: 3, unit: 'working day' }, event: 'letter.extended' },
  warn: [{ after: { n: 4, unit: 'working day' } }],
};
const events = (...lines: readonly string[]): readonly Happening[] =>
  lines.map((line, i) => ({ seq: String(i + 1), at: at(line.slice(0, 16)), kind: line.slice(17) }));
const within = (now: string, lines: readonly string[], rule: WithinRule = answer) =>
  judgeWithin(rule, events(...lines), seed, at(now)).map((one) => told({ ...one, n: 0 }));

test.each([
  // ZJ-15: received on Wednesday 18 November 2026; the fifth working day is Wednesday the 25th.
  [
    '2026-11-24 23:59',
    ['2026-11-18 09:00 leg.received'],
    'pending 0/5 2026-11-18..2026-11-26 changes 2026-11-25 00:00',
  ],
  ['2026-11-25 09:00', ['2026-11-18 09:00 leg.received'], 'warned 0/5 2026-11-18..2026-11-26 changes 2026-11-26 00:00'],
  ['2026-11-26 00:00', ['2026-11-18 09:00 leg.received'], 'breached 0/5 2026-11-18..2026-11-26'],
  [
    '2026-12-01 00:00',
    ['2026-11-18 09:00 leg.received', '2026-11-25 23:59 leg.answered'],
    'met 0/5 2026-11-18..2026-11-26',
  ],
  [
    '2026-12-01 00:00',
    ['2026-11-18 09:00 leg.received', '2026-11-26 00:00 leg.transferred'],
    'breached 0/5 2026-11-18..2026-11-26 done 2026-11-26 00:00',
  ],
  [
    // Referred up on Thursday, back on Monday: the Thursday and the Friday rested, so that two working days are added.
    '2026-11-26 12:00',
    [
      '2026-11-18 09:00 leg.received',
      '2026-11-19 10:00 letter.referred_up',
      '2026-11-23 10:00 letter.referral_returned',
    ],
    'pending 0/5 2026-11-18..2026-11-28 changes 2026-11-27 00:00',
  ],
  [
    // Of a pause without end ten working days count: the 25th and ten more.
    '2027-01-05 12:00',
    ['2026-11-18 09:00 leg.received', '2026-11-19 10:00 letter.referred_up'],
    'breached 0/5 2026-11-18..2026-12-10',
  ],
  [
    '2026-11-30 12:00',
    ['2026-11-18 09:00 leg.received', '2026-11-23 10:00 letter.clarified'],
    'warned 0/5 2026-11-18..2026-12-01 changes 2026-12-01 00:00',
  ],
  [
    '2026-11-26 12:00',
    ['2026-11-18 09:00 leg.received', '2026-11-25 10:00 letter.extended', '2026-11-25 11:00 letter.extended'],
    'warned 0/5 2026-11-18..2026-12-01 changes 2026-12-01 00:00',
  ],
])('at %s after %j: %s', (now, lines, says) => {
  expect(within(now, lines)).toEqual([says]);
});

test('QX-8.1 hours run by the clock, through the night and the holidays', () => {
  const rule: WithinRule = {
    from: ['article.approved'],
    to: ['article.published'],
    limit: { n: 24, unit: 'hour' },
    pauses: [],
    restarts: [],
    warn: [],
  };
  const approved = ['2026-09-30 16:30 article.approved'];
  expect(within('2026-10-01 16:29', approved, rule)).toEqual([
    'pending 0/24 2026-09-30..2026-10-02 changes 2026-10-01 16:30',
  ]);
  expect(within('2026-10-01 16:30', approved, rule)).toEqual(['breached 0/24 2026-09-30..2026-10-02']);
});

test('a start opens a line unless one is open; a line that waits for an event is there only once it happened', () => {
  const twice = [
    '2026-11-18 09:00 leg.received',
    '2026-11-19 09:00 leg.received',
    '2026-11-20 09:00 leg.answered',
    '2026-11-23 09:00 leg.received',
  ];
  expect(within('2026-11-24 09:00', twice).map((one) => one.slice(0, 29))).toEqual([
    'met 0/5 2026-11-18..2026-11-2',
    'pending 0/5 2026-11-23..2026-',
  ]);
  const transfer: WithinRule = {
    ...answer,
    to: ['leg.transferred'],
    onceThere: 'leg.transferred',
    limit: { n: 3, unit: 'working day' },
  };
  expect(within('2026-11-30 09:00', ['2026-11-18 09:00 leg.received'], transfer)).toEqual([]);
  expect(
    within('2026-11-30 09:00', ['2026-11-18 09:00 leg.received', '2026-11-24 09:00 leg.transferred'], transfer),
  ).toEqual(['breached 0/3 2026-11-18..2026-11-24 done 2026-11-24 09:00']);
});

test('R1 what comes after now changes nothing, and neither does what has nothing to do with it', () => {
  const lines = ['2026-11-18 09:00 leg.received', '2026-11-20 09:00 letter.looked_at', '2026-11-30 09:00 leg.answered'];
  expect(within('2026-11-19 09:00', lines)).toEqual(within('2026-11-19 09:00', lines.slice(0, 1)));
  expect(judgeWithin(answer, events(...lines), seed, at('2026-12-01 09:00'))[0]?.rests).toEqual(['1', '3']);
});

const days = (...list: readonly Settled<DueDay>[]): DueRule => ({
  days: list,
  warn: [{ before: { n: 3, unit: 'day' } }],
});
const due = (rule: DueRule, on: string, now: string, when: readonly string[], life: Life = long) => {
  const [line] = dueLines(rule, life, none, { from: on, to: `${on}x` }, seed);
  return line
    ? told(
        judgeDue(
          rule,
          line,
          when.map((one) => counted(one)),
          seed,
          at(now),
        ),
      )
    : 'none';
};

test('ZJ-14 on 10 January and 10 July, from ten days before', () => {
  const rule: DueRule = { ...days({ month: 1, date: 10 }, { month: 7, date: 10 }), opens: { n: 10, unit: 'day' } };
  expect(due(rule, '2026-07-10', '2026-07-01 09:00', [])).toBe(
    'pending 0/1 2026-06-30..2026-07-11 changes 2026-07-07 00:00',
  );
  expect(due(rule, '2026-07-10', '2026-07-01 09:00', ['2026-06-29 23:59'])).toMatch(/^pending 0/);
  expect(due(rule, '2026-07-10', '2026-07-01 09:00', ['2026-06-30 00:00'])).toMatch(/^met 1/);
  expect(due(rule, '2026-07-10', '2026-07-08 09:00', [])).toMatch(/^warned/);
  expect(due(rule, '2026-07-10', '2026-07-11 00:00', [])).toBe('breached 0/1 2026-06-30..2026-07-11');
  expect(due(rule, '2026-07-10', '2026-07-20 00:00', ['2026-07-15 10:00'])).toBe(
    'breached 0/1 2026-06-30..2026-07-11 done 2026-07-15 10:00',
  );
  expect(due(rule, '2026-07-10', '2026-07-20 00:00', ['2026-07-10 23:59'])).toMatch(/^met 1/);
});

test('MS-4.1 by the tenth about the month before: what was handed in before that month ended is not this month’s', () => {
  const rule: DueRule = { ...days({ day: 10, of: 'month' }), about: 'previous month' };
  expect(due(rule, '2026-11-10', '2026-11-05 09:00', ['2026-10-31 12:00'])).toMatch(
    /^pending 0\/1 2026-11-01\.\.2026-11-11/,
  );
  expect(due(rule, '2026-11-10', '2026-11-05 09:00', ['2026-11-01 00:00'])).toMatch(/^met/);
});

test('days that a month lacks, last days and last working days', () => {
  const on = (rule: DueRule, from: string, to: string) =>
    dueLines(rule, long, none, { from, to }, seed).map(({ dueOn }) => dueOn);
  expect(on(days({ day: 31, of: 'month' }), '2026-02-01', '2026-05-01')).toEqual([
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
  ]);
  expect(on(days({ last: 'day', of: 'quarter' }), '2026-01-01', '2027-01-01')).toEqual([
    '2026-03-31',
    '2026-06-30',
    '2026-09-30',
    '2026-12-31',
  ]);
  // 31 January 2026 is a Saturday, 28 February 2026 one that is worked, by the arrangement of the Spring Festival.
  expect(on(days({ last: 'working day', of: 'month' }), '2026-01-01', '2026-03-01')).toEqual([
    '2026-01-30',
    '2026-02-28',
  ]);
  expect(on(days({ month: 2, date: 29 }), '2026-01-01', '2029-01-01')).toEqual([
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ]);
});

test('a line is left out when its window opened before the thing was born, or its day came before the rule', () => {
  const rule: DueRule = { ...days({ month: 7, date: 10 }), opens: { n: 10, unit: 'day' } };
  expect(due(rule, '2026-07-10', '2026-07-05 09:00', [], { ...long, bornOn: '2026-07-01' })).toBe('none');
  expect(due(rule, '2026-07-10', '2026-07-05 09:00', [], { ...long, bornOn: '2026-06-30' })).toMatch(/^pending/);
  expect(due(rule, '2026-07-10', '2026-07-05 09:00', [], { ...long, ruledFrom: '2026-07-11' })).toBe('none');
});

test('a day before or after an event, by the day that the event names', () => {
  const rule = days({ time: { n: 1, unit: 'working day' }, side: 'before', event: 'filing.sensitive-period.from_on' });
  expect(
    dueLines(rule, long, () => ['2026-10-01', '2026-11-30'], { from: '2026-01-01', to: '2027-01-01' }, seed).map(
      ({ dueOn }) => dueOn,
    ),
  ).toEqual(['2026-09-30', '2026-11-27']);
});
