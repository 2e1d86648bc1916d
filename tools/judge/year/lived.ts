/** What happened in the county of a seed: articles and their ways, people on leave, holidays, late work. */
import { seedYears } from '../../../core/calendar/years.ts';
import type { Exemption } from '../../../core/duty/exempt.ts';
import type { Fact } from '../../../core/duty/facts.ts';
import { type Random, random } from '../../../world/random.ts';
import { type County, countyOf, pick } from './county.ts';
import { type Column, dayOf, type History, instant, plusDays } from './history.ts';

const hour = 3_600_000;
const day = 24 * hour;
type Draft = Omit<Fact, 'seq'>;

/** `pace`: how many times as much happens as in a small year. */
export function historyOf(seed: number, pace = 1): History {
  const draw = random(seed);
  const county = countyOf(draw);
  const drafts = county.columns.flatMap((column) => livedIn(column, county, draw, pace));
  // Those of one instant stay in the order in which they were made.
  const events = drafts.toSorted((a, b) => a.at - b.at).map((one, i) => ({ ...one, seq: String(i + 1) }));
  return { ...county, events, exemptions: exemptionsOf(county, draw) };
}

/** Some columns have something every other day, some once in months, some never. */
function livedIn(column: Column, county: County, draw: Random, pace: number): readonly Draft[] {
  const every = pick(draw, [4, 8, 20, 45, 120, 1000]) / pace;
  const authors = county.units.filter(({ parent }) => parent !== undefined).map(({ id }) => id);
  const own = [...(column.led[0]?.units ?? []), pick(draw, authors)];
  const isSelfRun = county.sites.find(({ id }) => id === column.site)?.hosting === 'self-run';
  const drafts: Draft[] = [];
  for (let at = instant('2025-11-20') + draw.whole(every * 24) * hour; at < instant('2027-01-10'); ) {
    const author = pick(draw, own);
    // Where a site runs itself we see some of what it does; now and then something of it comes through our own door.
    if (isSelfRun && draw.whole(6) > 0) drafts.push(...lookAt(column, hourOf(at, draw), county, draw));
    else if (isAtWork(author, at, draw)) drafts.push(...articleFrom(hourOf(at, draw), author, column, county, draw));
    at += (1 + draw.whole(Math.max(1, Math.round(every * 48)))) * hour;
  }
  return drafts;
}

