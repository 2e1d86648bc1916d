/** Random duties of the seven patterns, each with what both judges say of it. */
import fc from 'fast-check';
import { dueLines, judgeDue } from '../../core/duty/due.ts';
import { judgeGap } from '../../core/duty/gap.ts';
import { judgeRate, rateLine } from '../../core/duty/rate.ts';
import { judgeWithin } from '../../core/duty/within.ts';
import { counts, keeps, shares } from './cases-state.ts';
import * as chance from './chance.ts';
import { dayAt, opening, type Place, periodOf } from './days.ts';
import * as judgeOf from './due.ts';
import { gap } from './gap.ts';
import { rate } from './rate.ts';
import type { Case, Pair } from './sides.ts';
import { changing, lostOnes, tallies, upToThen } from './sides.ts';
import { within } from './within.ts';

const { around, bare, few, maybe, nows } = chance;
const before = fc.record({ before: chance.length(chance.anyUnit) });
const after = fc.record({ after: chance.length(chance.anyUnit) });
const percentOfTime = fc.record({ percentOfTime: fc.constantFrom(10, 50, 70, 80, 90, 100) });
const at = fc.record({ at: chance.clockTime });

export const rates = around((anchor) =>
  fc.record({
    rule: fc
      .record({
        quota: fc.record({
          bound: chance.bound,
          n: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(20)),
          of: fc.constantFrom('items', 'days'),
          per: fc.constantFrom(...chance.periods),
        }),
        warn: few(fc.oneof(before, percentOfTime, at)),
        holidays: maybe(fc.constantFrom('count', 'skip')),
      })
      .map(bare),
    life: chance.life(anchor),
    raw: chance.counting(anchor, 10, 20),
    days: chance.calendars(anchor),
    nows: nows(anchor),
  }),
).map(
  changing(({ rule, life, raw, days, nows: when, anchor }): Case => {
    const day = dayAt(anchor);
    const { from } = periodOf(rule.quota.per, anchor);
    return {
      pattern: 'rate',
      told: { rule, life, raw, without: days.without, day },
      nows: when,
      begin: opening(from),
      lost: lostOnes(raw),
      judge: (now, upTo) => {
        const seen = upToThen(raw, upTo);
        const line = rateLine(rule as never, life, day, days.calendar);
        const core = line && judgeRate(rule as never, line, tallies(seen), now);
        return [{ core, ours: rate(rule, life, day, seen, days.table, now) }];
      },
    };
  }),
);

const rest = (anchor: Place) =>
  fc.record({
    from: chance.instantNear(anchor, 5, 20),
    long: maybe(fc.integer({ min: 0, max: 15 * 24 * 60 })),
    kind: fc.nat(1),
  });
export const gaps = around((anchor) =>
  fc.record({
    rule: fc.record({
      bound: fc.constantFrom('at most', 'below'),
      limit: chance.length(chance.anyUnit).filter(({ n }) => n > 0),
      warn: few(fc.oneof(before, after, percentOfTime)),
      pauses: fc.constant([]),
    }),
    life: chance.life(anchor),
    raw: chance.counting(anchor, 30, 30, 5),
    rests: few(rest(anchor)),
    caps: fc.tuple(chance.length(chance.anyUnit), chance.length(chance.anyUnit)),
    days: chance.calendars(anchor),
    nows: nows(anchor),
  }),
).map(
  changing(({ rule, life, raw, rests: some_, caps, days, nows: when }): Case => {
    const exact = rule.limit.unit === 'hour' || rule.limit.unit === 'minute';
    // Hours are counted from facts: a day with a minus has no reliable last instant.
    const clean = exact ? raw.map(({ seq, at: on }) => ({ seq, at: on })) : raw;
    const rests = some_
      .toSorted((a, b) => a.from - b.from)
      .map(({ from, long, kind }) => ({
        from,
        ...(long === undefined ? {} : { to: from + long * 60_000 }),
        kind,
        atMost: caps[kind] ?? caps[0],
      }));
    const begin = Math.max(Date.parse(`${life.bornOn}T00:00:00+08:00`), Date.parse(`${life.ruledFrom}T00:00:00+08:00`));
    return {
      pattern: 'gap',
      told: { rule, life, raw: clean, rests, without: days.without },
      nows: when,
      begin,
      lost: lostOnes(clean),
      judge: (now, upTo) => {
        const seen = upToThen(clean, upTo);
        const known = rests
          .filter(({ from }) => from <= upTo)
          .map(({ to, ...one }) => (to !== undefined && to <= upTo ? { ...one, to } : one));
        const core = judgeGap(rule as never, life, tallies(seen), known, days.calendar, now);
        return [{ core, ours: gap(rule, life, seen, known, days.table, now) }];
      },
    };
  }),
);

