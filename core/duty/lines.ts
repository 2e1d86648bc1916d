/** The lines of one planned duty as they stand at an instant: one for each quota, day, standing fact, or running clock. */
import type { Calendar } from '../calendar.ts';
import { addDays, type Day, localDay } from '../day.ts';
import { evaluate } from '../facets.ts';
import { awaited } from './awaits.ts';
import { type DueLine, dueLines, judgeDue } from './due.ts';
import { type Fact, happenedTo, talliesOf } from './facts.ts';
import { judgeGap } from './gap.ts';
import { type Change, judgeKeep } from './keep.ts';
import { holdsOn, type Planned } from './plan.ts';
import { judgeRate, rateLine } from './rate.ts';
import type { Life, Verdict } from './verdict.ts';
import { judgeWithin } from './within.ts';

/** `part`: which of the duty's quotas or standing facts. `waits`: events that no part of the product carries out yet. */
export type Line = Planned & { readonly part: number; readonly verdict: Verdict; readonly waits?: readonly string[] };

/** Who came to a post and who left it, in log order. */
export type Filled = (post: string, units: readonly string[] | 'all') => readonly Change[];

/** `facts`: what may meet this line, in log order. Duties that count lines of others are judged after those, by `count.ts`. */
export function linesOf(
  plan: Planned,
  facts: readonly Fact[],
  filled: Filled,
  calendar: Calendar,
  now: number,
): readonly Line[] {
  const waits = waiting(plan);
  const verdicts = waits.length > 0 ? [unknown(plan, now)] : judged(plan, facts, filled, calendar, now);
  return verdicts.map((verdict, part) => ({ ...plan, part, verdict, ...(waits.length > 0 ? { waits } : {}) }));
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

function judged(
  plan: Planned,
  facts: readonly Fact[],
  filled: Filled,
  calendar: Calendar,
  now: number,
): readonly Verdict[] {
  const { duty, rule, thing } = plan;
  const { does, warn, holidays } = duty;
  const today = localDay(now);
  const life: Life = { ...thing.life, ruledFrom: rule.ruledFrom };
  switch (does.pattern) {
    case 'rate':
      return does.quotas.flatMap((quota) => {
        const one = { quota, warn, ...(holidays ? { holidays } : {}) };
        const line = rateLine(one, life, today, calendar);
        if (!line || !holdsOn(rule, line.from)) return [];
        return judgeRate(one, line, talliesOf(does, thing, facts, calendar), calendar, now);
      });
    case 'gap':
      if (!holdsOn(rule, today)) return [];
      return [judgeGap({ ...does, warn }, life, talliesOf(does, thing, facts, calendar), [], calendar, now)];
    case 'due': {
      const one = { ...does, warn };
      const span = { from: addDays(today, -400), to: addDays(today, 400) };
      const lines = dueLines(one, life, [], span, calendar).filter(({ dueOn }) => holdsOn(rule, dueOn));
      const tallies = talliesOf(does, thing, facts, calendar);
      return current(lines, today, (line) => judgeDue(one, line, tallies, calendar, now));
    }
    case 'within': {
      const happened = happenedTo(thing, facts).filter(
        ({ kind, facets }) => !does.from.includes(kind) || evaluate(does.in, facets),
      );
      const since = addDays(today, -shownDays);
      return judgeWithin({ ...does, warn }, happened, calendar, now).filter(
        (one) => holdsOn(rule, one.from) && (isOpen(one) || one.to > since),
      );
    }
    case 'keep':
      if (!holdsOn(rule, today)) return [];
      return does.standing.flatMap(({ bound, n, id }) => {
        const units = thing.subject === 'portal' ? 'all' : thing.subject === 'unit' ? [thing.id] : [thing.owner];
        const one = { bound, n, ...(does.grace ? { grace: does.grace } : {}) };
        return judgeKeep(one, life, filled(id ?? '', units), calendar, now);
      });
    case 'share':
    case 'count':
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
