/** The fold: takes facts in log order, adds them to the sums, and judges the lines that rest on them. */
import type { Grounds } from '../../../core/duty/applied.ts';
import type { Fact } from '../../../core/duty/facts.ts';
import type { Planned } from '../../../core/duty/plan.ts';
import { endedWith } from '../../../core/duty/stored.ts';
import { added } from '../../../core/duty/sums.ts';
import type { Tally } from '../../../core/duty/verdict.ts';
import type { Database } from '../../door/knock.ts';
import { factsOfArticles } from '../facts.ts';
import { close, closing } from './closed.ts';
import { byArticle, type GroundsOf, groundsFor, judgedAt } from './judge.ts';
import { keyOf, rowsFor, write } from './lines.ts';
import { type Counted, countedFor, overTheir, type Planning, planKey } from './planning.ts';
import { type Added, add, addedTo, numbered } from './sums.ts';

export type Batch = {
  /** In log order, all of one local day, none of them changes the world. */
  readonly facts: readonly Fact[];
  /** The last fact before them. */
  readonly after: number;
  /** The instant at which the lines are judged: not before any of them, and not before what was judged already. */
  readonly now: number;
};

export const lastOf = (facts: readonly Fact[], otherwise: number): number => Number(facts.at(-1)?.seq ?? otherwise);

export async function fold(db: Database, planning: Planning, { facts, after, now }: Batch): Promise<void> {
  const asked = facts.filter(({ kind }) => planning.kinds.has(kind));
  if (asked.length === 0) return;
  const upto = lastOf(facts, after);
  const known = await earlier(db, planning, asked, after);
  const sums = sumsWith(planning, known, asked);
  const { plans, had } = touched(planning, sums, known, asked);
  if (plans.length === 0) return addSums(db, sums);
  const was = { since: now, now, upto: after, events: byArticle(known) };
  const before = await groundsFor(db, planning, plans, was);
  await addSums(db, sums);
  const grounds = await groundsFor(db, planning, plans, { ...was, upto, events: byArticle([...known, ...asked]) });
  await close(db, closedWith(planning, plans, before, grounds, sums, now), upto);
  await write(db, judgedAt(plans, grounds, now), await rowsFor(db, [...plans, ...had].map(keyOf)));
}

/** The earlier events of the articles that these are about. */
export async function earlier(db: Database, planning: Planning, facts: readonly Fact[], upto: number) {
  const articles = [...new Set(facts.flatMap(({ article }) => (article === undefined ? [] : [article])))];
  return articles.length === 0 ? [] : factsOfArticles(db, articles, upto, [...planning.kinds]);
}

export const sumsWith = ({ series }: Planning, known: readonly Fact[], fresh: readonly Fact[]) =>
  [...series.values()].flatMap((one) => addedTo(one, known, fresh));

export async function addSums(db: Database, sums: readonly Added[]): Promise<void> {
  if (sums.length === 0) return;
  const { ids } = await numbered(db, [...new Set(sums.map(({ key }) => key))]);
  await add(db, ids, sums);
}

/** The duties whose lines may be others now; `had`: those over articles as they were before, which may be gone. */
export function touched(planning: Planning, sums: readonly Added[], known: readonly Fact[], fresh: readonly Fact[]) {
  const counted = sums.flatMap(({ key, id }) => planning.counting.get(`${key} ${id}`) ?? []);
  const things = new Set(fresh.flatMap(thingsMet));
  const clocks = [...things].flatMap((thing) => planning.clocks.get(thing) ?? []);
  const over = overTheir(planning, [...known, ...fresh]);
  const all = new Map([...counted, ...clocks, ...over].map((one) => [planKey(one), one]));
  return { plans: [...all.values()], had: overTheir(planning, known).filter((one) => !all.has(planKey(one))) };
}

/** Whatever a clock may run for, and this event may concern. */
const thingsMet = (fact: Fact): readonly string[] => [
  ...['column', 'site'].flatMap((kind) => {
    const id = fact[kind as 'column' | 'site'];
    return id === undefined ? [] : [`${kind} ${id}`];
  }),
  ...[fact.author, fact.actor, ...(fact.leads ?? [])].flatMap((id) => (id === undefined ? [] : [`unit ${id}`])),
];

function closedWith(
  { calendarOf }: Planning,
  plans: readonly Planned[],
  before: GroundsOf,
  after: GroundsOf,
  sums: readonly Added[],
  now: number,
) {
  const fresh = new Map(sums.map(({ key, id, tallies }) => [`${key} ${id}`, tallies]));
  return plans.flatMap((plan) => {
    const [was, is]: readonly [Grounds, Grounds] = [before(plan), after(plan)];
    const counted = countedFor(plan, calendarOf);
    const more = fresh.get(`${counted?.key} ${plan.thing.id}`) ?? addedToArticle(plan, counted, was, is);
    return endedWith(plan, was, is, more, now).map((line) => closing(line, is, now));
  });
}

/** No sums are kept for an article: what counted newly is in its own events. */
function addedToArticle({ thing }: Planned, counted: Counted | undefined, was: Grounds, is: Grounds): readonly Tally[] {
  if (!counted || thing.subject !== 'article') return [];
  const [known, all] = [was.happened(thing), is.happened(thing)];
  return added(counted.series, thing.id, known, all.slice(known.length), counted.calendar);
}
