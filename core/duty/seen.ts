/**
 * Duties over sites that run themselves: nothing that is done there comes to our log, so that they are judged by what the
 * monitor saw. Language page, "Events".
 */
import type { Thing } from './facts.ts';

/** What the monitor sees of an event. The others leave nothing that can be seen. */
const twins: Readonly<Record<string, string>> = { 'article.published': 'seen.article_published' };

export const isSelfRun = ({ facets }: Pick<Thing, 'facets'>): boolean => facets.hosting === 'self-run';

/** The rule as it is for this thing: over a self-run site with the twin in the place of each event. */
export function asSeen<T>(rule: T, thing: Pick<Thing, 'facets'>): T {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return twins[one] ?? one;
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, walk(part)]));
  };
  return isSelfRun(thing) ? (walk(rule) as T) : rule;
}

/** Of the events that a rule looks at, those that never come from this thing: where there is one, nobody can be blamed. */
export const unheard = (events: readonly string[], thing: Pick<Thing, 'facets'>): readonly string[] =>
  isSelfRun(thing) ? events.filter((event) => event.startsWith('article.')) : [];
