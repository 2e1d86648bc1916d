/** What a share is taken of: events, or things of a kind that have one. Language page, section 3. */
import { addDays, type Day, localDay, startOf } from '../day.ts';
import type { Span } from '../period.ts';
import type { Share, Term } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { type Grounds, lifeOf } from './applied.ts';
import type { Thing } from './facts.ts';
import type { Planned } from './plan.ts';
import { asSeen, isUnknown } from './seen.ts';
import { judgeShare, type ShareRule, shareSpan } from './share.ts';
import { firstOf, type Tally, type Verdict } from './verdict.ts';

/** The share of a span; by default that which is looked at on the day of `now`. */
export function shareOf(plan: Planned, does: Settled<Share>, grounds: Grounds, now: number, given?: Span): Verdict {
  const rule: ShareRule = { ...does, warn: plan.duty.warn };
  const span = given ?? shareSpan(rule, now, grounds.calendar);
  const of = (term: Settled<Term>) => termOf(term, plan.thing, does, grounds, span, now);
  return judgeShare(rule, lifeOf(plan), of(does.part), of(does.whole), span, now);
}

function termOf(
  term: Settled<Term>,
  thing: Thing,
  { in: which, between, part, whole }: Settled<Share>,
  grounds: Grounds,
  span: Span,
  now: number,
): readonly Tally[] {
  if ('event' in term)
    return grounds.tallies({ events: [term.event], in: which, ...(between ? { between } : {}) }, thing);
  // Things are counted as they are on the last day that is looked at.
  const last = firstOf(localDay(now), addDays(span.to, -1));
  const withs = [part, whole].flatMap((one) => ('event' in one ? [] : (one.with ?? [])));
  const end = Math.min(now + 1, startOf(span.to));
  return grounds
    .among(thing, term.things)
    .filter((one) => (term.id === undefined || one.key === term.id) && isThereOn(one, last))
    .filter((one) => !withs.some((event) => isUnknown(one, event, grounds, startOf(span.from), end)))
    .flatMap((one): readonly Tally[] => {
      const at = startOf(span.from);
      if (term.with === undefined) return [{ on: span.from, knownOn: span.from, n: 1, firstAt: at, lastAt: at }];
      const has = grounds
        .tallies({ events: asSeen([term.with], one), in: which }, one)
        .filter(({ on }) => on >= span.from && on < span.to);
      return has.slice(0, 1);
    });
}

const isThereOn = ({ life: { bornOn, endedOn } }: Thing, day: Day): boolean =>
  bornOn <= day && (endedOn === undefined || day < endedOn);
