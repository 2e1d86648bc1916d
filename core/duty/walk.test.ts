/** Going through a year of gaps event by event says what looking at everything before each event says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seed } from '../calendar.fixture.ts';
import { addDays, dayMs, localDay, startOf } from '../day.ts';
import { fence, sampleWith } from '../regulation/sample.fixture.ts';
import { bound, inForce, soundly } from '../zj.fixture.ts';
import { type Grounds, gapOf, groundsIn } from './applied.ts';
import type { Thing } from './facts.ts';
import { linesOver } from './history.ts';
import { type Planned, planned } from './plan.ts';
import { known } from './tallies.ts';
import type { Tally, Verdict } from './verdict.ts';
import { knownAt, walking } from './walk.ts';

const first = startOf('2026-01-05');
const now = first + 200 * dayMs;

/** In hours after the first; `lost`: stopped counting so many hours later; `merged`: came with a merger so many days later. */
const event = fc.record({
  at: fc.integer({ min: 0, max: 190 * 24 }),
  lost: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined, freq: 3 }),
  merged: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined, freq: 4 }),
});
type Event = { readonly at: number; readonly lost: number | undefined; readonly merged: number | undefined };

const talliesOf = (events: readonly Event[]): readonly Tally[] =>
  events
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ at: hours, lost, merged }, i): readonly Tally[] => {
      const at = first + hours * 3_600_000;
      const on = localDay(at);
      const knownOn = merged === undefined ? on : addDays(on, merged);
      const plus = { on, knownOn, n: 1, firstAt: at, lastAt: at, seqs: [`${i}`] };
      if (lost === undefined) return [plus];
      const lostAt = at + lost * 3_600_000;
      const lostOn = localDay(lostAt) > knownOn ? localDay(lostAt) : knownOn;
      return [plus, { ...plus, knownOn: lostOn, n: -1, firstAt: lostAt, lastAt: lostAt, seqs: [`-${i}`] }];
    });
const events = fc.array(event, { maxLength: 40 });

test('R1 what a gap is judged by at an instant is there in the few that the walk keeps', () => {
  const left = (tallies: readonly Tally[]) => {
    const days = new Map<string, number>();
    for (const { on, n } of tallies) days.set(on, (days.get(on) ?? 0) + n);
    const last = [...days]
      .flatMap(([on, n]) => (n > 0 ? [on] : []))
      .toSorted()
      .at(-1);
    const near = tallies.filter(({ on }) => last !== undefined && on >= last);
    return { last, n: tallies.reduce((sum, { n }) => sum + n, 0), near };
  };
  fc.assert(
    fc.property(events, (all) => {
      const tallies = talliesOf(all);
      const walk = walking(tallies);
      for (const at of [...tallies.map(knownAt), now].toSorted((a, b) => a - b)) {
        const whole = left(known(tallies, at));
        expect(walk.lastOn(at)).toBe(whole.last);
        expect(left(known(walk.upTo(at), at))).toEqual(whole);
      }
    }),
    { numRuns: 300 },
  );
});

test('R1 what was taken back on its own day leaves the day before as the last one', () => {
  const tallies = talliesOf([
    { at: 2, lost: undefined, merged: undefined },
    { at: 50, lost: 3, merged: undefined },
  ]);
  const { lastOn } = walking(tallies);
  expect([2, 50, 53].map((hours) => lastOn(first + hours * 3_600_000))).toEqual([
    '2026-01-05',
    '2026-01-07',
    '2026-01-05',
  ]);
});

const column: Thing = {
  subject: 'column',
  id: 'c1',
  key: 'news',
  name: '新闻',
  facets: { column: 'news' },
  life: { bornOn: '2025-01-01' },
  owner: 'bureau',
  units: { 'column.lead': ['office'] },
};
const planOf = (pattern: string): Planned => {
  const text = sampleWith(
    fence('duty one', 'over: column', 'by: column.lead', 'event: article.published', pattern, 'warn: [70% of time]'),
  );
  const from = '2026-01-20';
  const adopted = inForce(soundly(text), bound('bureau', { office: ['office'], section: [] }));
  return planned({ ...adopted, from, ruledFrom: from, reach: new Set(['bureau']) }, [column])[0] as Planned;
};

/** Each event looks at everything before it. */
function episodes(plan: Planned, grounds: Grounds, tallies: readonly Tally[]): readonly Verdict[] {
  const { does } = plan.duty;
  if (does.pattern !== 'gap') return [];
  const ends = known(tallies, now).filter(({ n }) => n > 0);
  const over = ends
    .map(knownAt)
    .toSorted((a, b) => a - b)
    .flatMap((end): Verdict[] => {
      const before = gapOf(plan, does, grounds, end - 1);
      return before?.status === 'breached' && localDay(end) >= '2026-01-20' ? [{ ...before, doneAt: end }] : [];
    });
  const running = gapOf(plan, does, grounds, now);
  return [...over, ...(running ? [running] : [])];
}

test.each(['gap: at most 5 working days', 'gap: below 2 days', 'gap: at most 1 month', 'gap: at most 30 hours'])(
  'R1 the episodes of a year are those that looking back at each event gives: %s',
  (pattern) => {
    const plan = planOf(pattern);
    fc.assert(
      fc.property(events, (all) => {
        const tallies = talliesOf(all);
        const grounds = { ...groundsIn([], () => [], seed), tallies: () => tallies };
        const lines = linesOver(plan, grounds, { from: '2026-01-20', to: '2026-12-31' }, now);
        expect(lines.map(({ verdict }) => verdict)).toEqual(episodes(plan, grounds, tallies));
      }),
      { numRuns: 200 },
    );
  },
);
