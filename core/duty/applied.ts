/** A planned duty applied to its thing: what the lines of today and those of a span are both made of. */
import type { Calendar } from '../calendar.ts';
import { evaluate } from '../facets.ts';
import type { Span } from '../period.ts';
import type { Counting, Due, Rate, Within } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { type DueLine, dueLines } from './due.ts';
import { type Fact, happenedTo, type Thing, talliesOf } from './facts.ts';
import type { Change } from './keep.ts';
import { holdsOn, type Planned } from './plan.ts';
import type { RateRule } from './rate.ts';
import type { Life, Tally, Verdict } from './verdict.ts';
import { judgeWithin } from './within.ts';

/** Who came to a post and who left it, in log order. */
export type Filled = (post: string, units: readonly string[] | 'all') => readonly Change[];
/**
 * What lines are judged by. `tallies`: what counted for a thing, one by one or in sums of days. `happened`: its events, in
 * log order.
 */
export type Grounds = {
  readonly tallies: (counting: Settled<Counting>, thing: Thing) => readonly Tally[];
  readonly happened: (thing: Thing) => readonly Fact[];
  readonly filled: Filled;
  readonly calendar: Calendar;
};

/** From the events themselves: `facts` are those that may meet the line, in log order. */
export const groundsIn = (facts: readonly Fact[], filled: Filled, calendar: Calendar): Grounds => ({
  tallies: (counting, thing) => talliesOf(counting, thing, facts, calendar),
  happened: (thing) => happenedTo(thing, facts),
  filled,
  calendar,
});

export const lifeOf = ({ thing, rule }: Planned): Life => ({ ...thing.life, ruledFrom: rule.ruledFrom });

/** One rule for each quota, in their order. */
export const rateRules = ({ duty: { warn, holidays } }: Planned, does: Settled<Rate>): readonly RateRule[] =>
  does.quotas.map((quota) => ({ quota, warn, ...(holidays ? { holidays } : {}) }));

/** The due days of a span under this version of the rule. */
export const dueIn = (plan: Planned, does: Settled<Due>, span: Span, calendar: Calendar): readonly DueLine[] =>
  dueLines({ ...does, warn: plan.duty.warn }, lifeOf(plan), [], span, calendar).filter(({ dueOn }) =>
    holdsOn(plan.rule, dueOn),
  );

/** Every clock that this version of the rule started, as it stands now. */
export function clocksOf(
  plan: Planned,
  does: Settled<Within>,
  { happened, calendar }: Pick<Grounds, 'happened' | 'calendar'>,
  now: number,
): readonly Verdict[] {
  const events = happened(plan.thing).filter(
    ({ kind, facets }) => !does.from.includes(kind) || evaluate(does.in, facets),
  );
  const clocks = judgeWithin({ ...does, warn: plan.duty.warn }, events, calendar, now);
  return clocks.filter(({ from }) => holdsOn(plan.rule, from));
}
