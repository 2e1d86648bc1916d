/** All lines as they stand at an instant, judged from the log when they are asked for. Only core/duty judges. */
import type { Calendar } from '../../core/calendar.ts';
import { type Grounds, groundsIn } from '../../core/duty/applied.ts';
import type { Fact, Thing } from '../../core/duty/facts.ts';
import { type Line, linesOf } from '../../core/duty/lines.ts';
import { type Planned, planned, type Rule } from '../../core/duty/plan.ts';
import type { Pattern } from '../../core/regulation/duty-types.ts';
import type { Regulation } from '../../core/regulation/types.ts';
import { calendarAt } from '../calendar-of.ts';
import type { Database } from '../door/knock.ts';
import { factsUntil } from './facts.ts';
import { holders, type Rows, rows, rules, things } from './world.ts';

export type Ledger = { readonly lines: readonly Line[]; readonly world: Rows; readonly calendar: Calendar };

/** `wants`: which of the planned duties are asked about; nothing else is judged. */
export async function ledgerAt(
  db: Database,
  at: Date,
  wants: (plan: Planned) => boolean = () => true,
): Promise<Ledger> {
  const world = await rows(db);
  const laws = await rules(db, world);
  const loaded = await load(db, laws, at, world);
  const plans = plansOf(laws, loaded).filter(wants);
  const lines = plans.flatMap((plan) => linesOf(plan, loaded.groundsFor(plan.thing), at.getTime()));
  return { lines, world, calendar: loaded.calendar };
}

/** What duties are judged by: the world, and what happened in it up to an instant. */
export type Loaded = {
  readonly world: Rows;
  readonly known: readonly Thing[];
  readonly facts: readonly Fact[];
  readonly calendar: Calendar;
  readonly groundsFor: (thing: Thing) => Grounds;
};

/** `laws`: those whose duties are asked about. */
export async function load(
  db: Database,
  laws: readonly { readonly regulation: Regulation }[],
  at: Date,
  given?: Rows,
): Promise<Loaded> {
  const world = given ?? (await rows(db));
  const kinds = laws.flatMap(({ regulation }) => (regulation.duties ?? []).flatMap(({ does }) => eventsOf(does)));
  const facts = await factsUntil(db, kinds, at);
  const [filled, calendar] = [await holders(db, at), await calendarAt(db, at)];
  const meeting = index(facts);
  const groundsFor = (thing: Thing): Grounds => groundsIn(meeting(thing), filled, calendar);
  return { world, known: things(world), facts, calendar, groundsFor };
}

export const plansOf = (laws: readonly Rule[], { known, facts }: Loaded): readonly Planned[] =>
  laws.flatMap((rule) => [...planned(rule, known), ...overArticles(rule, facts, known)]);

/** Every event that begins, moves or ends something, or counts. */
function eventsOf(does: Pattern): readonly string[] {
  if (does.pattern !== 'within') return 'events' in does ? does.events : [];
  const pauses = does.pauses.flatMap(({ from, to }) => [from, to]);
  const once = does.onceThere === undefined ? [] : [does.onceThere];
  const longer = does.extension ? [does.extension.event] : [];
  return [...does.from, ...does.to, ...does.restarts, ...pauses, ...once, ...longer];
}

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
