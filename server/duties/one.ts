/** One duty over one thing, with its lines, without reading what happened elsewhere. */
import { type Grounds, groundsIn } from '../../core/duty/applied.ts';
import { overArticles } from '../../core/duty/articles.ts';
import { eventsOf } from '../../core/duty/events.ts';
import { exemptionsBy } from '../../core/duty/exempt.ts';
import type { Thing } from '../../core/duty/facts.ts';
import { daysOf } from '../../core/duty/gather.ts';
import { type Line, linesOf } from '../../core/duty/lines.ts';
import { type Planned, planned, type Rule } from '../../core/duty/plan.ts';
import { calendarAt } from '../calendar-of.ts';
import type { Database } from '../door/knock.ts';
import { exemptionsIn } from './exemptions.ts';
import { factsOf, factsOfArticles } from './facts.ts';
import { holders, type Rows, rows, rules, things } from './world.ts';

const newest = Number.MAX_SAFE_INTEGER;

/** The duties of all adoptions, to be asked for one by one. */
export type Register = { readonly world: Rows; readonly laws: readonly Rule[]; readonly known: readonly Thing[] };

export async function registerOf(db: Database): Promise<Register> {
  const world = await rows(db);
  return { world, laws: await rules(db, world), known: things(world) };
}

/** Undefined: the rule has no such duty, or it isn't over this thing. */
export async function planOver(
  db: Database,
  { known }: Register,
  rule: Rule,
  duty: string,
  thing: string,
): Promise<Planned | undefined> {
  const duties = (rule.regulation.duties ?? []).filter(({ id }) => id === duty);
  const only = { ...rule, regulation: { ...rule.regulation, duties } };
  const there = planned(
    only,
    known.filter(({ id }) => id === thing),
  );
  const all = there.length > 0 ? there : overArticles(only, await factsOfArticles(db, [thing], newest), known);
  return all.map((one) => ({ ...one, rule }))[0];
}

/** Its lines as they stand. What counts other lines, or takes a share of other things, has nothing to count here. */
export async function linesOfOne(db: Database, plan: Planned, at: Date): Promise<readonly Line[]> {
  const { thing, duty } = plan;
  const facts = await factsOf(db, thing, eventsOf(duty), newest);
  const grounds: Grounds = {
    ...groundsIn(facts, await holders(db, at), await calendarAt(db, at, daysOf(plan))),
    exemptions: exemptionsBy(await exemptionsIn(db))(plan),
  };
  return linesOf(plan, grounds, at.getTime());
}
