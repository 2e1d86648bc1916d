/** A planned duty applied to its thing: what the lines of today and those of a span are both made of. */
import type { Calendar } from '../calendar.ts';
import { localDay } from '../day.ts';
import { evaluate } from '../facets.ts';
import { kept, those } from '../groups.ts';
import type { Span } from '../period.ts';
import type { Due, Gap, Rate, Within } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import type { Subject } from '../vocabulary/subjects.ts';
import { type DueLine, dueLines } from './due.ts';
import type { Exemption } from './exempt.ts';
import { type Count, type Fact, happenedTo, type Thing, talliesOf } from './facts.ts';
import { gapLasts, judgeGap } from './gap.ts';
import type { Change } from './keep.ts';
import type { Line } from './lines.ts';
import { holdsOn, type Planned, planned, type Rule } from './plan.ts';
import type { RateRule } from './rate.ts';
import type { Life, Tally, Verdict } from './verdict.ts';
import { judgeWithin, restsOf } from './within.ts';

/** Who came to a post and who left it, in log order. */
export type Filled = (post: string, units: readonly string[] | 'all') => readonly Change[];
/**
 * What lines are judged by. `tallies`: what counted for a thing, one by one or in sums of days. `happened`: its events, in
 * log order.
 */
export type Grounds = {
  readonly tallies: (counting: Count, thing: Thing) => readonly Tally[];
  readonly happened: (thing: Thing) => readonly Fact[];
  readonly filled: Filled;
  readonly calendar: Calendar;
  /** Things of a kind that belong to the line's thing, and itself. */
  readonly among: (thing: Thing, subject: Subject) => readonly Thing[];
  /** Lines of other duties of the same adopter's text over the line's thing and what belongs to it: now, or of a span. */
  readonly others: (duties: readonly string[], now: number, span?: Span) => readonly Line[];
  readonly exemptions: readonly Exemption[];
};

/** From the events themselves: `facts` are those that may meet the line, in log order. Nothing else is there. */
export function groundsIn(facts: readonly Fact[], filled: Filled, calendar: Calendar): Grounds {
  // A year of gaps asks for the same again at each event.
  const kept = new Map<Count, { readonly thing: Thing; readonly tallies: readonly Tally[] }>();
  return {
    tallies: (counting, thing) => {
      const known = kept.get(counting);
      if (known?.thing === thing) return known.tallies;
      const tallies = talliesOf(counting, thing, facts, calendar);
      kept.set(counting, { thing, tallies });
      return tallies;
    },
    happened: (thing) => happenedTo(thing, facts),
    filled,
    calendar,
    among: () => [],
    others: () => [],
    exemptions: [],
  };
}

/** Ruled from the first version that has this duty. */
export function lifeOf({ thing, rule, duty }: Planned): Life {
  const { bornOn, endedOn } = thing.life;
  const ruledFrom = rule.dutiesFrom?.get(duty.id) ?? rule.ruledFrom;
  return endedOn === undefined ? { bornOn, ruledFrom } : { bornOn, endedOn, ruledFrom };
}

/** One rule for each quota, in their order: the same ones for everything that the duty is over. */
export function rateRules({ duty }: Planned, { quotas }: Settled<Rate>): readonly RateRule[] {
  const { warn, holidays } = duty;
  return kept(ruledBy, duty, () => quotas.map((quota) => ({ quota, warn, ...(holidays ? { holidays } : {}) })));
}
const ruledBy = new WeakMap<Planned['duty'], readonly RateRule[]>();

/** The due days of a span under this version of the rule. */
export function dueIn(
  plan: Planned,
  does: Settled<Due>,
  span: Span,
  { happened, calendar }: Pick<Grounds, 'happened' | 'calendar'>,
  now: number,
): readonly DueLine[] {
  const until = happened(plan.thing).filter(({ at }) => at <= now);
  const anchors = (event: string) => [
    ...new Set(until.flatMap(({ kind, at }) => (kind === event ? [localDay(at)] : []))),
  ];
  const lines = dueLines({ ...does, warn: plan.duty.warn }, lifeOf(plan), anchors, span, calendar);
  return lines.filter(({ dueOn }) => holdsOn(plan.rule, dueOn));
}

/**
 * The gap that runs, if it is this version's: that in force today, or, once it is too long, on the day when it broke. One
 * that broke under the version before stays there until it ends, and none falls between two versions.
 */
export function gapOf(plan: Planned, does: Settled<Gap>, grounds: Grounds, now: number): Verdict | undefined {
  const { rule } = plan;
  const verdict = gapAt(plan, does, grounds, now);
  const broke = isBroken(verdict, now) ? localDay(verdict.overAt ?? now) : localDay(now);
  const on = broke < rule.from && localDay(now) >= rule.from ? rule.from : broke;
  return holdsOn(rule, on) && !isOlder(plan, grounds, now) ? verdict : undefined;
}

const isBroken = ({ overAt }: Verdict, now: number): boolean => overAt !== undefined && overAt <= now;

/** The gap had broken under the version before already. */
function isOlder(plan: Planned, grounds: Grounds, now: number): boolean {
  const { rule } = plan;
  const before = rule.before && beforeOf(plan, rule.before);
  if (before?.duty.does.pattern !== 'gap') return false;
  const { overAt = now } = gapAt(before, before.duty.does, grounds, now);
  return overAt <= now && localDay(overAt) < rule.from;
}

/** The same duty under the version before: planned once, since every event of a year asks for it. */
function beforeOf(plan: Planned, before: Rule): Planned | undefined {
  const known = planBefore.get(plan);
  if (known) return known.before;
  const duties = before.regulation.duties?.filter(({ id }) => id === plan.duty.id);
  const [found] = planned(before, [plan.thing], duties ?? []);
  planBefore.set(plan, { before: found });
  return found;
}
const planBefore = new WeakMap<Planned, { readonly before: Planned | undefined }>();

/** Until when a gap lasts at the least that began with this day as the last one, where the day alone says it. */
export const lastingOf = (plan: Planned, does: Settled<Gap>, calendar: Calendar) =>
  gapLasts(warned(does, plan), lifeOf(plan), calendar);

function gapAt(plan: Planned, does: Settled<Gap>, grounds: Grounds, now: number): Verdict {
  const { happened, tallies, calendar } = grounds;
  const rested = does.pauses.length > 0 ? happened(plan.thing).filter(({ at }) => at <= now) : [];
  return judgeGap(warned(does, plan), lifeOf(plan), tallies(does, plan.thing), restsOf(does, rested), calendar, now);
}

/** A rule with its warnings: the same one for everything that the duty is over, since what it comes to is kept with it. */
function warned<T extends Settled<Gap> | Settled<Within>>(
  does: T,
  { duty: { warn } }: Planned,
): T & { readonly warn: typeof warn } {
  return kept(withWarnings, does, () => ({ ...does, warn })) as T & { readonly warn: typeof warn };
}
const withWarnings = new WeakMap<object, object>();

/** Every clock that this version of the rule started, as it stands now. */
export function clocksOf(
  plan: Planned,
  does: Settled<Within>,
  { happened, calendar }: Pick<Grounds, 'happened' | 'calendar'>,
  now: number,
): readonly Verdict[] {
  const events = those(
    happened(plan.thing),
    ({ kind, facets }) => !does.from.includes(kind) || evaluate(does.in, facets),
  );
  const clocks = judgeWithin(warned(does, plan), events, calendar, now);
  return those(clocks, ({ from }) => holdsOn(plan.rule, from));
}
