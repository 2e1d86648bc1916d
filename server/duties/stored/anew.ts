/**
 * What has to be judged anew: all that is stored when a process starts, since an older program may have judged it, and what
 * another world asks of the duties. It is done in small transactions, and taken out as it is done; a process that dies
 * before the end leaves it to the next one, which begins with everything.
 */
import { sql } from 'kysely';
import type { Thing } from '../../../core/duty/facts.ts';
import { daysOf } from '../../../core/duty/gather.ts';
import type { Planned, Rule } from '../../../core/duty/plan.ts';
import type { Database } from '../../door/knock.ts';
import { build } from './build.ts';
import { judgedAt } from './judge.ts';
import { type Key, keyName, keyOf, write } from './lines.ts';
import { moreMemory } from './memory.ts';
import { articlesMax, plansMax, readPart } from './part.ts';
import type { Planning } from './planning.ts';
import { settleSome, unsettled } from './settle.ts';
import { everyArticle } from './texts.ts';

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

/** All that is planned, and all that is stored. */
export async function everything(db: Database, planning: Planning, upto: number, now: number): Promise<Again> {
  await moreMemory(db);
  const planned = [...planning.kept].map(([name, plan]) => [name, keyOf(plan)] as const);
  const stored = (await keysStored(db)).map((row) => [keyName(row), row] as const);
  return {
    plans: new Map([...planned, ...stored]),
    articles: await everyArticle(db, planning, upto, now),
    closed: await unsettled(db),
  };
}

/** Of which duties there are lines; without those over articles. */
export async function keysStored(db: Database): Promise<readonly Key[]> {
  const { rows } = await sql<Key>`
    select distinct adoption_id, duty, subject, subject_id from duties.line where subject <> 'article'`.execute(db);
  return rows;
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
  if (overArticles) await moreMemory(db);
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
  const keys = first(again.plans, plansMax);
  const articles = keys.length > 0 ? [] : first(again.articles, articlesMax);
  const plans = keys.flatMap(([name]) => planning.kept.get(name) ?? []);
  const gone = keys.flatMap(([name, key]) => (planning.kept.has(name) ? [] : [key]));
  const part = await readPart(db, planning, { plans, gone, articles }, { upto, now });
  await write(db, judgedAt(part.plans, part.grounds, now), part.before);
  return () => {
    for (const [name] of keys) again.plans.delete(name);
    for (const id of articles) again.articles.delete(id);
  };
}

function first<T>(all: Iterable<T>, most: number): readonly T[] {
  const some: T[] = [];
  for (const one of all) {
    if (some.length === most) break;
    some.push(one);
  }
  return some;
}
