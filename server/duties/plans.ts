/** From rules and things to planned duties, those over articles too. */
import type { Fact, Thing } from '../../core/duty/facts.ts';
import { type Planned, planned, type Rule } from '../../core/duty/plan.ts';
import type { Pattern } from '../../core/regulation/duty-types.ts';
import type { Regulation } from '../../core/regulation/types.ts';

/** Every event that a duty of these texts asks about. */
export const kindsIn = (laws: readonly { readonly regulation: Regulation }[]): readonly string[] => [
  ...new Set(laws.flatMap(({ regulation }) => (regulation.duties ?? []).flatMap(({ does }) => eventsOf(does)))),
];

/** Every event that begins, moves or ends something, or counts. */
export function eventsOf(does: Pattern): readonly string[] {
  if (does.pattern !== 'within') return 'events' in does ? does.events : [];
  const pauses = does.pauses.flatMap(({ from, to }) => [from, to]);
  const once = does.onceThere === undefined ? [] : [does.onceThere];
  const longer = does.extension ? [does.extension.event] : [];
  return [...does.from, ...does.to, ...does.restarts, ...pauses, ...once, ...longer];
}

/** `facts`: of the kinds that the rules ask about. */
export const plansOf = (
  laws: readonly Rule[],
  { known, facts }: { readonly known: readonly Thing[]; readonly facts: readonly Fact[] },
): readonly Planned[] => laws.flatMap((rule) => [...planned(rule, known), ...overArticles(rule, facts, known)]);

/** Articles are things when a clock started for them: each that has an event, under the rules over its site. */
export function overArticles(rule: Rule, facts: readonly Fact[], known: readonly Thing[]): readonly Planned[] {
  const duties = (rule.regulation.duties ?? []).filter(({ over }) => 'subject' in over && over.subject === 'article');
  if (duties.length === 0 || facts.length === 0) return [];
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
