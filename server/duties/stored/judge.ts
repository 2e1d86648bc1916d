/** Judges planned duties from sums and facts. Only core/duty judges: here its grounds are brought to it. */
import { type Filled, type Grounds, groundsIn } from '../../../core/duty/applied.ts';
import { eventsOf } from '../../../core/duty/events.ts';
import type { Fact } from '../../../core/duty/facts.ts';
import { daysOf } from '../../../core/duty/gather.ts';
import { type Line, linesOf } from '../../../core/duty/lines.ts';
import type { Planned } from '../../../core/duty/plan.ts';
import { looksAt, sumsFrom } from '../../../core/duty/stored.ts';
import { groups } from '../../../core/groups.ts';
import type { Database } from '../../door/knock.ts';
import { factsOf, factsOfArticles } from '../facts.ts';
import { holders } from '../world.ts';
import { countedFor, overTheir, type Planning } from './planning.ts';
import { numbered, read, together, type Wanted } from './sums.ts';

/** How a planned duty stands. `lookAt`: before it nothing changes by time alone; milliseconds since 1970. */
export type Judged = { readonly plan: Planned; readonly lines: readonly Line[]; readonly lookAt: number | undefined };
export type GroundsOf = (plan: Planned) => Grounds;

/**
 * What these duties are judged by. `since`: the earliest instant at which one of them is judged; `now`: the latest; `upto`:
 * the last fact of the log that counts.
 */
export async function groundsFor(
  db: Database,
  planning: Planning,
  plans: readonly Planned[],
  { since, now, upto }: { readonly since: number; readonly now: number; readonly upto: number },
): Promise<GroundsOf> {
  const sums = await sumsFor(db, planning, plans, since);
  const happened = await eventsFor(db, plans, upto);
  const keeps = plans.some(({ duty }) => duty.does.pattern === 'keep');
  const filled: Filled = keeps ? await holders(db, new Date(now)) : () => [];
  return (plan) => {
    const plain = {
      ...groundsIn(happened(plan), filled, planning.calendarOf(daysOf(plan))),
      exemptions: planning.exemptionsOf(plan),
    };
    return plan.thing.subject === 'article' ? plain : { ...plain, tallies: () => sums(plan) };
  };
}

async function sumsFor(db: Database, { calendarOf }: Planning, plans: readonly Planned[], since: number) {
  const keyed = plans.flatMap((plan) => {
    const counted = plan.thing.subject === 'article' ? undefined : countedFor(plan, calendarOf);
    return counted ? [{ plan, key: counted.key }] : [];
  });
  const { ids } = await numbered(db, [...new Set(keyed.map(({ key }) => key))]);
  const wanted = new Map<string, Wanted>();
  for (const { plan, key } of keyed) {
    const [series, id, from] = [ids.get(key) ?? 0, plan.thing.id, sumsFrom(plan, since)];
    const name = `${series} ${id}`;
    wanted.set(name, together(wanted.get(name), { series, id, ...(from === 'last' ? { last: true } : { from }) }));
  }
  const found = wanted.size === 0 ? new Map<string, never>() : await read(db, [...wanted.values()]);
  return (plan: Planned) => found.get(`${ids.get(countedFor(plan, calendarOf)?.key ?? '')} ${plan.thing.id}`) ?? [];
}

/** Clocks look at the events themselves; an article has so few of them that no sums are kept for it. */
async function eventsFor(db: Database, plans: readonly Planned[], upto: number) {
  const articles = plans.filter(({ thing }) => thing.subject === 'article').map(({ thing }) => thing.id);
  const facts = articles.length === 0 ? [] : await factsOfArticles(db, [...new Set(articles)], upto);
  const byArticle = groups(facts, ({ article = '' }) => article);
  const others = new Map<Planned, readonly Fact[]>();
  for (const plan of plans)
    if (plan.duty.does.pattern === 'within' && plan.thing.subject !== 'article')
      others.set(plan, await factsOf(db, plan.thing, eventsOf(plan.duty), upto));
  return (plan: Planned) => others.get(plan) ?? byArticle.get(plan.thing.id) ?? [];
}

export const judgedAt = (plans: readonly Planned[], grounds: GroundsOf, now: number): readonly Judged[] =>
  plans.map((plan) => {
    const lines = linesOf(plan, grounds(plan), now);
    return { plan, lines, lookAt: looksAt(plan, lines, grounds(plan), now) };
  });

/** The duties over these articles, as their events stand. */
export async function plansOver(
  db: Database,
  planning: Planning,
  articles: readonly string[],
  upto: number,
): Promise<readonly Planned[]> {
  return articles.length === 0 ? [] : overTheir(planning, await factsOfArticles(db, articles, upto));
}
