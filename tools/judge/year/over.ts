/** What a duty is over, and who bears it; language page, section 2, and the table of bearers. */
import type { Duty } from '../../../core/regulation/duty-types.ts';
import { type Adoption, type Column, dayOf, type History, plusDays } from './history.ts';
import { once } from './memo.ts';
import { type Facets, isSo } from './words.ts';

/** One thing with a line. `from`, `to`: its days. `events`: ids of columns whose events are its own, since when. */
export type About = {
  readonly kind: string;
  readonly id: string;
  readonly facets: Facets;
  readonly from: string;
  readonly to?: string;
  readonly site?: string;
  readonly owner: string;
  readonly column?: Column;
  readonly author?: string;
  readonly since: readonly { readonly id: string; readonly on: string }[];
};

/** As it was known on the day of `now`. */
export function aboutsOf(
  duty: Duty,
  { binding, from, regulation }: Adoption,
  history: History,
  now: number,
): readonly About[] {
  const key = `abouts ${binding.unit} ${regulation.slug} ${duty.id} ${JSON.stringify(duty.where)} ${from} ${now}`;
  return once(history, key, () => find(duty, binding, history, now));
}

function find(duty: Duty, binding: Adoption['binding'], history: History, now: number): readonly About[] {
  const { over, where } = duty;
  const all = 'each' in over ? allOf('unit', history, now) : allOf(over.subject, history, now, duty.does.pattern);
  return all.filter((one) => {
    if ('each' in over)
      return over.each.some((role) => binding.roles[role]?.includes(one.id)) && isSo(where, one.facets);
    if (one.kind === 'portal' ? one.id !== binding.unit : !isUnder(one.owner, binding.unit, history)) return false;
    return (over.id === undefined || one.column?.key === over.id) && isSo(where, one.facets);
  });
}

/** The unit itself, or one below it. */
export function isUnder(unit: string, top: string, { units }: History): boolean {
  for (let id: string | undefined = unit; id; id = units.find((one) => one.id === id)?.parent)
    if (id === top) return true;
  return false;
}

export const allOf = (kind: string, history: History, now: number, pattern = ''): readonly About[] =>
  once(history, `all ${kind} ${now} ${pattern === 'within'}`, () => findAll(kind, history, now, pattern));

function findAll(kind: string, history: History, now: number, pattern: string): readonly About[] {
  const today = dayOf(now);
  const ended = (to: string | undefined) => (to !== undefined && to <= today ? { to } : {});
  switch (kind) {
    case 'unit':
    case 'portal':
      return history.units.map(({ id }) => ({ kind, id, facets: {}, from: '2020-01-01', owner: id, since: [] }));
    case 'site':
      return history.sites
        .filter(({ from }) => from <= today)
        .map(({ id, owner, rank, hosting, from, to }) => ({
          ...{ kind, id, owner, from, site: id, facets: { site: rank, hosting }, since: [], ...ended(to) },
        }));
    case 'column':
      return history.columns.filter(({ from }) => from <= today).map((column) => aboutColumn(column, history, today));
    case 'article':
      return articles(history, now, pattern === 'within');
    default:
      return [];
  }
}

function aboutColumn(column: Column, { sites, columns }: History, today: string): About {
  const site = sites.find(({ id }) => id === column.site);
  if (!site) throw new Error(column.site);
  const merged = columns.filter(({ into, to }) => into === column.id && to !== undefined && to <= today);
  const { id, key, nature, to } = column;
  return {
    kind: 'column',
    id,
    facets: {
      site: site.rank,
      hosting: site.hosting,
      column: key,
      nature,
      ...(column.class ? { class: column.class } : {}),
    },
    // What was merged keeps its birth: the oldest counts.
    from: [column.from, ...merged.map(({ from }) => from)].reduce((a, b) => (a < b ? a : b)),
    ...(to !== undefined && to <= today ? { to } : {}),
    site: site.id,
    owner: site.owner,
    column,
    since: merged.map((one) => ({ id: one.id, on: one.to ?? today })),
  };
}

