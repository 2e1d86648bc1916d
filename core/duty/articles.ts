/** Articles as things that duties are over: they come and go with their events. */
import { type Day, localDay } from '../day.ts';
import type { Fact, Thing } from './facts.ts';
import { factsBy } from './meeting.ts';
import { type Planned, planned, type Rule } from './plan.ts';
import { shown } from './standing.ts';
import { firstOf } from './verdict.ts';

/**
 * Articles are things under the rules over their site: for a clock, each that has an event; for what goes on, each from its
 * first publication until it is public nowhere any more.
 */
export const overArticles = (rule: Rule, facts: readonly Fact[], things: readonly Thing[]): readonly Planned[] =>
  [...inLots(rule, facts, things, Number.POSITIVE_INFINITY)].flat();

/** The same, so many articles at a time: a year of a cluster has hundreds of thousands, and they needn't all be there at once. */
export function* inLots(rule: Rule, facts: readonly Fact[], things: readonly Thing[], most: number) {
  const duties = (rule.regulation.duties ?? []).filter(({ over }) => 'subject' in over && over.subject === 'article');
  if (duties.length === 0) return;
  const [clocks, others] = [true, false].map((is) => duties.filter(({ does }) => (does.pattern === 'within') === is));
  const read = reading(things);
  let lot: Article[] = [];
  const plans = (): readonly Planned[] => [
    ...planned(rule, clocks?.length ? lot.map(({ thing }) => thing) : [], clocks),
    ...planned(rule, others?.length ? lot.flatMap(publicOnce) : [], others),
  ];
  for (const [id, own] of factsBy(facts, 'article')) {
    const article = read(id, own);
    if (article) lot.push(article);
    if (lot.length < most) continue;
    yield plans();
    lot = [];
  }
  yield plans();
}

type Article = { readonly thing: Thing; readonly facts: readonly Fact[]; readonly endedOn: Day | undefined };

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
    return last && column && { thing: { ...likeIn(column, last), id }, facts, endedOn: column.life.endedOn };
  };
}

/** What an article has of its column and its last event. There are thousands alike: they share it. */
function alike(): (column: Thing, last: Fact) => Thing {
  const known = new Map<Thing, Map<Fact['facets'], Map<string | undefined, Thing>>>();
  return (column, { facets, author }) => {
    const byFacets = known.get(column) ?? new Map<Fact['facets'], Map<string | undefined, Thing>>();
    const byAuthor = byFacets.get(facets) ?? new Map<string | undefined, Thing>();
    known.set(column, byFacets.set(facets, byAuthor));
    const found = byAuthor.get(author);
    if (found) return found;
    const { was: _, ...rest } = column;
    const units = { ...column.units, ...(author === undefined ? {} : { 'author.unit': [author] }) };
    const thing: Thing = { ...rest, subject: 'article', name: '', facets: { ...column.facets, ...facets }, units };
    byAuthor.set(author, thing);
    return thing;
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
