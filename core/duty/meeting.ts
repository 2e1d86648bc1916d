/** What happened, by what it may meet: a line looks at its own events, and not at the whole log. */
import type { Calendar } from '../calendar.ts';
import { put } from '../groups.ts';
import type { Subject } from '../vocabulary/subjects.ts';
import type { Filled, Grounds } from './applied.ts';
import { type Count, type Fact, happenedTo, type Thing, talliesOf } from './facts.ts';
import type { Rule } from './plan.ts';
import type { Tally } from './verdict.ts';

type Met = {
  readonly thing: Thing;
  readonly rule: Rule;
  readonly facts: readonly Fact[];
  readonly counted: Map<string, readonly Tally[]>;
  happened?: readonly Fact[];
};
type Own = Pick<Grounds, 'tallies' | 'happened' | 'filled' | 'calendar'>;

/**
 * Of everything that happened, in log order, what a thing met, and what of it counted. Of the last thing it is kept: whoever
 * goes thing by thing has it counted once for all duties that count the same.
 */
export function meetings(
  facts: readonly Fact[],
  things: readonly Thing[],
  filled: Filled,
): (thing: Thing, rule: Rule, calendar: Calendar) => Own {
  const factsOf = factsOver(facts, things);
  let last: Met | undefined;
  return (thing, rule, calendar) => {
    const isLast = last?.thing === thing && (last.rule === rule || thing.subject !== 'portal');
    const met: Met = isLast && last ? last : { thing, rule, facts: factsOf(thing, rule), counted: new Map() };
    last = met;
    return {
      tallies: (counting, of) =>
        of === thing ? countedBy(met, counting, calendar) : talliesOf(counting, of, met.facts, calendar),
      happened: (of) => {
        if (of !== thing) return happenedTo(of, met.facts);
        met.happened ??= happenedTo(of, met.facts);
        return met.happened;
      },
      filled,
      calendar,
    };
  };
}

function countedBy({ thing, facts, counted }: Met, counting: Count, calendar: Calendar): readonly Tally[] {
  const key = keyOf(counting, calendar);
  const known = counted.get(key);
  if (known) return known;
  const tallies = talliesOf(counting, thing, facts, calendar);
  counted.set(key, tallies);
  return tallies;
}

/** The same for all that count the same. What has to last working days asks a calendar. */
function keyOf(counting: Count, calendar: Calendar): string {
  const { events, in: which, credit, lasting, between } = counting;
  const key = keys.get(counting) ?? JSON.stringify([events, which, credit, lasting, between]);
  keys.set(counting, key);
  return lasting?.unit === 'working day' ? `${key} ${calendar.hash}` : key;
}
const keys = new WeakMap<Count, string>();

function factsOver(
  facts: readonly Fact[],
  things: readonly Thing[],
): (thing: Thing, rule: Pick<Rule, 'reach'>) => readonly Fact[] {
  const owners = new Map(things.filter(({ subject }) => subject === 'site').map(({ id, owner }) => [id, owner]));
  let places: ReadonlyMap<Fact, number> | undefined;
  return ({ subject, id, was = [] }, { reach }) => {
    // The portal of an adopter is the sites within its reach.
    if (subject === 'portal') return facts.filter(({ site = '' }) => reach.has(owners.get(site) ?? ''));
    const of = (one: string) => factsBy(facts, subject).get(one) ?? [];
    if (was.length === 0) return of(id);
    places ??= new Map(facts.map((fact, place) => [fact, place]));
    const all = new Set([id, ...was.map((one) => one.id)].flatMap(of));
    return [...all].toSorted((a, b) => (places?.get(a) ?? 0) - (places?.get(b) ?? 0));
  };
}

/** Facts by the things of a kind that they may meet, each list in their order. Made when first asked for, and kept with them. */
export function factsBy(facts: readonly Fact[], subject: Subject): ReadonlyMap<string, readonly Fact[]> {
  const made = kinds.get(facts) ?? new Map<Subject, ReadonlyMap<string, readonly Fact[]>>();
  kinds.set(facts, made);
  const known = made.get(subject);
  if (known) return known;
  const lists = new Map<string, Fact[]>();
  for (const fact of facts)
    for (const id of idsIn(fact, subject)) if (lists.get(id)?.at(-1) !== fact) put(lists, id, fact);
  made.set(subject, lists);
  return lists;
}
const kinds = new WeakMap<readonly Fact[], Map<Subject, ReadonlyMap<string, readonly Fact[]>>>();

function idsIn(fact: Fact, subject: Subject): readonly string[] {
  switch (subject) {
    case 'column':
    case 'site':
    case 'article': {
      const id = fact[subject];
      return id === undefined ? [] : [id];
    }
    case 'unit':
      return [fact.author, fact.actor, ...(fact.leads ?? [])].filter((one) => one !== undefined);
    default:
      return [];
  }
}
