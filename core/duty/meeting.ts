/** What happened, by what it may meet: a line looks at its own events, and not at the whole log. */
import type { Calendar } from '../calendar.ts';
import { kept } from '../groups.ts';
import type { Subject } from '../vocabulary/subjects.ts';
import type { Filled, Grounds } from './applied.ts';
import { type Count, type Fact, happenedTo, type Thing, talliesOf } from './facts.ts';
import type { Rule } from './plan.ts';
import type { Tally } from './verdict.ts';

type Met = {
  readonly thing: Thing;
  readonly rule: Rule;
  readonly facts: readonly Fact[];
  counted?: Map<string, readonly Tally[]>;
  happened?: readonly Fact[];
};
/** `facts` in log order. `articles`: what happened to them by their ids, where only some are looked at. */
export type Happened = {
  readonly things: readonly Thing[];
  readonly facts: readonly Fact[];
  readonly articles?: ReadonlyMap<string, readonly Fact[]>;
  readonly filled: Filled;
};
type Own = Pick<Grounds, 'tallies' | 'happened' | 'filled' | 'calendar'>;

/**
 * Of everything that happened, in log order, what a thing met, and what of it counted. Of the last thing it is kept: whoever
 * goes thing by thing has it counted once for all duties that count the same.
 */
export function meetings(world: Happened): (thing: Thing, rule: Rule, calendar: Calendar) => Own {
  const { filled } = world;
  const factsOf = factsOver(world);
  let last: Met | undefined;
  return (thing, rule, calendar) => {
    const isLast = last?.thing === thing && (last.rule === rule || thing.subject !== 'portal');
    const met: Met = isLast && last ? last : { thing, rule, facts: factsOf(thing, rule) };
    last = met;
    return {
      tallies(counting, of) {
        return of === thing ? countedBy(met, counting, calendar) : talliesOf(counting, of, met.facts, calendar);
      },
      happened(of) {
        if (of !== thing) return happenedTo(of, met.facts);
        met.happened ??= happenedTo(of, met.facts);
        return met.happened;
      },
      filled,
      calendar,
    };
  };
}

function countedBy(met: Met, counting: Count, calendar: Calendar): readonly Tally[] {
  const { thing, facts } = met;
  met.counted ??= new Map();
  const { counted } = met;
  const key = keyOf(counting, calendar);
  return kept(counted, key, () => talliesOf(counting, thing, facts, calendar));
}

/** The same for all that count the same. What has to last working days asks a calendar. */
function keyOf(counting: Count, calendar: Calendar): string {
  const { events, in: which, credit, lasting, between } = counting;
  const key = kept(keys, counting, () => JSON.stringify([events, which, credit, lasting, between]));
  return lasting?.unit === 'working day' ? `${key} ${calendar.hash}` : key;
}
const keys = new WeakMap<Count, string>();

function factsOver({
  facts,
  things,
  articles,
}: Happened): (thing: Thing, rule: Pick<Rule, 'reach'>) => readonly Fact[] {
  let owners: ReadonlyMap<string, string> | undefined;
  let places: ReadonlyMap<Fact, number> | undefined;
  return ({ subject, id, was = [] }, { reach }) => {
    // The portal of an adopter is the sites within its reach.
    if (subject === 'portal') {
      const of = owners ?? new Map(things.filter((one) => one.subject === 'site').map((one) => [one.id, one.owner]));
      owners = of;
      return facts.filter(({ site = '' }) => reach.has(of.get(site) ?? ''));
    }
    const lists = subject === 'article' && articles ? articles : factsBy(facts, subject);
    if (was.length === 0) return lists.get(id) ?? [];
    places ??= new Map(facts.map((fact, place) => [fact, place]));
    const all = new Set([id, ...was.map((one) => one.id)].flatMap((one) => lists.get(one) ?? []));
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
  const add = (id: string | undefined, fact: Fact): void => {
    if (id === undefined) return;
    const list = lists.get(id);
    if (list === undefined) lists.set(id, [fact]);
    else if (list.at(-1) !== fact) list.push(fact);
  };
  for (const fact of facts) {
    switch (subject) {
      case 'column':
      case 'site':
      case 'article':
        add(fact[subject], fact);
        break;
      case 'unit':
        add(fact.author, fact);
        add(fact.actor, fact);
        for (const lead of fact.leads ?? []) add(lead, fact);
    }
  }
  made.set(subject, lists);
  return lists;
}
const kinds = new WeakMap<readonly Fact[], Map<Subject, ReadonlyMap<string, readonly Fact[]>>>();
