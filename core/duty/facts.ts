/** What happened, as duties count it, and which lines it meets. Language page, "Which event meets which line". */
import type { Calendar } from '../calendar.ts';
import { type Day, localDay, startOf } from '../day.ts';
import { type Duration, overAt } from '../duration.ts';
import { evaluate } from '../facets.ts';
import { groups, those } from '../groups.ts';
import type { Counting, Hours } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import type { Facets } from '../regulation/types.ts';
import type { Subject } from '../vocabulary/subjects.ts';
import { type Life, later, type Tally } from './verdict.ts';
import type { Happening } from './within.ts';

/** One event. `author`, `actor`: units; `leads`: of the column. `facets` as they were; `withdrawal`: its type. */
export type Fact = Happening & {
  readonly article?: string;
  readonly column?: string;
  readonly site?: string;
  /** In the column that gives the article its address. */
  readonly home?: boolean;
  readonly author?: string;
  readonly leads?: readonly string[];
  readonly actor?: string;
  readonly facets: Facets;
  readonly withdrawal?: string;
  /** Of the whole article, at every place where it stands. */
  readonly whole?: true;
};

/** What a line is about. `key`: how regulations call a column. `units`: bearers by path, `column.lead` and the like. */
export type Thing = {
  readonly subject: Subject;
  readonly id: string;
  readonly key?: string;
  readonly name: string;
  readonly facets: Facets;
  readonly life: Omit<Life, 'ruledFrom'>;
  /** What was merged into it, and on which day: what happened there counts here from then on. */
  readonly was?: readonly { readonly id: string; readonly on: Day }[];
  /** The site that it belongs to; for a site itself. */
  readonly site?: string;
  /** Whose it is: the unit whose regulations reach it. */
  readonly owner: string;
  readonly units: Readonly<Record<string, readonly string[]>>;
  /** Who led the column since when, oldest first. Absent: always those of `units`. */
  readonly led?: readonly { readonly from: Day; readonly units: readonly string[] }[];
};

/** What counts, and, for a share, in which hours of the day. */
export type Count = Settled<Counting> & { readonly between?: Settled<Hours> };
type Whose = Pick<Count, 'credit'>;

/** Where an event says which things of a kind it meets. A portal is met by everything. */
export function metAs(subject: Subject, { credit = 'author.unit' }: Whose): Met | 'all' {
  switch (subject) {
    case 'column':
    case 'site':
    case 'article':
      return subject;
    case 'unit':
      return credit === 'column.lead' ? 'leads' : credit === 'actor.unit' ? 'actor' : 'author';
    default:
      return 'all';
  }
}
export type Met = 'column' | 'site' | 'article' | 'author' | 'actor' | 'leads';

/** What it meets there: their ids. A column only with what it gives its address to. */
export function metBy(fact: Fact, subject: Subject, whose: Whose): readonly string[] | 'all' {
  const as = metAs(subject, whose);
  if (as === 'all') return 'all';
  if (as === 'leads') return fact.leads ?? [];
  const id = as === 'column' && fact.home === false ? undefined : fact[as];
  return id === undefined ? [] : [id];
}

/** As `metBy` says it, without a list for each of a million facts. */
function isOf(id: string, fact: Fact, subject: Subject, whose: Whose): boolean {
  const as = metAs(subject, whose);
  if (as === 'all') return true;
  if (as === 'leads') return fact.leads?.includes(id) ?? false;
  return fact[as] === id && (as !== 'column' || fact.home !== false);
}

type Named = Pick<Thing, 'subject' | 'id' | 'was'>;

/** The day on which the fact became the thing's: its own, or that of the merger that brought it. Undefined: another's. */
function metOn(fact: Fact, { id, subject, was }: Named, whose: Whose): Day | undefined {
  const on = localDay(fact.at);
  if (isOf(id, fact, subject, whose)) return on;
  const merged = was?.find((one) => isOf(one.id, fact, subject, whose));
  return merged && later(merged.on, on);
}

/** Events of the thing, for a limit of time. What happened to another before it was merged into this one isn't among them. */
export const happenedTo = (thing: Named, facts: readonly Fact[]): readonly Fact[] =>
  thing.was
    ? those(facts, (fact) => metOn(fact, thing, {}) === localDay(fact.at))
    : those(facts, (fact) => isOf(thing.id, fact, thing.subject, {}));

/**
 * What counts once for a thing, however often it happens to an article; and what may take back what counted. What else
 * counts, counts by itself: so does all that happened to an article without the second, and with the first at most once.
 */
export const [countsOnce, takesBack] = ['article.published', 'article.withdrawn'] as const;
const spoiled = ['error', 'unlawful'];

/**
 * What counts of these facts, which are in log order. An article counts once for a thing, however many columns it stands
 * in; one that was withdrawn as error or unlawful before it lasted long enough stops counting on the day of withdrawal.
 */
export function talliesOf(counting: Count, thing: Named, facts: readonly Fact[], calendar: Calendar): readonly Tally[] {
  const seen = new Set<string>();
  const withdrawn = counting.lasting ? withdrawnOf(counting, thing, facts) : undefined;
  const tallies: Tally[] = [];
  for (const fact of facts) {
    const { at, seq, kind, article } = fact;
    if (!counting.events.includes(kind)) continue;
    const knownOn = metOn(fact, thing, counting);
    if (knownOn === undefined || !evaluate(counting.in, fact.facets)) continue;
    if (counting.between && !isWithin(at, counting.between)) continue;
    if (kind === countsOnce && article !== undefined) {
      if (seen.has(article)) continue;
      seen.add(article);
    }
    const on = localDay(at);
    tallies.push({ on, knownOn, n: 1, firstAt: at, lastAt: at, seqs: [seq] });
    const lost = counting.lasting && withdrawnSoon(fact, withdrawn, counting.lasting, calendar);
    if (lost) {
      const lostOn = later(knownOn, localDay(lost.at));
      tallies.push({ on, knownOn: lostOn, n: -1, firstAt: lost.at, lastAt: lost.at, seqs: [lost.seq] });
    }
  }
  return tallies;
}

/** By article: what was withdrawn as it should never have been there, in log order. */
type Withdrawn = ReadonlyMap<string | undefined, readonly Fact[]>;
const withdrawnOf = (counting: Count, thing: Named, facts: readonly Fact[]): Withdrawn =>
  groups(
    facts.filter(
      (fact) =>
        fact.kind === takesBack &&
        spoiled.includes(fact.withdrawal ?? '') &&
        metOn(fact, thing, counting) !== undefined,
    ),
    ({ article }) => article,
  );

/** `09:00..18:00`: the end isn't in it. */
function isWithin(at: number, { from, to }: Settled<Hours>): boolean {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const now = (at - startOf(localDay(at))) / 60_000;
  return now >= minutes(from) && now < minutes(to);
}

function withdrawnSoon(
  { article, at }: Fact,
  withdrawn: Withdrawn | undefined,
  lasting: Settled<Duration>,
  calendar: Calendar,
): Fact | undefined {
  const own = withdrawn?.get(article);
  if (!own) return undefined;
  const end = overAt(lasting, at, calendar).at;
  return own.find((one) => one.at >= at && one.at < end);
}
