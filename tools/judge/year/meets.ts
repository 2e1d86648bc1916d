/** Which events meet a line, and what counts; language page, sections 2 and 3, and decision 0480. */
import type { Credit } from '../../../core/regulation/duty-types.ts';
import type { FacetExpr } from '../../../core/regulation/types.ts';
import { closing, daysAway, exactMs, isExact, type Length, placeAt, type Table } from '../days.ts';
import { asking, type Raw } from '../said.ts';
import { type Adoption, type History, instant } from './history.ts';
import { once } from './memo.ts';
import { type About, isUnder } from './over.ts';
import { isSo } from './words.ts';

type Event = History['events'][number];
export type Met = { readonly event: Event; readonly since?: number };

/** Events of the thing up to `now`; those of a column that was merged into it count from then on. */
export function meeting(
  about: About,
  adoption: Adoption,
  history: History,
  now: number,
  credit?: Credit,
): readonly Met[] {
  return mayMeet(about, history).flatMap((event): Met[] => {
    if (event.at > now) return [];
    switch (about.kind) {
      case 'article':
        return event.article === about.id ? [{ event }] : [];
      case 'site':
        return event.site === about.id ? [{ event }] : [];
      case 'column': {
        if (!event.home) return [];
        const merged = about.since.find(({ id }) => id === event.column);
        if (event.column === about.id) return [{ event }];
        return merged ? [{ event, since: instant(merged.on) }] : [];
      }
      case 'unit': {
        const whose = credit === 'column.lead' ? event.leads : [credit === 'actor.unit' ? event.actor : event.author];
        return whose?.includes(about.id) ? [{ event }] : [];
      }
      default: {
        const site = history.sites.find(({ id }) => id === event.site);
        return site && isUnder(site.owner, adoption.binding.unit, history) ? [{ event }] : [];
      }
    }
  });
}

/** Those of its site or its article: the others can't meet it. */
function mayMeet({ kind, id, site = '' }: About, history: History): readonly Event[] {
  const of = (name: string, find: (event: Event) => boolean) =>
    once(history, `events ${name}`, () => history.events.filter(find));
  if (kind === 'article') {
    const own = once(history, 'by article', () => {
      const lists = new Map<string, Event[]>();
      for (const event of history.events)
        lists.set(event.article ?? '', [...(lists.get(event.article ?? '') ?? []), event]);
      return lists;
    });
    return own.get(id) ?? [];
  }
  if (kind === 'column' || kind === 'site') return of(`site ${site}`, (event) => event.site === site);
  return history.events;
}

export type Counted = {
  readonly events: readonly string[];
  readonly in: FacetExpr;
  readonly lasting?: Length;
  readonly between?: { readonly from: string; readonly to: string };
};

/** What counts of them: an article once, however often and wherever it was published. */
export function counted(rule: Counted, met: readonly Met[], table: Table): readonly Raw[] {
  const published = new Set<string>();
  return met.flatMap(({ event, since }): Raw[] => {
    const { kind, at, article = '', seq, facets } = event;
    if (!rule.events.includes(kind) || !isSo(rule.in, facets)) return [];
    const clock = new Date(at + 8 * 3_600_000).toISOString().slice(11, 16);
    if (rule.between && (clock < rule.between.from || clock >= rule.between.to)) return [];
    if (kind === 'article.published') {
      if (published.has(article)) return [];
      published.add(article);
    }
    const lost = rule.lasting && lostAt(event, rule.lasting, met, table);
    return [{ seq, at, ...(lost === undefined ? {} : { lostAt: lost }), ...(since === undefined ? {} : { since }) }];
  });
}

/** When it was withdrawn as wrong, if it hadn't lasted by then. */
function lostAt({ at, article }: Event, lasting: Length, met: readonly Met[], table: Table): number | undefined {
  const end = isExact(lasting) ? at + exactMs(lasting) : closing(daysAway(lasting, placeAt(at), asking(table)));
  return met.find(
    ({ event }) =>
      event.kind === 'article.withdrawn' &&
      event.article === article &&
      ['error', 'unlawful'].includes(event.withdrawal ?? '') &&
      event.at >= at &&
      event.at < end,
  )?.event.at;
}
