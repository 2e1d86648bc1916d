/** A planned duty applied to its thing: what the lines of today and those of a span are both made of. */
import type { Calendar } from '../calendar.ts';
import { evaluate } from '../facets.ts';
import type { Span } from '../period.ts';
import type { Due, Rate, Within } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { type DueLine, dueLines } from './due.ts';
import { type Fact, happenedTo } from './facts.ts';
import type { Change } from './keep.ts';
import { holdsOn, type Planned } from './plan.ts';
import type { RateRule } from './rate.ts';
import type { Life, Verdict } from './verdict.ts';
import { judgeWithin } from './within.ts';

/** Who came to a post and who left it, in log order. */
export type Filled = (post: string, units: readonly string[] | 'all') => readonly Change[];
/** What lines are judged by. `facts`: what may meet the line, in log order. */
export type Grounds = { readonly facts: readonly Fact[]; readonly filled: Filled; readonly calendar: Calendar };

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
  { facts, calendar }: Pick<Grounds, 'facts' | 'calendar'>,
  now: number,
): readonly Verdict[] {
  const happened = happenedTo(plan.thing, facts).filter(
    ({ kind, facets }) => !does.from.includes(kind) || evaluate(does.in, facets),
  );
  const clocks = judgeWithin({ ...does, warn: plan.duty.warn }, happened, calendar, now);
  return clocks.filter(({ from }) => holdsOn(plan.rule, from));
}