const pause = (from: string, to: string) =>
  fc.record({ from: fc.constant(from), to: fc.constant(to), atMost: chance.length(chance.anyUnit) });
export const withins = around((anchor) =>
  fc.record({
    rule: fc
      .record({
        from: fc.constantFrom(['a'], ['a', 'b']),
        to: fc.constantFrom(['y'], ['y', 'z'], ['y', 'c']),
        limit: chance.length(chance.anyUnit),
        onceThere: fc.option(fc.constant('c'), { nil: undefined, freq: 3 }),
        pauses: fc.tuple(maybe(pause('p', 'q')), maybe(pause('r', 's'))).map((all) => all.flatMap((one) => one ?? [])),
        restarts: fc.constantFrom([], [], ['t'], ['t', 'q']),
        extension: maybe(fc.record({ by: chance.length(chance.anyUnit), event: fc.constant('x') })),
        warn: few(fc.oneof(before, after, percentOfTime, at)),
      })
      .map(bare),
    raw: chance.happening(anchor, [...'aabcpqprstxyz'], 9, 'a'),
    days: chance.calendars(anchor),
    nows: nows(anchor),
  }),
).map(
  changing(
    ({ rule, raw, days, nows: when }): Case => ({
      pattern: 'within',
      told: { rule, raw, without: days.without },
      nows: when,
      judge: (now, upTo) => {
        const seen = upToThen(raw, upTo);
        const core = judgeWithin(rule as never, seen as never, days.calendar, now);
        const ours = within(rule, seen, days.table, now);
        return Array.from({ length: Math.max(core.length, ours.length) }, (_, i) => ({ core: core[i], ours: ours[i] }));
      },
    }),
  ),
);

const ofPeriod = fc.constantFrom('week', 'half-month', 'month', 'quarter', 'half-year', 'year');
const dueDay = fc.oneof(
  fc.record({ day: fc.integer({ min: 1, max: 31 }), of: ofPeriod }),
  fc.record({ last: fc.constantFrom('day', 'working day'), of: ofPeriod }),
  fc.record({ month: fc.integer({ min: 1, max: 12 }), date: fc.constantFrom(1, 10, 28, 29, 30, 31) }),
);
const byEvent = fc.record({
  time: chance.length(chance.dayUnits),
  side: fc.constantFrom('before', 'after'),
  event: fc.constant('e'),
});
const abouts = fc.constantFrom('previous month', 'previous quarter', 'previous year', 'this month', 'next period');
export const dues = around((anchor) =>
  fc.record({
    rule: fc
      .record({
        days: fc.oneof(
          fc.array(dueDay, { minLength: 1, maxLength: 2 }),
          byEvent.map((one) => [one]),
        ),
        about: maybe(abouts),
        opens: maybe(chance.length(chance.dayUnits)),
        warn: few(fc.oneof(before, at)),
      })
      .map(bare),
    life: chance.life(anchor),
    anchors: fc.uniqueArray(chance.near(anchor, 40, 40).map(dayAt), { maxLength: 4 }),
    raw: chance.counting(anchor, 40, 40),
    days: chance.calendars(anchor),
    nows: nows(anchor),
  }),
).map(
  changing(({ rule, life, anchors, raw, days, nows: when, anchor }): Case => {
    const [from, to] = [anchor - 45, anchor + 45];
    const theirs = dueLines(rule as never, life, () => anchors, { from: dayAt(from), to: dayAt(to) }, days.calendar);
    const mine = judgeOf.lines(rule, life, anchors, from, to, days.table);
    return {
      pattern: 'due',
      told: { rule, life, anchors, raw, without: days.without },
      nows: when,
      lost: lostOnes(raw),
      judge: (now, upTo) => {
        const seen = upToThen(raw, upTo);
        return Array.from({ length: Math.max(theirs.length, mine.length) }, (_, i): Pair => {
          const [line, own] = [theirs[i], mine[i]];
          if (own && now < opening(own.opens)) return { core: undefined, ours: undefined };
          return {
            core: line && judgeDue(rule as never, line, tallies(seen), days.calendar, now),
            ours: own && judgeOf.due(rule, own, seen, days.table, now),
          };
        });
      },
    };
  }),
);

export const patterns = {
  rate: rates,
  gap: gaps,
  within: withins,
  due: dues,
  share: shares,
  keep: keeps,
  count: counts,
};
