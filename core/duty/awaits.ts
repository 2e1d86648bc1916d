/** What a duty waits for: events and things that no part of the product carries out yet. */
import type { Duty, Pattern, Standing } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { carriedEvents } from '../vocabulary/events.ts';

const isCarried = (event: string): boolean => carriedEvents.includes(event);
const missing = (events: readonly string[]): readonly string[] => events.filter((event) => !isCarried(event));

/**
 * Nothing that would meet it can happen here yet: whoever bears it can't be blamed. Empty where it can be judged. `others`:
 * the duties of the same text; a count waits for what any of its duties waits for.
 */
export function awaited(does: Pattern | Settled<Pattern>, others: readonly Duty[] = []): readonly string[] {
  switch (does.pattern) {
    case 'rate':
    case 'gap':
      return does.events.some(isCarried) ? [] : does.events;
    case 'due': {
      const anchors = does.days.flatMap((day) => ('event' in day ? [day.event] : []));
      return [...(does.events.some(isCarried) ? [] : does.events), ...missing(anchors)];
    }
    case 'within':
      return does.to.some(isCarried) && does.from.some(isCarried) ? [] : missing([...does.from, ...does.to]);
    case 'share':
      return missing(
        [does.part, does.whole].flatMap((term) => ('event' in term ? [term.event] : term.with ? [term.with] : [])),
      );
    case 'keep':
      return does.standing.flatMap(({ things }) => (isKept(things) ? [] : [things]));
    case 'count':
      return others.flatMap((duty) =>
        does.duties.includes(duty.id) && duty.does.pattern !== 'count' ? awaited(duty.does) : [],
      );
  }
}

/** Holders of posts, columns, and articles before the public are known; filings and letterboxes come later. */
const isKept = (things: Standing['things']): boolean => ['post', 'column', 'article'].includes(things);
