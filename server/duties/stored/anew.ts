/**
 * What has to be judged anew: all that is stored when a process starts, since an older program may have judged it, and what
 * another world asks of the duties. It is done in small transactions, and taken out as it is done; a process that dies
 * before the end leaves it to the next one, which begins with everything.
 */
import { sql } from 'kysely';
import { dayMs } from '../../../core/day.ts';
import type { Thing } from '../../../core/duty/facts.ts';
import { daysOf } from '../../../core/duty/gather.ts';
import type { Planned, Rule } from '../../../core/duty/plan.ts';
import { clocksOver } from '../../../core/duty/stored.ts';
import type { Database } from '../../door/knock.ts';
import { build } from './build.ts';
import { type GroundsOf, groundsFor, judgedAt, plansOver } from './judge.ts';
import { type Key, keyName, keyOf, type LineRow, rowsFor, rowsOfArticles, write } from './lines.ts';
import type { Planning } from './planning.ts';
import { settleSome, unsettled } from './settle.ts';

/**
 * `plans`: the keys of those that aren't over articles; of some there may be lines and no plan any more. `closed`: the
 * numbers of those that ended provisionally, and may be decided now.
 */
export type Again = {
  readonly plans: Map<string, Key>;
  readonly articles: Set<string>;
  readonly closed: Set<number>;
};

export const areJudged = ({ plans, articles }: Again): boolean => plans.size === 0 && articles.size === 0;
export const isDone = (again: Again): boolean => areJudged(again) && again.closed.size === 0;

/** So many in one transaction: a tenth of a second. */
const [plansMax, articlesMax] = [1_000, 500];

/** All that is planned, and all that is stored. */
export async function everything(db: Database, planning: Planning, upto: number, now: number): Promise<Again> {
  const { rows } = await sql<Key>`
    select distinct adoption_id, duty, subject, subject_id from duties.line where subject <> 'article'`.execute(db);
  const planned = [...planning.kept].map(([name, plan]) => [name, keyOf(plan)] as const);
  const stored = rows.map((row) => [keyName(row), row] as const);
  return {
    plans: new Map([...planned, ...stored]),
    articles: await everyArticle(db, planning, upto, now),
    closed: await unsettled(db),
  };
}

/** Of two worlds, one after the other: what may be judged otherwise in the second one. Holders of posts are part of no plan. */
export async function differing(db: Database, was: Planning, is: Planning, upto: number, now: number): Promise<Again> {
  const same = comparing(was, is);
  const gone = [...was.kept].filter(([name]) => !is.kept.has(name));
  const exempted = exemptedOtherwise(was, is);
  const others = [...is.kept].filter(
    ([name, plan]) =>
      plan.duty.does.pattern === 'keep' || exempted.has(plan.thing.id) || !same(was.kept.get(name), plan),
  );
  const overArticles = [...is.columns].some(([id, column]) => !same.thing(was.columns.get(id), column)) || !same.laws;
  return {
    plans: new Map([...gone, ...others].map(([name, plan]) => [name, keyOf(plan)])),
    articles: overArticles ? await everyArticle(db, is, upto, now) : new Set(exempted),
    // Nothing that has ended is judged by another world.
    closed: new Set(),
  };
}

/** Things with an exemption that the other world doesn't know, or knows otherwise. */
function exemptedOtherwise(was: Planning, is: Planning): ReadonlySet<string> {
  const told = ({ exemptions }: Planning) => new Map(exemptions.map((one) => [JSON.stringify(one), one.thing]));
  const [before, now] = [told(was), told(is)];
  const only = (some: typeof now, others: typeof now) =>
    [...some].flatMap(([text, thing]) => (others.has(text) ? [] : [thing]));
  return new Set([...only(before, now), ...only(now, before)]);
}

