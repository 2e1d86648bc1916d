/** The lines of one planned duty as they stand at an instant: one for each quota, day, standing fact, or running clock. */
import { addDays, type Day, localDay } from '../day.ts';
import { clocksOf, dueIn, type Grounds, lifeOf, rateRules } from './applied.ts';
import { awaited } from './awaits.ts';
import { type DueLine, judgeDue } from './due.ts';
import { judgeGap } from './gap.ts';
import { judgeKeep } from './keep.ts';
import { holdsOn, type Planned } from './plan.ts';
import { judgeRate, rateLine } from './rate.ts';
import type { Verdict } from './verdict.ts';

/** `part`: which of the duty's quotas or standing facts. `waits`: events that no part of the product carries out yet. */
export type Line = Planned & { readonly part: number; readonly verdict: Verdict; readonly waits?: readonly string[] };

export function linesOf(plan: Planned, grounds: Grounds, now: number): readonly Line[] {
  const waits = waiting(plan);
  if (waits.length > 0) return [{ ...plan, part: 0, verdict: unknown(plan, now), waits }];
  return judged(plan, grounds, now).flatMap((verdicts, part) =>
    verdicts.map((verdict) => ({ ...plan, part, verdict })),
  );
}

/** Events of the duty that nothing here carries out yet: nothing can meet it, and whoever bears it can't be blamed. */
export const waiting = ({ duty }: Planned): readonly string[] => awaited(duty.does);

const unknown = ({ rule, thing }: Planned, now: number): Verdict => {
  const today = localDay(now);
  const from = rule.ruledFrom > thing.life.bornOn ? rule.ruledFrom : thing.life.bornOn;
  return {
    status: 'provisional',
    from,
    to: addDays(today, 1),
    n: 0,
    asked: 1,
    isSure: false,
    horizon: today,
    rests: [],
  };
};

/** The verdicts of each part of the duty, in their order; a part may have none now. */
function judged(plan: Planned, grounds: Grounds, now: number): readonly (readonly Verdict[])[] {
  const { duty, rule, thing } = plan;
  const { does, warn } = duty;
  const { filled, calendar } = grounds;
  const today = localDay(now);
  switch (does.pattern) {
    case 'rate': {
      const tallies = grounds.tallies(does, thing);
      return rateRules(plan, does).map((one) => {
        const line = rateLine(one, lifeOf(plan), today, calendar);
        return line && holdsOn(rule, line.from) ? [judgeRate(one, line, tallies, calendar, now)] : [];
      });
    }
    case 'gap':
      if (!holdsOn(rule, today)) return [];
      return [[judgeGap({ ...does, warn }, lifeOf(plan), grounds.tallies(does, thing), [], calendar, now)]];
    case 'due': {
      const lines = dueIn(plan, does, { from: addDays(today, -400), to: addDays(today, 400) }, calendar);
      const tallies = grounds.tallies(does, thing);
      return [current(lines, today, (line) => judgeDue({ ...does, warn }, line, tallies, calendar, now))];
    }
    case 'within': {
      const since = addDays(today, -shownDays);
      return [clocksOf(plan, does, grounds, now).filter((one) => isOpen(one) || one.to > since)];
    }
    case 'keep': {
      if (!holdsOn(rule, today)) return [];
      const units = thing.subject === 'portal' ? 'all' : thing.subject === 'unit' ? [thing.id] : [thing.owner];
      return does.standing.map(({ bound, n, id }) => {
        const one = { bound, n, ...(does.grace ? { grace: does.grace } : {}) };
        return [judgeKeep(one, lifeOf(plan), filled(id ?? '', units), calendar, now)];
      });
    }
    case 'share':
    case 'count':
      // Their grounds aren't gathered yet: see awaits.ts.
      return [];
  }
}

/** Clocks that ended longer ago are history, and no line of today. */
const shownDays = 31;
const isOpen = ({ status, doneAt }: Verdict): boolean => status !== 'met' && doneAt === undefined;

/** The one that comes next; before it opens, the last one if that is still owed. */
function current(lines: readonly DueLine[], today: Day, judge: (line: DueLine) => Verdict): readonly Verdict[] {
  const next = lines.find(({ dueOn }) => dueOn >= today);
  const last = lines.findLast(({ dueOn }) => dueOn < today);
  const owed = last && (!next || today < next.opensOn) ? judge(last) : undefined;
  if (owed?.status === 'breached' && owed.doneAt === undefined) return [owed];
  return next ? [judge(next)] : [];
}
