/** What must hold of every verdict, over the random duties that both judges are compared by. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Verdict } from '../../core/duty/verdict.ts';
import { patterns } from './cases.ts';
import { filledLike, some } from './chance.ts';
import type { Raw } from './said.ts';
import type { Case, Change } from './sides.ts';

const never = Number.MAX_SAFE_INTEGER;
const verdicts = (one: Case, now: number, upTo = now): readonly (Verdict | undefined)[] =>
  one.judge(now, upTo).map(({ core }) => core);
/** Evidence of one instant may stand in another order. */
const said = (all: readonly (Verdict | undefined)[]) =>
  all.map((one) => one && { ...one, rests: one.rests.toSorted(), horizon: '' });
const asked = (one: Case) => one.nows.filter((now) => now >= (one.begin ?? 0));
const changed = (one: Case, change: Change): Case => one.changed?.(change) ?? one;

const each = (names: readonly (keyof typeof patterns)[], holds: (one: Case) => void) =>
  fc.assert(fc.property(fc.oneof(...names.map((name) => patterns[name])), holds), some(90));
const withEvents = ['rate', 'gap', 'within', 'due', 'share', 'keep'] as const;

test('R1 a verdict depends only on what happened up to then', () =>
  each(withEvents, (one) => {
    for (const now of asked(one)) expect(verdicts(one, now, never)).toEqual(verdicts(one, now));
  }));

test('R1 a line whose time is over stays as it was, whatever comes later: no late event turns a breach into met', () =>
  each(['rate', 'due', 'within'], (one) => {
    for (const now of asked(one))
      verdicts(one, now).forEach((then, line) => {
        if (!then || !['met', 'breached'].includes(then.status)) return;
        if (one.pattern !== 'within' && now < (then.overAt ?? never)) return;
        for (const days of [1, 3, 30, 300]) {
          const { doneAt, rests, n, changesAt, horizon, ...later } =
            verdicts(one, now + days * 86_400_000)[line] ?? then;
          expect(later).toEqual(
            expect.objectContaining({ status: then.status, from: then.from, to: then.to, overAt: then.overAt }),
          );
          if (one.pattern !== 'within') expect(n).toBe(then.n);
        }
      });
  }));

test('what has nothing to do with a limit of time changes nothing', () =>
  each(['within'], (one) => {
    const noise = (raw: readonly Raw[]) =>
      raw.flatMap((event) => [{ ...event, seq: `x${event.seq}`, kind: 'unrelated' }, event]);
    for (const now of asked(one)) expect(verdicts(changed(one, { raw: noise }), now)).toEqual(verdicts(one, now));
  }));

test('events of one instant may stand in any order where they are counted', () =>
  each(['rate', 'gap', 'due', 'share', 'keep'], (one) => {
    // The last first, and again in order of time: only those of one instant have changed places.
    const permuted = changed(one, { raw: (raw) => raw.toReversed().toSorted((a, b) => a.at - b.at) });
    for (const now of asked(one)) expect(said(verdicts(permuted, now))).toEqual(said(verdicts(one, now)));
  }));

test('E4 what is said while a year isn’t loaded is what is said once it is, however it is arranged', () =>
  each(withEvents, (one) => {
    // Where every year is loaded there is nothing to load.
    if (one.isLoaded && asked(one).every((now) => now < Date.UTC(2026, 6))) return;
    for (const now of asked(one)) {
      const before = verdicts(one, now);
      for (const like of [2013, 2018, 2020]) {
        const after = verdicts(changed(one, { days: (days) => filledLike(days, like) }), now);
        if (after.length !== before.length) continue;
        before.forEach((was, line) => {
          const is = after[line];
          // A provisional one may come to anything; a period may turn out to have nobody at work.
          if (!was || !is || was.status === 'provisional' || is.from !== was.from) return;
          expect([is.status, is.doneAt]).toEqual([was.status, was.doneAt]);
        });
      }
    }
  }));

test('E4 the time zone of the process changes nothing', () => {
  const cases = fc.sample(fc.oneof(...Object.values(patterns)), { numRuns: 60, seed: 8 });
  const all = () => JSON.stringify(cases.map((one) => one.nows.map((now) => one.judge(now, now))));
  const zone = process.env.TZ;
  const answers = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'].map((tz) => {
    process.env.TZ = tz;
    return { offset: new Date(0).getTimezoneOffset(), text: all() };
  });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(new Set(answers.map(({ offset }) => offset)).size).toBe(3);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
});
