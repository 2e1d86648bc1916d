/** Which events a duty looks at: those that begin, move or end something, or count. */
import type { Over, Pattern, Rest } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';

/** What makes an article public, keeps it so under other facets, or takes it away. */
export const showing = ['article.published', 'article.forced', 'article.restored', 'article.updated'] as const;
export const hiding = ['article.withdrawn', 'article.expired'] as const;

/** What is seen of sites that run themselves. */
const looks: readonly string[] = ['seen.article_published', 'seen.home_changed'];

type Owed = { readonly over: Over | Settled<Over>; readonly does: Pattern | Settled<Pattern> };

export function eventsOf({ over, does }: Owed): readonly string[] {
  // Whatever goes on with an article lasts as long as it is public.
  const isPublic = 'subject' in over && over.subject === 'article' && does.pattern !== 'within';
  const own = [...eventsIn(does), ...(isPublic ? [...showing, ...hiding] : [])];
  return own.some((event) => event === 'article.published' || looks.includes(event)) ? [...own, ...looks] : own;
}

/** Those that its words name. */
export function eventsIn(does: Owed['does']): readonly string[] {
  switch (does.pattern) {
    case 'rate':
      return does.events;
    case 'gap':
      return [...does.events, ...ofRests(does.pauses)];
    case 'due':
      return [...does.events, ...does.days.flatMap((day) => ('event' in day ? [day.event] : []))];
    case 'within': {
      const once = does.onceThere === undefined ? [] : [does.onceThere];
      const longer = does.extension ? [does.extension.event] : [];
      return [...does.from, ...does.to, ...does.restarts, ...ofRests(does.pauses), ...once, ...longer];
    }
    case 'share':
      return [does.part, does.whole].flatMap((term) => ('event' in term ? [term.event] : (term.with ?? [])));
    case 'keep':
      return does.standing.some(({ things }) => things !== 'post') ? [...showing, ...hiding] : [];
    case 'count':
      return [];
  }
}

const ofRests = (rests: readonly Pick<Rest, 'from' | 'to'>[]): readonly string[] =>
  rests.flatMap(({ from, to }) => [from, to]);
