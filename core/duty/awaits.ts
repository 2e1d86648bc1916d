/** What a duty waits for: events and things that no part of the product carries out yet. */
import type { Duty, Pattern, Standing } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { carriedEvents } from '../vocabulary/events.ts';
import { showing } from './events.ts';

const isCarried = (event: string): boolean => carriedEvents.includes(event);

/**
 * Nothing that would meet it can happen here yet: whoever bears it can't be blamed. Empty where it can be judged. `others`:
 * the duties of the same text; a count waits for what any of its duties waits for. `isHeard`: whether an event may come.
 */
export function awaited(
  does: Pattern | Settled<Pattern>,
  others: readonly Pick<Duty, 'id' | 'does'>[] = [],
  isHeard: (event: string) => boolean = isCarried,
): readonly string[] {
  const missing = (events: readonly string[]): readonly string[] => events.filter((event) => !isHeard(event));
  switch (does.pattern) {
    case 'rate':
    case 'gap':
      return does.events.some(isHeard) ? [] : does.events;
    case 'due': {
      const anchors = does.days.flatMap((day) => ('event' in day ? [day.event] : []));
      return [...(does.events.some(isHeard) ? [] : does.events), ...missing(anchors)];
    }
    case 'within':
      return does.to.some(isHeard) && does.from.some(isHeard) ? [] : missing([...does.from, ...does.to]);
    case 'share':
      return missing(
        [does.part, does.whole].flatMap((term) => ('event' in term ? [term.event] : term.with ? [term.with] : [])),
      );
    case 'keep':
      return does.standing.flatMap(({ things }) => (isKept(things, isHeard) ? [] : [things]));
    case 'count':
      return others.flatMap((duty) =>
        does.duties.includes(duty.id) && duty.does.pattern !== 'count' ? awaited(duty.does, [], isHeard) : [],
      );
  }
}

/** Holders of posts, columns, and articles before the public are known; filings and letterboxes come later. */
const isKept = (things: Standing['things'], isHeard: (event: string) => boolean): boolean =>
  things === 'post' || (['column', 'article'].includes(things) && showing.some(isHeard));
