/** Sites that run themselves: their own doings are logged elsewhere, and only looks at them count; language page, section 2, and decision 0540. */
import type { Duty, Pattern } from '../../../core/regulation/duty-types.ts';
import { carriedEvents } from '../../../core/vocabulary/events.ts';
import { opening, placeOf } from '../days.ts';
import type { Said } from '../said.ts';
import type { Asked } from './asked.ts';
import { meeting } from './meets.ts';
import type { About } from './over.ts';

export const runsItself = ({ facets }: About): boolean => facets.hosting === 'self-run';
const isLook = (kind: string): boolean => kind.startsWith('seen.');
/** A publication leaves something to be seen; nothing else does. */
export const lookedFor = (event: string): string => (event === 'article.published' ? 'seen.article_published' : event);

/** The duty as it is over this thing. */
export function asLookedAt(duty: Duty, about: About): Duty {
  return runsItself(about) ? { ...duty, does: renamed(duty.does) } : duty;
}

function renamed(does: Pattern): Pattern {
  switch (does.pattern) {
    case 'rate':
    case 'gap':
    case 'due':
      return { ...does, events: does.events.map(lookedFor) };
    case 'within':
      return { ...does, from: does.from.map(lookedFor), to: does.to.map(lookedFor) };
    case 'share': {
      const term = (one: typeof does.part): typeof does.part => {
        if ('event' in one) return { ...one, event: lookedFor(one.event) };
        return one.with === undefined ? one : { ...one, with: lookedFor(one.with) };
      };
      return { ...does, part: term(does.part), whole: term(does.whole) };
    }
    default:
      return does;
  }
}

/** Whether such an event of this thing may reach us. */
export function isHeard(event: string, about: About): boolean {
  if (!runsItself(about)) return carriedEvents.includes(event);
  return isLook(event) || (carriedEvents.includes(event) && !event.startsWith('article.'));
}

/** Nobody looked in the time that is judged: after the beginning of a clock or a gap, else on the days of the period. */
export function isUnlooked(said: Said, asked: Asked): boolean {
  const { pattern, ...words } = asked.duty.does;
  if (!runsItself(asked.about) || !JSON.stringify(words).includes('"seen.')) return false;
  const first = pattern === 'gap' ? said.rests.at(-1) : pattern === 'within' ? said.rests[0] : undefined;
  const looks = looksAt(asked.about, asked);
  const start = asked.history.events.find(({ seq }) => seq === first)?.at;
  const end = said.overAt ?? opening(placeOf(said.to));
  return !looks.some((at) => (start === undefined ? at >= opening(placeOf(said.from)) : at > start) && at < end);
}

/** Nobody can say whether it had such an event in these days: it is left out of a share. */
export function isUnsaid(one: About, event: string, days: { from: number; to: number }, asked: Asked): boolean {
  if (!runsItself(one) || !/^(article|seen)\./.test(event)) return false;
  if (!isLook(lookedFor(event))) return true;
  return !looksAt(one, asked).some((at) => at >= opening(days.from) && at < opening(days.to));
}

const looksAt = (about: About, { adoption, history, now }: Asked): readonly number[] =>
  meeting({ ...about, since: [] }, adoption, history, now).flatMap(({ event }) => (isLook(event.kind) ? event.at : []));
