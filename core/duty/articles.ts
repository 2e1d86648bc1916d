/** Articles as things that duties are over: they come and go with their events. */
import { type Day, localDay } from '../day.ts';
import { kept } from '../groups.ts';
import type { Duty } from '../regulation/duty-types.ts';
import type { Fact, Thing } from './facts.ts';
import { factsBy } from './meeting.ts';
import { type Planned, planning, type Rule } from './plan.ts';
import { shown } from './standing.ts';
import { firstOf } from './verdict.ts';

/** Those of a text that are over articles. */
export const isOverArticles = ({ over }: Pick<Duty, 'over'>): boolean =>
  'subject' in over && over.subject === 'article';

/**
 * Articles are things under the rules over their site: for a clock, each that has an event; for what goes on, each from its
 * first publication until it is public nowhere any more.
 */
export const overArticles = (rule: Rule, facts: readonly Fact[], things: readonly Thing[]): readonly Planned[] =>
  [...articlesUnder(rule, things)(factsBy(facts, 'article'))].flat();

/**
 * The same, article by article: a year of a cluster has hundreds of thousands, and they needn't all be there at once.
 * Answers for some of them, by id, with all that happened to each in log order.
 */
export function articlesUnder(
  rule: Rule,
  things: readonly Thing[],
): (articles: ReadonlyMap<string, readonly Fact[]>) => Iterable<readonly Planned[]> {
  const duties = (rule.regulation.duties ?? []).filter(isOverArticles);
  if (duties.length === 0) return () => [];
  const [clocks, others] = [true, false].map((is) => duties.filter(({ does }) => (does.pattern === 'within') === is));
  const [running, lasting] = [planningAlike(rule, clocks ?? []), planningAlike(rule, others ?? [])];
  const read = reading(things);
  return function* (articles) {
    for (const [id, own] of articles) {
      const article = read(id, own);
      if (!article) continue;
      const { like, thing } = article;
      if (clocks?.length) yield running(like, thing);
      if (others?.length) for (const there of publicOnce(article)) yield lasting(like, there);
    }
  };
}

/** What duties are over an article, and who bears them, hangs on what it is like: found once for all that are alike. */
function planningAlike(rule: Rule, duties: readonly Duty[]): (like: Thing, thing: Thing) => readonly Planned[] {
  const known = new Map<Thing, readonly Planned[]>();
  const over = duties.map((duty) => planning(rule, duty));
  return (like, thing) =>
    kept(known, like, () => over.flatMap((plan) => plan(like) ?? [])).map(({ duty, clause, by, post }) =>
      post ? { rule, duty, thing, clause, by, post } : { rule, duty, thing, clause, by },
    );
}

type Article = {
  readonly like: Thing;
  readonly thing: Thing;
  readonly facts: readonly Fact[];
  readonly endedOn: Day | undefined;
};

/** Where it stood last, it is. Undefined: nothing happened to it in a column that is known. */
function reading(things: readonly Thing[]): (id: string, facts: readonly Fact[]) => Article | undefined {
  const of = things.filter(({ subject }) => subject === 'column');
  // What was merged into another goes on there.
  const columns = new Map([
    ...of.map((one) => [one.id, one] as const),
    ...of.flatMap((one) => (one.was ?? []).map(({ id }) => [id, one] as const)),
  ]);
  const likeIn = alike();
  return (id, all) => {
    const facts = all.every(({ column }) => column !== undefined)
      ? all
      : all.filter(({ column }) => column !== undefined);
    const last = facts.at(-1);
    const column = columns.get(last?.column ?? '');
    if (!last || !column) return undefined;
    const like = likeIn(column, last);
    return { like, thing: { ...like, id }, facts, endedOn: column.life.endedOn };
  };
}

/** What an article has of its column and its last event. There are thousands alike: they share it. No value is bound for one. */
function alike(): (column: Thing, last: Fact) => Thing {
  const known = new Map<Thing, Map<Fact['facets'], Map<string | undefined, Thing>>>();
  return (column, { facets, author }) => {
    const byFacets = kept(known, column, () => new Map<Fact['facets'], Map<string | undefined, Thing>>());
    const byAuthor = kept(byFacets, facets, () => new Map<string | undefined, Thing>());
    return kept(byAuthor, author, () => {
      const { was: _, ...rest } = column;
      const units = { ...column.units, ...(author === undefined ? {} : { 'author.unit': [author] }) };
      return { ...rest, id: '', subject: 'article', name: '', facets: { ...column.facets, ...facets }, units };
    });
  };
}

/** With its life from its first publication to the day on which nobody could read it any more; none before. */
function publicOnce({ thing, facts, endedOn }: Article): readonly Thing[] {
  const changes = shown(facts, () => true);
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return [];
  const gone = last.n < 0 ? localDay(last.at) : undefined;
  const end = gone === undefined ? endedOn : firstOf(gone, endedOn ?? gone);
  return [{ ...thing, life: { bornOn: localDay(first.at), ...(end === undefined ? {} : { endedOn: end }) } }];
}