/** Each text that something happened to; what goes on with it lasts while it is public somewhere. */
function articles(history: History, now: number, isClock: boolean): readonly About[] {
  const today = dayOf(now);
  const own = new Map<string, (typeof history.events)[number][]>();
  for (const event of history.events)
    if (event.at <= now && event.article !== undefined)
      own.set(event.article, [...(own.get(event.article) ?? []), event]);
  return [...own].flatMap(([id, events]): About[] => {
    const last = events.at(-1);
    const stood = history.columns.find((one) => one.id === last?.column);
    if (!last || !stood) return [];
    const merged = stood.to !== undefined && stood.to <= today;
    const column = (merged && history.columns.find((one) => one.id === stood.into)) || stood;
    const about = aboutColumn(column, history, today);
    const own_ = { ...about, kind: 'article', id, since: [], facets: { ...about.facets, ...last.facets } };
    const one = { ...own_, ...(last.author === undefined ? {} : { author: last.author }) };
    if (isClock) return [one];
    const times = publicTimes(events);
    const [first, end] = [times[0]?.from.at, times.at(-1)?.to?.at];
    if (first === undefined) return [];
    const { to: closed, ...open } = one;
    const to = [closed, end === undefined ? undefined : dayOf(end)].filter((day) => day !== undefined).toSorted()[0];
    return [{ ...open, from: dayOf(first), ...(to === undefined ? {} : { to }) }];
  });
}

type Event = History['events'][number];
type Stretch = { readonly from: Event; to?: Event };
/** When an article could be read somewhere. */
export function publicTimes(events: readonly Event[]): readonly Stretch[] {
  const places = new Set<string>();
  const times: Stretch[] = [];
  for (const event of events) {
    const { kind, column = '', whole } = event;
    const was = places.size > 0;
    if (/\.(published|restored|updated|forced)$/.test(kind)) places.add(column);
    if (/\.(withdrawn|expired)$/.test(kind)) places.delete(column);
    if (kind === 'article.withdrawn' && whole) places.clear();
    const last = times.at(-1);
    if (!was && places.size > 0) times.push({ from: event });
    if (was && places.size === 0 && last) last.to = event;
  }
  return times;
}

/** Who bears a line of these days. `last`: the day on which its time was over. */
export function bearers(
  duty: Duty,
  adoption: Adoption,
  about: About,
  days: { from: string; to: string; last: string },
) {
  const { binding, regulation } = adoption;
  const { by } = duty;
  const unit = (word: string): readonly string[] => {
    if (word === 'self') return [binding.unit];
    if (word === 'unit') return [about.id];
    if (word === 'site.owner') return [about.owner];
    if (word === 'author.unit') return about.author === undefined ? [] : [about.author];
    if (word === 'column.lead') return about.column ? ledBy(about.column, duty.does.pattern === 'rate', days) : [];
    const given = regulation.remits.find(
      (one) => word.startsWith('site.') && one.part.includes(word.slice(5)) && isSo(one.for, about.facets),
    );
    return given ? unit(given.who) : (binding.roles[word] ?? []);
  };
  if (typeof by === 'string') return unit(by);
  return unit('anyOf' in by ? by.anyOf : by.of);
}

/** A rate: who led on most days, of equal ones the later; else who led on the last day. */
function ledBy({ led }: Column, isRate: boolean, { from, to, last }: { from: string; to: string; last: string }) {
  const on = (day: string) => led.findLast((one) => one.from <= day)?.units ?? [];
  if (!isRate) return on(last);
  const counts = new Map<readonly string[], number>();
  for (let day = from; day < to; day = plusDays(day, 1)) counts.set(on(day), (counts.get(on(day)) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] >= most[1] ? one : most), [[] as readonly string[], 0] as const)[0];
}
