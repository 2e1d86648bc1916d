/** All lines as they stand at an instant, judged from the log when they are asked for. Only core/duty judges. */
import type { Fact, Thing } from '../../core/duty/facts.ts';
import { type Filled, type Line, linesOf } from '../../core/duty/lines.ts';
import { type Planned, planned, type Rule } from '../../core/duty/plan.ts';
import type { Pattern } from '../../core/regulation/duty-types.ts';
import type { Settled } from '../../core/regulation/settle.ts';
import type { Regulation } from '../../core/regulation/types.ts';
import { calendarAt } from '../calendar-of.ts';
import type { Database } from '../door/knock.ts';
import { factsUntil } from './facts.ts';
import { holders, type Rows, rows, rules, things } from './world.ts';

export type Ledger = { readonly lines: readonly Line[]; readonly world: Rows };

export async function ledgerAt(db: Database, at: Date): Promise<Ledger> {
  const world = await rows(db);
  const laws = await rules(db, world);
  const loaded = await load(
    db,
    laws.map(({ regulation }) => regulation),
    at,
    world,
  );
  const calendar = await calendarAt(db, at);
  const lines = plansOf(laws, loaded).flatMap((plan) =>
    linesOf(plan, loaded.meeting(plan.thing), loaded.filled, calendar, at.getTime()),
  );
  return { lines, world };
}

/** What duties are judged by: the world, and what happened in it up to an instant. */
export type Loaded = {
  readonly world: Rows;
  readonly known: readonly Thing[];
  readonly facts: readonly Fact[];
  readonly filled: Filled;
  /** The facts that may meet lines about a thing. */
  readonly meeting: (thing: Thing) => readonly Fact[];
};

/** `texts`: regulations whose duties are asked about. */
export async function load(db: Database, texts: readonly Regulation[], at: Date, given?: Rows): Promise<Loaded> {
  const world = given ?? (await rows(db));
  const kinds = texts.flatMap(({ duties }) => (duties ?? []).flatMap(({ does }) => eventsOf(does)));
  const facts = await factsUntil(db, kinds, at);
  return { world, known: things(world), facts, filled: await holders(db, at), meeting: index(facts) };
}

export const plansOf = (laws: readonly Rule[], { known, facts }: Loaded): readonly Planned[] =>
  laws.flatMap((rule) => [...planned(rule, known), ...overArticles(rule, facts, known)]);

const eventsOf = (does: Pattern | Settled<Pattern>): readonly string[] => {
  if (does.pattern === 'within')
    return [...does.from, ...does.to, ...does.restarts, ...does.pauses.flatMap(({ from, to }) => [from, to])];
  return 'events' in does ? does.events : [];
};

/** Articles are things when a clock started for them: each that has an event, under the rules over its site. */
function overArticles(rule: Rule, facts: readonly Fact[], known: readonly Thing[]): readonly Planned[] {
  const duties = (rule.regulation.duties ?? []).filter(({ over }) => 'subject' in over && over.subject === 'article');
  if (duties.length === 0) return [];
  const columns = new Map(known.filter(({ subject }) => subject === 'column').map((one) => [one.id, one]));
  const last = new Map<string, Fact>();
  for (const fact of facts) if (fact.article !== undefined && fact.column !== undefined) last.set(fact.article, fact);
  const articles = [...last].flatMap(([id, fact]): Thing[] => {
    const column = columns.get(fact.column ?? '');
    if (!column) return [];
    const units = { ...column.units, ...(fact.author === undefined ? {} : { 'author.unit': [fact.author] }) };
    return [{ ...column, subject: 'article', id, name: '', facets: { ...column.facets, ...fact.facets }, units }];
  });
  return planned({ ...rule, regulation: { ...rule.regulation, duties } }, articles);
}

/** Facts by what they may meet, so that a line looks at its own and not at the whole log. */
function index(facts: readonly Fact[]): (thing: Thing) => readonly Fact[] {
  const by = new Map<string, Fact[]>();
  const put = (key: string, fact: Fact) => {
    const list = by.get(key);
    if (list) list.push(fact);
    else by.set(key, [fact]);
  };
  for (const fact of facts) {
    const units = new Set([fact.author, fact.actor, ...(fact.leads ?? [])].filter((one) => one !== undefined));
    for (const unit of units) put(`unit ${unit}`, fact);
    if (fact.column !== undefined) put(`column ${fact.column}`, fact);
    if (fact.site !== undefined) put(`site ${fact.site}`, fact);
    if (fact.article !== undefined) put(`article ${fact.article}`, fact);
  }
  return ({ subject, id }) => (subject === 'portal' ? facts : (by.get(`${subject} ${id}`) ?? []));
}
