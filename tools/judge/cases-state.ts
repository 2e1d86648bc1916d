/** Random shares, standing facts and counts of lines, with what both judges say of them. */
import fc from 'fast-check';
import { judgeCount } from '../../core/duty/count.ts';
import { judgeKeep } from '../../core/duty/keep.ts';
import { judgeShare, shareSpan } from '../../core/duty/share.ts';
import * as chance from './chance.ts';
import { dayAt, opening } from './days.ts';
import { type Case, changing, lostOnes, tallies, upToThen } from './sides.ts';
import { count, keep, share, shareDays } from './state.ts';

const { around, bare, few, maybe, nows } = chance;

export const shares = around((anchor) =>
  fc.record({
    rule: fc.record({
      bound: chance.bound,
      percent: fc.constantFrom(0, 5, 20, 25, 30, 50, 100),
      over: fc.oneof(
        fc.record({ last: chance.length(chance.dayUnits).filter(({ n }) => n > 0) }),
        fc.record({ per: fc.constantFrom(...chance.periods) }),
      ),
      samples: few(
        fc.record({
          bound: fc.constantFrom('at least', 'above'),
          n: fc.nat(4),
          per: fc.constantFrom('day', 'week', 'month'),
        }),
      ),
      warn: few(fc.record({ bound: chance.bound, percent: fc.constantFrom(3, 10, 25) })),
    }),
    life: chance.life(anchor),
    raw: chance.counting(anchor, 10, 10, 6),
    other: chance.counting(anchor, 10, 10, 12),
    days: chance.calendars(anchor),
    nows: nows(anchor),
  }),
).map(
  changing(({ rule, life, raw, other, days, nows: when, anchor }): Case => {
    // A failed probe is a probe too.
    const whole = [...raw, ...other.map((one) => ({ ...one, seq: `w${one.seq}` }))];
    const fixed = 'per' in rule.over ? shareDays(rule, opening(anchor), days.table) : undefined;
    return {
      pattern: 'share',
      told: { rule, life, raw, other, without: days.without, anchor: dayAt(anchor) },
      nows: when,
      ...(fixed ? { begin: opening(fixed.from) } : {}),
      lost: lostOnes(whole),
      judge: (now, upTo) => {
        const [some_, all] = [upToThen(raw, upTo), upToThen(whole, upTo)];
        const span = fixed ?? shareDays(rule, now, days.table);
        const theirs = shareSpan(rule as never, fixed ? opening(anchor) : now, days.calendar);
        const core = judgeShare(rule as never, life, tallies(some_), tallies(all), theirs, now);
        return [{ core, ours: share(rule, life, some_, all, span, now) }];
      },
    };
  }),
);

export const keeps = around((anchor) =>
  fc.record({
    rule: fc.record({ bound: chance.bound, n: fc.nat(3), grace: maybe(chance.length(chance.anyUnit)) }).map(bare),
    life: chance.life(anchor),
    raw: chance.happening(anchor, ['1', '1', '-1', '2', '-2'], 8),
    days: chance.calendars(anchor),
    nows: nows(anchor),
  }),
).map(
  changing(({ rule, life, raw, days, nows: when }): Case => {
    const begin = Math.max(Date.parse(`${life.bornOn}T00:00:00+08:00`), Date.parse(`${life.ruledFrom}T00:00:00+08:00`));
    return {
      pattern: 'keep',
      told: { rule, life, raw, without: days.without },
      nows: when,
      begin,
      judge: (now, upTo) => {
        const steps = upToThen(raw, upTo).map(({ seq, at: when_, kind }) => ({ seq, at: when_, n: Number(kind) }));
        const core = judgeKeep(rule as never, life, steps, days.calendar, now);
        return [{ core, ours: keep(rule, life, steps, days.table, now) }];
      },
    };
  }),
);

const line = fc.record({
  status: fc.constantFrom('met', 'pending', 'warned', 'breached', 'provisional', 'exempt'),
  seq: fc.nat(99),
});
export const counts = fc
  .record({
    rule: fc.record({ bound: chance.bound, n: fc.nat(4), state: fc.constantFrom('breached', 'met', 'warned') }),
    lines: fc.array(line, { maxLength: 7 }),
  })
  .map(({ rule, lines }): Case => {
    const span = { from: '2026-11-01', to: '2026-12-01' };
    const all = lines.map(({ status, seq }) => ({ status, rests: [String(seq)] }));
    return {
      pattern: 'count',
      told: { rule, lines },
      nows: [0],
      judge: () => {
        const core = judgeCount(
          rule as never,
          all.map((one) => ({ ...one, ...span, n: 0, asked: 1, isSure: true, horizon: span.from })) as never,
          span,
        );
        const n = all.filter(({ status }) => status === rule.state).length;
        const rests = all.filter(({ status }) => status === rule.state).flatMap((one) => one.rests);
        return [{ core, ours: { status: count(rule, all), ...span, n, asked: rule.n, rests } }];
      },
    };
  });
