/** The lines of one planned duty as they stand at an instant: one for each quota, day, standing fact, or running clock. */
import { addDays, type Day, localDay } from '../day.ts';
import { kept } from '../groups.ts';
import { periodAt } from '../period.ts';
import type { Keep, Share, Standing } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { clocksOf, dueIn, type Grounds, gapOf, lifeOf, rateRules } from './applied.ts';
import { awaited } from './awaits.ts';
import { bearersOf } from './bearers.ts';
import { countOf } from './counting.ts';
import { type DueLine, judgeDue } from './due.ts';
import { exempted } from './exempt.ts';
import { judgeKeep } from './keep.ts';
import { holdsOn, type Planned } from './plan.ts';
import { judgeRate, rateLine } from './rate.ts';
import { asSeen, isHeardOf, isUnseen } from './seen.ts';
import { shareOf } from './sharing.ts';
import { changesOf } from './standing.ts';
import { later, type Verdict } from './verdict.ts';

/** `part`: which of the duty's quotas or standing facts. `waits`: events that no part of the product carries out yet. */
export type Line = Planned & {
  readonly part: number;
  readonly verdict: Verdict;
  readonly waits?: readonly string[];
  /** Of a site that runs itself: nobody looked. */
  readonly unseen?: true;
};

/** A thing that isn't there yet, or not any more, has none. */
export function linesOf(plan: Planned, grounds: Grounds, now: number): readonly Line[] {
  const { bornOn, endedOn } = plan.thing.life;
  const today = localDay(now);
  if (today < bornOn || (endedOn !== undefined && today >= endedOn)) return [];
  const waits = waiting(plan);
  if (waits.length > 0) return [{ ...plan, part: 0, verdict: unknown(plan, now), waits }];
  return linesNow(plan, grounds, now).flatMap((verdicts, part) => verdicts.map(lineOf(plan, part, grounds, now)));
}

/** With who bears it, and exempt where it is. */
export const lineOf =
  (plan: Planned, part: number, grounds: Grounds, now: number) =>
  (verdict: Verdict): Line => {
    const unseen = isUnseen(plan, verdict, grounds, now);
    const judged = exempted(unseen ? { ...verdict, status: 'provisional' } : verdict, plan, grounds.exemptions, now);
    // Written out: a year of a cluster has a million of them, and spreads cost more than judging.
    const { rule, duty, thing, clause, post } = plan;
    const line = { rule, duty, thing, clause, by: bearersOf(plan, verdict, now), part, verdict: judged };
    if (!unseen && post === undefined) return line;
    return { ...line, ...(post ? { post } : {}), ...(unseen ? { unseen } : {}) };
  };

/** Events of the duty that nothing here carries out yet: nothing can meet it, and whoever bears it can't be blamed. */
export const waiting = ({ duty, rule, thing }: Planned): readonly string[] =>
  kept(waits, duty, () => awaited(duty.does, asSeen(rule.regulation.duties ?? [], thing), isHeardOf(thing)));
/** The same for everything that a settled duty is over: one over a site that runs itself is another one. */
const waits = new WeakMap<Planned['duty'], readonly string[]>();

const unknown = (plan: Planned, now: number): Verdict => {
  const today = localDay(now);
  const { ruledFrom, bornOn } = lifeOf(plan);
  const from = later(ruledFrom, bornOn);
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
export function linesNow(plan: Planned, grounds: Grounds, now: number): readonly (readonly Verdict[])[] {
  const { duty, rule, thing } = plan;
  const { does, warn } = duty;
  const { calendar } = grounds;
  const today = localDay(now);
  switch (does.pattern) {
    case 'rate': {
      const tallies = grounds.tallies(does, thing);
      return rateRules(plan, does).map((one) => {
        const line = rateLine(one, lifeOf(plan), today, calendar);
        return line && holdsOn(rule, line.from) ? [judgeRate(one, line, tallies, now)] : [];
      });
    }
    case 'due': {
      const lines = dueIn(plan, does, { from: addDays(today, -400), to: addDays(today, 400) }, grounds, now);
      const tallies = grounds.tallies(does, thing);
      return [current(lines, today, (line) => judgeDue({ ...does, warn }, line, tallies, calendar, now))];
    }
    case 'within': {
      const since = addDays(today, -shownDays);
      return [clocksOf(plan, does, grounds, now).filter((one) => isShown(one, since))];
    }
    case 'gap':
      return [gapOf(plan, does, grounds, now)].map((verdict) => (verdict ? [verdict] : []));
    case 'count': {
      const verdict = countOf(plan, does, grounds, now);
      return verdict && holdsOn(rule, verdict.from) ? [[verdict]] : [];
    }
    case 'share':
      return isSharedUnder(plan, does, now) ? [[shareOf(plan, does, grounds, now)]] : [];
    case 'keep':
      return holdsOn(rule, today) ? does.standing.map((one) => [keptOf(plan, does, one, grounds, now)]) : [];
  }
}

/** A share over the last days is this version's today; one of a period, like a rate, on the first day that is judged of it. */
function isSharedUnder(plan: Planned, { over }: Settled<Share>, now: number): boolean {
  const today = localDay(now);
  const { ruledFrom } = lifeOf(plan);
  return (
    ruledFrom <= today && holdsOn(plan.rule, 'last' in over ? today : later(periodAt(over.per, today).from, ruledFrom))
  );
}

function keptOf(
  plan: Planned,
  does: Settled<Keep>,
  standing: Settled<Standing>,
  grounds: Grounds,
  now: number,
): Verdict {
  const { bound, n } = standing;
  const changes = changesOf(does, standing, plan.thing, grounds);
  return judgeKeep(
    { bound, n, ...(does.grace ? { grace: does.grace } : {}) },
    lifeOf(plan),
    changes,
    grounds.calendar,
    now,
  );
}

/** Clocks that stopped in time are history, and no lines of today; those that stopped too late once this many days are over. */
export const shownDays = 31;
const isShown = ({ status, doneAt, to }: Verdict, since: Day): boolean =>
  status !== 'met' && (doneAt === undefined || to > since);

/** The one that comes next; before it opens, the last one if that is still owed. */
function current(lines: readonly DueLine[], today: Day, judge: (line: DueLine) => Verdict): readonly Verdict[] {
  const next = lines.find(({ dueOn }) => dueOn >= today);
  const last = lines.findLast(({ dueOn }) => dueOn < today);
  const owed = last && (!next || today < next.opensOn) ? judge(last) : undefined;
  if (owed?.status === 'breached' && owed.doneAt === undefined) return [owed];
  return next ? [judge(next)] : [];
}
