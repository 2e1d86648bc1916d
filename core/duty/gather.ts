/** What every line of a world is judged by: things, events, holders of posts, calendars, and the lines of other duties. */
import type { Calendar } from '../calendar.ts';
import { groups, put } from '../groups.ts';
import type { Grounds } from './applied.ts';
import { overArticles } from './articles.ts';
import { type Exemption, exemptionsBy } from './exempt.ts';
import type { Thing } from './facts.ts';
import { linesOver } from './history.ts';
import { linesOf } from './lines.ts';
import { type Happened, meetings } from './meeting.ts';
import { type Planned, planned, type Rule } from './plan.ts';

/** As it is known at an instant. `calendarOf`: with a unit's own days. */
export type World = Happened & {
  readonly calendarOf: (unit: string) => Calendar;
  readonly exemptions: readonly Exemption[];
};

export const plansOf = (rules: readonly Rule[], { things, facts }: World): readonly Planned[] =>
  rules.flatMap((rule) => [...planned(rule, things), ...overArticles(rule, facts, things)]);

/** Those of one rule, thing by thing, so that what a thing met is looked up once for all its duties; articles aren't among them. */
export function byThing(rule: Rule, { things }: Pick<World, 'things'>): Iterable<readonly Planned[]> {
  const own = new Map<Thing, Planned[]>(things.map((thing) => [thing, []]));
  for (const plan of planned(rule, things)) put(own, plan.thing, plan);
  return own.values();
}

/** Whose days count: those of the unit that bears it; where several do, or nobody, of the unit whose thing it is. */
export const daysOf = ({ by, thing }: Pick<Planned, 'by' | 'thing'>): string =>
  by.length === 1 ? (by[0] as string) : thing.owner;

/** `plans`: all of the world, for duties that count each other's lines; asked for only where one does. */
export function gathering(world: World, plans: () => readonly Planned[]): (plan: Planned) => Grounds {
  const meeting = meetings(world);
  const exemptionsOf = exemptionsBy(world.exemptions);
  let named: ReadonlyMap<string, readonly Planned[]> | undefined;
  const made = (plan: Planned, calendar: Calendar): Grounds => {
    const { thing, rule } = plan;
    const { tallies, happened, filled } = meeting(thing, rule, calendar);
    return {
      tallies,
      happened,
      filled,
      calendar,
      among(outer, subject) {
        return world.things.filter((one) => one.subject === subject && isIn(one, outer, rule));
      },
      others(duties, now, span) {
        named ??= groups(plans(), (one) => dutyOf(one, one.duty.id));
        return (
          duties
            .flatMap((id) => named?.get(dutyOf(plan, id)) ?? [])
            // A count of counts would never end.
            .filter((one) => one.duty.does.pattern !== 'count' && isIn(one.thing, thing, rule))
            .flatMap((one) => (span ? linesOver(one, groundsOf(one), span, now) : linesOf(one, groundsOf(one), now)))
        );
      },
      exemptions: [],
    };
  };
  let last: (Pick<Planned, 'thing' | 'rule'> & { readonly grounds: Grounds }) | undefined;
  const groundsOf = (plan: Planned): Grounds => {
    const { thing, rule } = plan;
    const calendar = world.calendarOf(daysOf(plan));
    const isLast = last?.thing === thing && last.rule === rule && last.grounds.calendar === calendar;
    const grounds = isLast && last ? last.grounds : made(plan, calendar);
    last = { thing, rule, grounds };
    const exemptions = exemptionsOf(plan);
    return exemptions.length === 0 ? grounds : { ...grounds, exemptions };
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
