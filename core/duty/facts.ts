/** What happened, as duties count it, and which lines it meets. Language page, "Which event meets which line". */
import type { Calendar } from '../calendar.ts';
import { localDay } from '../day.ts';
import { type Duration, overAt } from '../duration.ts';
import { evaluate } from '../facets.ts';
import type { Counting } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import type { Facets } from '../regulation/types.ts';
import type { Subject } from '../vocabulary/subjects.ts';
import type { Life, Tally } from './verdict.ts';
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
};

/** What a line is about. `key`: how regulations call a column. `units`: bearers by path, `column.lead` and the like. */
export type Thing = {
  readonly subject: Subject;
  readonly id: string;
  readonly key?: string;
  readonly name: string;
  readonly facets: Facets;
  readonly life: Omit<Life, 'ruledFrom'>;
  /** The site that it belongs to; for a site itself. */
  readonly site?: string;
  /** Whose it is: the unit whose regulations reach it. */
  readonly owner: string;
  readonly units: Readonly<Record<string, readonly string[]>>;
};

type Count = Settled<Counting>;

/** What an event meets among the things of a kind: their ids. A portal is met by everything. */
export function metBy(
  fact: Fact,
  subject: Subject,
  { credit = 'author.unit' }: Pick<Count, 'credit'>,
): readonly string[] | 'all' {
  switch (subject) {
    case 'column':
      return fact.home === false ? [] : one(fact.column);
    case 'site':
      return one(fact.site);
    case 'article':
      return one(fact.article);
    case 'unit':
      if (credit === 'column.lead') return fact.leads ?? [];
      return one(credit === 'actor.unit' ? fact.actor : fact.author);
    default:
      return 'all';
  }
}
const one = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id]);

type Named = Pick<Thing, 'subject' | 'id'>;

function meets(fact: Fact, { subject, id }: Named, counting: Pick<Count, 'credit'>): boolean {
  const met = metBy(fact, subject, counting);
  return met === 'all' || met.includes(id);
}

/** Events of the thing, for a limit of time. */
export const happenedTo = (thing: Named, facts: readonly Fact[]): readonly Fact[] =>
  facts.filter((fact) => meets(fact, thing, {}));

const spoiled = ['error', 'unlawful'];

/**
 * What counts of these facts, which are in log order. An article counts once for a thing, however many columns it stands
 * in; one that was withdrawn as error or unlawful before it lasted long enough stops counting on the day of withdrawal.
 */
export function talliesOf(counting: Count, thing: Named, facts: readonly Fact[], calendar: Calendar): readonly Tally[] {
  const met = facts.filter((fact) => meets(fact, thing, counting));
  const seen = new Set<string>();
  return met.flatMap((fact) => {
    if (!counting.events.includes(fact.kind) || !evaluate(counting.in, fact.facets)) return [];
    if (fact.kind === 'article.published' && fact.article !== undefined) {
      if (seen.has(fact.article)) return [];
      seen.add(fact.article);
    }
    const on = localDay(fact.at);
    const one = { on, knownOn: on, n: 1, firstAt: fact.at, lastAt: fact.at, seqs: [fact.seq] };
    const lost = counting.lasting && withdrawnSoon(fact, met, counting.lasting, calendar);
    return lost
      ? [one, { ...one, knownOn: localDay(lost.at), n: -1, firstAt: lost.at, lastAt: lost.at, seqs: [lost.seq] }]
      : [one];
  });
}

function withdrawnSoon(
  fact: Fact,
  facts: readonly Fact[],
  lasting: Settled<Duration>,
  calendar: Calendar,
): Fact | undefined {
  const end = overAt(lasting, fact.at, calendar).at;
  return facts.find(
    (one) =>
      one.kind === 'article.withdrawn' &&
      one.article === fact.article &&
      one.at >= fact.at &&
      one.at < end &&
      spoiled.includes(one.withdrawal ?? ''),
  );
}
