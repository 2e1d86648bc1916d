/** What every line of a world is judged by: things, events, holders of posts, calendars, and the lines of other duties. */
import type { Calendar } from '../calendar.ts';
import { type Day, localDay } from '../day.ts';
import { put } from '../groups.ts';
import { type Filled, type Grounds, groundsIn } from './applied.ts';
import { type Exemption, exemptionsBy } from './exempt.ts';
import type { Fact, Thing } from './facts.ts';
import { linesOver } from './history.ts';
import { linesOf } from './lines.ts';
import { type Planned, planned, type Rule } from './plan.ts';
import { shown } from './standing.ts';
import { firstOf } from './verdict.ts';

/** As it is known at an instant. `facts` in log order. `calendarOf`: with a unit's own days. */
export type World = {
  readonly things: readonly Thing[];
  readonly facts: readonly Fact[];
  readonly filled: Filled;
  readonly calendarOf: (unit: string) => Calendar;
  readonly exemptions: readonly Exemption[];
};

export const plansOf = (rules: readonly Rule[], { things, facts }: World): readonly Planned[] =>
  rules.flatMap((rule) => [...planned(rule, things), ...overArticles(rule, facts, things)]);

/** Whose days count: those of the unit that bears it; where several do, or nobody, of the unit whose thing it is. */
export const daysOf = ({ by, thing }: Pick<Planned, 'by' | 'thing'>): string =>
  by.length === 1 ? (by[0] as string) : thing.owner;

/** `plans`: all of the world, since duties count each other's lines. */
export function gathering(world: World, plans: readonly Planned[]): (plan: Planned) => Grounds {
  const meeting = index(world);
  const exemptionsOf = exemptionsBy(world.exemptions);
  const named = new Map<string, Planned[]>();
  for (const plan of plans) put(named, dutyOf(plan, plan.duty.id), plan);
  const groundsOf = (plan: Planned): Grounds => {
    const { thing, rule } = plan;
    return {
      ...groundsIn(meeting(thing, rule), world.filled, world.calendarOf(daysOf(plan))),
      among: (outer, subject) => world.things.filter((one) => one.subject === subject && isIn(one, outer, rule)),
      others: (duties, now, span) =>
        duties
          .flatMap((id) => named.get(dutyOf(plan, id)) ?? [])
          // A count of counts would never end.
          .filter((one) => one.duty.does.pattern !== 'count' && isIn(one.thing, thing, rule))
          .flatMap((one) => (span ? linesOver(one, groundsOf(one), span, now) : linesOf(one, groundsOf(one), now))),
      exemptions: exemptionsOf(plan),
    };
  };
  return groundsOf;
}

const dutyOf = ({ rule }: Planned, id: string): string => `${rule.binding.unit} ${rule.regulation.slug} ${id}`;

/** It is the other one, or belongs to it: columns to their site, everything in reach to the portal. */
function isIn(one: Thing, outer: Thing, rule: Rule): boolean {
  switch (outer.subject) {
    case 'portal':
      return rule.reach.has(one.owner);
    case 'site':
      return one.site === outer.id;
    default:
      return one.id === outer.id;
  }
}

/**
 * Articles are things under the rules over their site: for a clock, each that has an event; for what goes on, each from its
 * first publication until it is public nowhere any more.
 */
export function overArticles(rule: Rule, facts: readonly Fact[], things: readonly Thing[]): readonly Planned[] {
  const duties = (rule.regulation.duties ?? []).filter(({ over }) => 'subject' in over && over.subject === 'article');
  if (duties.length === 0) return [];
  const under = (isClock: boolean, articles: readonly Thing[]) => {
    const some = duties.filter(({ does }) => (does.pattern === 'within') === isClock);
    const only = { ...rule, regulation: { ...rule.regulation, duties: some } };
    return planned(only, articles).map((one) => ({ ...one, rule }));
  };
  const articles = articlesIn(facts, things);
  return [
    ...under(
      true,
      articles.map(({ thing }) => thing),
    ),
    ...under(
      false,
      articles.flatMap(({ thing, life }) => (life ? [{ ...thing, life }] : [])),
    ),
  ];
}

type Article = { readonly thing: Thing; readonly life?: Thing['life'] };

function articlesIn(facts: readonly Fact[], things: readonly Thing[]): readonly Article[] {
  const of = things.filter(({ subject }) => subject === 'column');
  // What was merged into another goes on there.
  const columns = new Map([
    ...of.map((one) => [one.id, one] as const),
    ...of.flatMap((one) => (one.was ?? []).map(({ id }) => [id, one] as const)),
  ]);
  const own = new Map<string, Fact[]>();
  for (const fact of facts) if (fact.article !== undefined && fact.column !== undefined) put(own, fact.article, fact);
  return [...own].flatMap(([id, mine]): Article[] => {
    const last = mine.at(-1);
    const column = columns.get(last?.column ?? '');
    if (!last || !column) return [];
    const { was: _, ...rest } = column;
    const units = { ...column.units, ...(last.author === undefined ? {} : { 'author.unit': [last.author] }) };
    const thing: Thing = {
      ...rest,
      subject: 'article',
      id,
      name: '',
      facets: { ...column.facets, ...last.facets },
      units,
    };
    const life = publicLife(mine, column.life.endedOn);
    return [{ thing, ...(life ? { life } : {}) }];
  });
}

/** From its first publication to the day on which nobody could read it any more; undefined before. */
function publicLife(facts: readonly Fact[], endedOn: Day | undefined): Thing['life'] | undefined {
  const changes = shown(facts, () => true);
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return undefined;
  const gone = last.n < 0 ? localDay(last.at) : undefined;
  const end = gone === undefined ? endedOn : firstOf(gone, endedOn ?? gone);
  return { bornOn: localDay(first.at), ...(end === undefined ? {} : { endedOn: end }) };
}

/** Facts by what they may meet, so that a line looks at its own and not at the whole log. */
function index({ facts, things }: World): (thing: Thing, rule: Rule) => readonly Fact[] {
  const by = new Map<string, number[]>();
  facts.forEach((fact, place) => {
    const units = new Set([fact.author, fact.actor, ...(fact.leads ?? [])].filter((one) => one !== undefined));
    for (const unit of units) put(by, `unit ${unit}`, place);
    for (const kind of ['column', 'site', 'article'] as const)
      if (fact[kind] !== undefined) put(by, `${kind} ${fact[kind]}`, place);
  });
  const owners = new Map(things.filter(({ subject }) => subject === 'site').map(({ id, owner }) => [id, owner]));
  return ({ subject, id, was = [] }, { reach }) => {
    // The portal of an adopter is the sites within its reach.
    if (subject === 'portal') return facts.filter(({ site = '' }) => reach.has(owners.get(site) ?? ''));
    const of = (one: string) => by.get(`${subject} ${one}`) ?? [];
    const places = was.length === 0 ? of(id) : [...new Set([id, ...was.map((one) => one.id)].flatMap(of))];
    return places.toSorted((a, b) => a - b).flatMap((place) => facts[place] ?? []);
  };
}
