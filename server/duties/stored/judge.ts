/** Judges planned duties from sums and facts. Only core/duty judges: here its grounds are brought to it. */
import type { Calendar } from '../../../core/calendar.ts';
import { localDay } from '../../../core/day.ts';
import { type Filled, type Grounds, groundsIn } from '../../../core/duty/applied.ts';
import { eventsOf } from '../../../core/duty/events.ts';
import type { Fact } from '../../../core/duty/facts.ts';
import { daysOf } from '../../../core/duty/gather.ts';
import { type Line, linesOf } from '../../../core/duty/lines.ts';
import type { Planned } from '../../../core/duty/plan.ts';
import { looksAt } from '../../../core/duty/stored.ts';
import type { Tally } from '../../../core/duty/verdict.ts';
import { groups } from '../../../core/groups.ts';
import type { Database } from '../../door/knock.ts';
import { factsOf, factsOfArticles } from '../facts.ts';
import { holders } from '../world.ts';
import { countedFor, overTheir, type Planning } from './planning.ts';
import { read, together, type Wanted, wantedBy } from './sums-read.ts';

/** How a planned duty stands. `lookAt`: before it nothing changes by time alone; milliseconds since 1970. */
export type Judged = { readonly plan: Planned; readonly lines: readonly Line[]; readonly lookAt: number | undefined };
export type GroundsOf = (plan: Planned) => Grounds;

/** What happened to articles, by their ids: each in log order. */
export type Events = ReadonlyMap<string, readonly Fact[]>;

/**
 * `since`: the earliest instant at which one of them is judged; `now`: the latest; `upto`: the last fact of the log that
 * counts. `events`: of the articles that are among them. `filled`: who holds which posts, where it was read already.
 * `looksBack`: what ended since then is asked about too.
 */
export type Span = {
  readonly since: number;
  readonly now: number;
  readonly upto: number;
  readonly events?: Events;
  readonly filled?: Filled;
  readonly looksBack?: boolean;
};

/** What these duties are judged by. */
export async function groundsFor(
  db: Database,
  planning: Planning,
  plans: readonly Planned[],
  { since, now, upto, events = new Map(), filled: known, looksBack = false }: Span,
): Promise<GroundsOf> {
  const sums = await sumsFor(db, planning, plans, { since, isNow: since === now, looksBack });
  const happened = await eventsFor(db, plans, upto, events);
  const keeps = plans.some(({ duty }) => duty.does.pattern === 'keep');
  const filled: Filled = known ?? (keeps ? await holders(db, new Date(now)) : () => []);
  const bare = withoutEvents(planning.calendarOf, filled);
  return (plan) => {
    const exemptions = planning.exemptionsOf(plan);
    if (plan.thing.subject === 'article' || plan.duty.does.pattern === 'within')
      return { ...groundsIn(happened(plan), filled, planning.calendarOf(daysOf(plan))), exemptions };
    const tallies = sums(plan);
    return { ...bare(plan), exemptions, tallies: () => tallies };
  };
}

/** Without any event: one for each calendar, since a hundred thousand are asked for. */
function withoutEvents(calendarOf: Planning['calendarOf'], filled: Filled): GroundsOf {
  const made = new Map<Calendar, Grounds>();
  return (plan) => {
    const calendar = calendarOf(daysOf(plan));
    const grounds = made.get(calendar) ?? groundsIn([], filled, calendar);
    made.set(calendar, grounds);
    return grounds;
  };
}

/** `isNow`: they are judged at one instant alone. */
async function sumsFor(
  db: Database,
  { calendarOf }: Planning,
  plans: readonly Planned[],
  { since, isNow, looksBack }: { readonly since: number; readonly isNow: boolean; readonly looksBack: boolean },
) {
  const wanted = new Map<string, Map<string, Wanted>>();
  for (const plan of plans) {
    const { subject, id } = plan.thing;
    const counted = subject === 'article' ? undefined : countedFor(plan, calendarOf);
    if (!counted) continue;
    const things = wanted.get(counted.key) ?? new Map<string, Wanted>();
    wanted.set(counted.key, things.set(id, together(things.get(id), wantedBy(plan, since, looksBack))));
  }
  const all = [...wanted].flatMap(([key, things]) => [...things].map(([id, one]) => ({ ...one, key, id })));
  const found = all.length === 0 ? undefined : await read(db, all, isNow ? localDay(since) : undefined);
  return (plan: Planned): readonly Tally[] => {
    const key = countedFor(plan, calendarOf)?.key;
    return (key !== undefined && found?.get(key)?.get(plan.thing.id)) || [];
  };
}

/** Clocks look at the events themselves; an article has so few of them that no sums are kept for it. */
async function eventsFor(db: Database, plans: readonly Planned[], upto: number, articles: Events) {
  const others = new Map<Planned, readonly Fact[]>();
  for (const plan of plans)
    if (plan.duty.does.pattern === 'within' && plan.thing.subject !== 'article')
      others.set(plan, await factsOf(db, plan.thing, eventsOf(plan.duty), upto));
  return (plan: Planned) => others.get(plan) ?? articles.get(plan.thing.id) ?? [];
}

export const judgedAt = (plans: readonly Planned[], grounds: GroundsOf, now: number): readonly Judged[] =>
  plans.map((plan) => {
    const own = grounds(plan);
    const lines = linesOf(plan, own, now);
    return { plan, lines, lookAt: looksAt(plan, lines, own, now) };
  });

/** The duties over these articles as their events stand, and those events. */
export async function plansOver(
  db: Database,
  planning: Planning,
  articles: readonly string[],
  upto: number,
): Promise<{ readonly plans: readonly Planned[]; readonly events: Events }> {
  const facts = articles.length === 0 ? [] : await factsOfArticles(db, articles, upto, [...planning.kinds]);
  return { plans: facts.length === 0 ? [] : overTheir(planning, facts), events: byArticle(facts) };
}

export const byArticle = (facts: readonly Fact[]): Events => groups(facts, ({ article = '' }) => article);
