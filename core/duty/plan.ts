/** From the regulations in force to lines: which duty is over which thing, and who bears it. */

import { clauseOf } from '../chain.ts';
import type { Day } from '../day.ts';
import { evaluate } from '../facets.ts';
import type { Bearer, Duty } from '../regulation/duty-types.ts';
import { type Settled, settle } from '../regulation/settle.ts';
import type { InForce } from '../regulation/types.ts';
import type { Thing } from './facts.ts';
import { asSeen, isSelfRun } from './seen.ts';

/**
 * An adoption with its days, half-open. `ruledFrom`: the first day on which this unit had any version of the regulation.
 * `reach`: ids of the unit and of all below it.
 */
export type Rule = InForce & {
  readonly from: Day;
  readonly until?: Day;
  readonly ruledFrom: Day;
  readonly reach: ReadonlySet<string>;
  /** Of each duty: the first day of the first version that has it. Absent: all came with the first. */
  readonly dutiesFrom?: ReadonlyMap<string, Day>;
  /** The version that this one took the place of. */
  readonly before?: Rule;
};
/** One duty over one thing. `clause`: `slug#article`. `by`: unit ids; `post` too where holders of a post bear it. */
export type Planned = {
  readonly rule: Rule;
  readonly duty: Settled<Duty>;
  readonly thing: Thing;
  readonly clause: string;
  readonly by: readonly string[];
  readonly post?: readonly string[];
};

export const holdsOn = ({ from, until }: Rule, day: Day): boolean =>
  from <= day && (until === undefined || day < until);

/**
 * `things`: everything that lines can be about. `duties`: of the text, where not all are asked about. A value that was not set
 * for a thing leaves it without a line.
 */
export function planned(
  rule: Rule,
  things: readonly Thing[],
  duties: readonly Duty[] = rule.regulation.duties ?? [],
): readonly Planned[] {
  const plans: Planned[] = [];
  for (const duty of duties) {
    const over = planning(rule, duty);
    for (const thing of things) {
      const plan = over(thing);
      if (plan) plans.push(plan);
    }
  }
  return plans;
}

/** One duty over whatever thing it is asked about. */
export function planning(rule: Rule, duty: Duty): (thing: Thing) => Planned | undefined {
  // One for all, where no value is bound for each thing: there may be tens of thousands of them.
  const settledFor = (ids: readonly string[]) => settle(duty, rule.regulation.values, rule.binding, ids);
  const same = settledFor([]);
  const clause = clauseOf(rule, duty.clause);
  const { units, post } = bearingOf(duty.by, rule);
  return (thing) => {
    if (!isOver(duty, thing, rule) || !evaluate(duty.where, thing.facets)) return undefined;
    const settled = same ?? settledFor(idsOf(thing));
    if (!settled) return undefined;
    const own = isSelfRun(thing) ? { ...settled, does: asSeen(settled.does, thing) } : settled;
    const by = units(thing);
    return post ? { rule, duty: own, thing, clause, by, post } : { rule, duty: own, thing, clause, by };
  };
}

const idsOf = ({ id, site, owner }: Thing): readonly string[] => [id, ...(site === undefined ? [] : [site]), owner];

function isOver({ over }: Duty, thing: Thing, rule: Rule): boolean {
  if ('each' in over) {
    return thing.subject === 'unit' && over.each.some((role) => rule.binding.roles[role]?.includes(thing.id));
  }
  if (over.subject !== thing.subject) return false;
  // The portal is the adopter's own.
  if (thing.subject === 'portal') return thing.id === rule.binding.unit;
  return rule.reach.has(thing.owner) && (over.id === undefined || over.id === thing.key);
}

/** Who bears a duty over a thing, and by which posts: read once for all its things. */
function bearingOf(by: Bearer, rule: Rule): { units: (thing: Thing) => readonly string[]; post?: readonly string[] } {
  if (typeof by === 'string') return { units: unitsBy(by, rule) };
  return 'anyOf' in by ? { units: unitsBy(by.anyOf, rule) } : { units: unitsBy(by.of, rule), post: by.post };
}

function unitsBy(ref: string, rule: Rule): (thing: Thing) => readonly string[] {
  const { binding, regulation } = rule;
  const self = [binding.unit];
  const bound = (name: string, thing: Thing) =>
    name === 'self' ? self : (thing.units[name] ?? binding.roles[name] ?? none);
  // `site.server` is whoever a remit gives that part of the site.
  const part = /^site\.(?!owner$)(\w+)$/.exec(ref)?.[1];
  if (part === undefined) return (thing) => bound(ref, thing);
  const remits = regulation.remits.filter((one) => one.part.includes(part));
  return (thing) => {
    const remit = remits.find((one) => evaluate(one.for, thing.facets));
    return remit ? unitsBy(remit.who, rule)(thing) : bound(ref, thing);
  };
}
const none: readonly string[] = [];
