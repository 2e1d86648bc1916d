/** What a duty waits for: events and things that no part of the product carries out yet. */
import type { Pattern } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { carriedEvents } from '../vocabulary/events.ts';

const isCarried = (event: string): boolean => carriedEvents.includes(event);

/** Nothing that would meet it can happen here yet: whoever bears it can't be blamed. Empty where it can be judged. */
export function awaited(does: Pattern | Settled<Pattern>): readonly string[] {
  switch (does.pattern) {
    case 'rate':
    case 'gap':
    case 'due':
      return does.events.some(isCarried) ? [] : does.events;
    case 'within':
      return does.to.some(isCarried) && does.from.some(isCarried)
        ? []
        : [...does.from, ...does.to].filter((one) => !isCarried(one));
    case 'share':
      return [does.part, does.whole].flatMap((term) => ('event' in term ? [term.event] : [term.with ?? term.things]));
    case 'keep':
      return does.standing.flatMap(({ things }) => (things === 'post' ? [] : [things]));
    case 'count':
      // Lines of other duties aren't brought to it yet.
      return ['count'];
  }
}