const off = new Set(seedYears.flatMap(({ days }) => days.filter(({ isOff }) => isOff).map(({ on }) => on)));
/** Everybody is on leave for three weeks of his own; on holidays and weekends few work. */
function isAtWork(author: string, at: number, draw: Random): boolean {
  const place = [...author].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 300;
  const leave = instant(plusDays('2026-01-20', place));
  if (at >= leave && at < leave + 21 * day) return false;
  const on = dayOf(at);
  const isFree = off.has(on) || [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
  return !isFree || draw.whole(5) === 0;
}
/** In office hours, or, now and then, at an edge of the day. */
function hourOf(at: number, draw: Random): number {
  const clock = draw.whole(12) === 0 ? pick(draw, ['00:00', '00:01', '07:59', '17:59', '23:59']) : undefined;
  return clock ? instant(dayOf(at), clock) : instant(dayOf(at), '08:00') + draw.whole(600) * 60_000;
}

/** One article: approved sooner or later, published in time or late, and what becomes of it. */
function articleFrom(start: number, author: string, home: Column, county: County, draw: Random): readonly Draft[] {
  const article = `a${draw.uuid().slice(0, 8)}`;
  const facets = {
    kind: pick(draw, ['news', 'notice', 'document', 'data']),
    weight: pick(draw, ['general', 'general', 'important', 'major']),
    reach: pick(draw, ['section', 'bureau']),
    sensitive: 'no',
  };
  const others = county.columns.filter((one) => one.id !== home.id);
  const second = draw.whole(6) === 0 ? pick(draw, others) : undefined;
  let at = start;
  const drafts: Draft[] = [];
  const add = (kind: string, column: Column, more: Partial<Draft> = {}) => {
    const there = standing(column, at, county);
    if (!there) return;
    const leads = there.led.findLast(({ from }) => from <= dayOf(at))?.units ?? [];
    const actor = pick(draw, [author, author, ...leads, there.site.slice(2)]);
    const what = { at, kind: `article.${kind}`, article, column: there.id, site: there.site, home: column === home };
    drafts.push({ ...what, author, actor, leads, facets, ...more });
  };
  const later = (most: number) => {
    at += draw.whole(6) === 0 ? 0 : (1 + draw.whole(most * 60)) * 60_000;
  };
  for (const kind of ways(draw)) {
    later(kind === 'published' ? pick(draw, [2, 10, 30, 100]) : kind === 'submitted' ? 20 : 40);
    add(kind, home);
  }
  if (second && drafts.some(({ kind }) => kind === 'article.published')) add('published', second);
  for (let n = draw.whole(4); n > 0; n--) {
    later(pick(draw, [24, 24 * 10, 24 * 60]));
    const kind = pick(draw, ['updated', 'updated', 'confirmed', 'marked_invalid', 'expired', 'withdrawn', 'restored']);
    const gone = {
      withdrawal: pick(draw, ['error', 'unlawful', 'superseded']),
      ...(draw.whole(2) ? { whole: true as const } : {}),
    };
    add(kind, kind !== 'withdrawn' && second && draw.whole(3) === 0 ? second : home, kind === 'withdrawn' ? gone : {});
  }
  return drafts;
}

/** Of a column, or of the site's home page. */
function lookAt(column: Column, at: number, county: County, draw: Random): readonly Draft[] {
  const there = standing(column, at, county);
  if (!there) return [];
  const what = { at, site: there.site, home: true, facets: {} };
  return draw.whole(3) === 0
    ? [{ ...what, kind: 'seen.home_changed', ...(draw.whole(2) ? { column: there.id } : {}) }]
    : [{ ...what, kind: 'seen.article_published', column: there.id }];
}

/** Handed in, sometimes returned or taken back, approved, sometimes timed, published unless it is forgotten. */
function ways(draw: Random): readonly string[] {
  const some = (n: number, ...kinds: readonly string[]) => (draw.whole(n) === 0 ? kinds : []);
  return [
    'submitted',
    ...some(2, 'step_taken'),
    'approved',
    ...some(6, 'returned', 'submitted'),
    ...some(9, 'recalled'),
    ...some(7, 'scheduled', ...some(2, 'scheduled')),
    ...(draw.whole(15) === 0 ? [] : ['published']),
  ];
}

/** Where a text of this column stands at an instant: in the column that took it over; undefined where there is none. */
function standing(column: Column, at: number, { columns }: County): Column | undefined {
  const on = dayOf(at);
  if (on < column.from) return undefined;
  if (column.to === undefined || on < column.to) return column;
  return columns.find(({ id, to }) => id === column.into && (to === undefined || on < to));
}

/** Mostly of what the adopter's own things owe. Some are followed by another one, without a break, or nearly. */
function exemptionsOf({ adoptions, columns, sites, units }: County, draw: Random): readonly Exemption[] {
  const owing = adoptions.filter(({ regulation: { duties = [] } }) => duties.length > 0);
  return Array.from({ length: 300 }).flatMap((_, i): Exemption[] => {
    const { regulation, binding } = pick(draw, owing);
    const isFollowed = draw.whole(2) === 0;
    // Only what stands can need two.
    const standing = (regulation.duties ?? []).filter(({ does }) => does.pattern === 'gap' || does.pattern === 'keep');
    const duty = pick(draw, isFollowed && standing.length > 0 ? standing : (regulation.duties ?? []));
    const kind = 'each' in duty.over ? 'unit' : duty.over.subject;
    const all = kind === 'column' ? columns : kind === 'site' ? sites : units;
    const own = all.filter(({ id }) => binding.unit === 'city' || id.includes(binding.unit));
    const of = plusDays('2026-01-10', draw.whole(320));
    const to = plusDays(of, 5 + draw.whole(60));
    const first = {
      seq: `x${i}`,
      at: instant(of, '09:00'),
      unit: binding.unit,
      slug: regulation.slug,
      duty: duty.id,
      thing: pick(draw, own).id,
      from: of,
      to,
      ...(draw.whole(4) === 0 ? { backAt: instant(plusDays(of, 1 + draw.whole(30)), '15:00') } : {}),
    };
    if (!isFollowed) return [first];
    const from = plusDays(to, draw.whole(5) - 3);
    const { backAt: _back, ...same } = first;
    const at = instant(plusDays(to, draw.whole(5) - 4), '09:00');
    return [first, { ...same, seq: `y${i}`, at, from, to: plusDays(from, 10 + draw.whole(60)) }];
  });
}