/** What a plan is made of: its rule, its thing, and the working days of whoever bears it. */
function comparing(was: Planning, is: Planning) {
  const told = new Map<object, string>();
  const text = (one: object, tell: () => string): string => {
    const known = told.get(one) ?? tell();
    told.set(one, known);
    return known;
  };
  const rule = (one: Rule) => text(one, () => JSON.stringify(tellRule(one)));
  const thing = (one: Thing) => text(one, () => JSON.stringify(one));
  const days = (planning: Planning, one: Pick<Planned, 'by' | 'thing'>) => planning.calendarOf(daysOf(one)).hash;
  const sameThing = (a: Thing | undefined, b: Thing): boolean =>
    a !== undefined && thing(a) === thing(b) && days(was, { by: [], thing: a }) === days(is, { by: [], thing: b });
  const same = (a: Planned | undefined, b: Planned): boolean =>
    a !== undefined && rule(a.rule) === rule(b.rule) && sameThing(a.thing, b.thing) && days(was, a) === days(is, b);
  const laws = was.laws.length === is.laws.length && is.laws.every((one, i) => rule(was.laws[i] as Rule) === rule(one));
  return Object.assign(same, { thing: sameThing, laws });
}

function tellRule({ regulation: _, reach, dutiesFrom, before, ...rest }: Rule): object {
  return { ...rest, reach: [...reach], dutiesFrom: [...(dutiesFrom ?? [])], before: before && tellRule(before) };
}

/** Articles that may have a line, and those that have one: a clock of theirs runs, or stopped not long ago. */
async function everyArticle(db: Database, { laws, kinds }: Planning, upto: number, now: number): Promise<Set<string>> {
  const { from, to, days, others } = clocksOver(laws.flatMap(({ regulation }) => regulation.duties ?? []));
  const of = (some: readonly string[]) => sql`kind = any (${[...new Set(some)]}::text[])`;
  const shown = sql`max(seq) filter (where ${of(from)}) > coalesce(max(seq) filter (where ${of(to)}), 0)
       or max(at) filter (where ${of(to)}) > ${new Date(now - days * dayMs)}`;
  const { rows } = await sql<{ id: string }>`
    select article_id as id from door.fact
     where article_id is not null and ${of(others ? [...kinds] : [...from, ...to])} and seq <= ${upto}
     group by article_id having ${others ? sql`true` : shown}
    union select subject_id from duties.line where subject = 'article'`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Some of it, with all that it is judged by. `before`: its rows as they stand. */
export type Some = {
  readonly plans: readonly Planned[];
  readonly before: readonly LineRow[];
  readonly grounds: GroundsOf;
  /** Takes it out of what has to be judged anew. */
  readonly done: () => void;
};

/** The sums that it needs are there. `isBare`: and no line at all, so that nothing has to be read of them. */
export async function readSome(
  db: Database,
  planning: Planning,
  again: Again,
  { upto, now, isBare = false }: { readonly upto: number; readonly now: number; readonly isBare?: boolean },
): Promise<Some> {
  const keys = first(again.plans, plansMax);
  const articles = keys.length > 0 ? [] : first(again.articles, articlesMax);
  const over = await plansOver(db, planning, articles, upto);
  const plans = [...keys.flatMap(([name]) => planning.kept.get(name) ?? []), ...over.plans];
  const stored = () => (articles.length > 0 ? rowsOfArticles(db, articles) : rowsFor(db, [...new Map(keys).values()]));
  const before = isBare ? [] : await stored();
  const grounds = await groundsFor(db, planning, plans, { since: now, now, upto, events: over.events });
  const done = () => {
    for (const [name] of keys) again.plans.delete(name);
    for (const id of articles) again.articles.delete(id);
  };
  return { plans, before, grounds, done };
}

/** Answers what to call when it is committed. */
export async function judgeSome(
  db: Database,
  planning: Planning,
  again: Again,
  upto: number,
  now: number,
): Promise<() => void> {
  if (areJudged(again)) return settleSome(db, planning, again);
  await build(db, planning, upto);
  const { plans, grounds, before, done } = await readSome(db, planning, again, { upto, now });
  await write(db, judgedAt(plans, grounds, now), before);
  return done;
}

function first<T>(all: Iterable<T>, most: number): readonly T[] {
  const some: T[] = [];
  for (const one of all) {
    if (some.length === most) break;
    some.push(one);
  }
  return some;
}
