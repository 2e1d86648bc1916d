/**
 * Sites that run themselves: nothing that is done there comes to the log, so that duties over them are judged by what the
 * monitor, or a person, saw. Language page, "Events"; decision 0540.
 */
import { startOf } from '../day.ts';
import { carriedEvents } from '../vocabulary/events.ts';
import type { Grounds } from './applied.ts';
import { eventsIn } from './events.ts';
import type { Fact, Thing } from './facts.ts';
import type { Planned } from './plan.ts';
import type { Verdict } from './verdict.ts';

type Hosted = Pick<Thing, 'facets'>;

/** What can be seen of an event. The others leave nothing that anybody could see. */
const twins: Readonly<Record<string, string>> = { 'article.published': 'seen.article_published' };
const isSeen = (event: string): boolean => event.startsWith('seen.');

export const isSelfRun = ({ facets }: Hosted): boolean => facets.hosting === 'self-run';

/** A rule as it is for this thing: of one that runs itself, with the twin in the place of each event that has one. */
export function asSeen<T>(rule: T, thing: Hosted): T {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return twins[one] ?? one;
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, walk(part)]));
  };
  return isSelfRun(thing) ? (walk(rule) as T) : rule;
}

/** Whether an event of this thing may come to the log at all. */
export const isHeardOf =
  (thing: Hosted) =>
  (event: string): boolean =>
    isSelfRun(thing)
      ? isSeen(event) || (carriedEvents.includes(event) && !event.startsWith('article.'))
      : carriedEvents.includes(event);

/**
 * Whether nobody looked in the period of a verdict that rests on what is seen. What a clock or a gap begins with isn't a
 * look at what came afterwards.
 */
export function isUnseen(plan: Planned, verdict: Verdict, { happened }: Pick<Grounds, 'happened'>, now: number) {
  const { does } = plan.duty;
  if (!isSelfRun(plan.thing) || !eventsIn(does).some(isSeen)) return false;
  const own = happened(plan.thing);
  const { from, to, overAt = startOf(to), rests } = verdict;
  const first = { gap: rests.at(-1), within: rests[0] }[does.pattern as string];
  const begun = own.find(({ seq }) => seq === first);
  return !isLooked(own, begun ? begun.at + 1 : startOf(from), Math.min(overAt, now + 1));
}

/** Of things that are counted by an event that they had: one of which nobody can say whether it had it. */
export function isUnknown(
  thing: Thing,
  event: string,
  { happened }: Pick<Grounds, 'happened'>,
  from: number,
  to: number,
): boolean {
  if (!isSelfRun(thing)) return false;
  const twin = twins[event] ?? event;
  return isSeen(twin) ? !isLooked(happened(thing), from, to) : twin.startsWith('article.');
}

/** Half-open, in milliseconds since 1970. */
const isLooked = (own: readonly Fact[], from: number, to: number): boolean =>
  own.some(({ kind, at }) => isSeen(kind) && at >= from && at < to);
