import { localDay } from '../../core/day.ts';
import { dayFault, sayDayFault } from '../../core/regulation/adopt-day.ts';
import { mayAdopt } from '../../core/regulation/adopt-right.ts';
import { cite } from '../../core/regulation/cite.ts';
import { readRegulation } from '../../core/regulation/read.ts';
import type { Answer } from '../act.ts';
import { actingOf } from '../acting.ts';
import type { adoption, PlanView } from '../contract/adoption.ts';
import type { In } from '../contract/row.ts';
import { type Ask, actorOf, type Database } from '../door/knock.ts';
import type { Endpoints } from '../http/app.ts';
import { problem } from '../http/problem.ts';
import { inForce } from '../in-force.ts';
import { now } from '../now.ts';
import { library, textOf } from './library.ts';
import { planOf } from './plan.ts';
import { beforeLines, postLine, siteLines } from './plan-words.ts';
import { checked } from './questions.ts';
import { type Adopting, adoptionsOf, organisationOf } from './subject.ts';

type Act = (db: Database, ask: Ask) => Promise<Answer>;
type Wanted = In<typeof adoption.plan>;

export const adoptionRoutes = (act: Act): Endpoints['adoption'] => ({
  library: async ({ db }) => ({ status: 200, body: { items: [...(await library(db))] } }),
  text: async ({ db, input }) => {
    const source = await textOf(db, input.id);
    return source === undefined ? problem(404, 'no_such_text') : { status: 200, body: { source } };
  },
  check: async ({ db, input }) => ({ status: 200, body: await checked(db, input.source, input.unit, now()) }),
  plan: async ({ db, input, session }) => {
    const view = await planView(db, input, session.person, now());
    return view ? { status: 200, body: view } : problem(422, 'not_plannable');
  },
  adopt: async ({ db, input, session, address }) => {
    const { key, seen, ...wanted } = input;
    return act(db, {
      ...{ subject: 'regulation', verb: 'adopt', id: input.unit, version: 0, key },
      actor: actorOf(session, address),
      body: { ...adoptingOf(wanted), seen },
    });
  },
});

/** What the console sends, as the door takes it. Descriptions of columns are no part of adopting here. */
const adoptingOf = ({ source, from, home, unit, roles, leads, values, readings }: Wanted): Adopting => ({
  ...{ source, fromOn: from, descriptions: {}, binding: { unit, roles, leads, values, readings } },
  home: Object.fromEntries(home.map((key, i) => [key, i + 1])),
});

async function planView(db: Database, input: Wanted, person: string, at: Date): Promise<PlanView | undefined> {
  const { regulation } = readRegulation(input.source);
  const organisation = await organisationOf(db, at);
  const unit = organisation.units.find(({ id }) => id === input.unit);
  if (!regulation || !unit) return undefined;
  const plan = await planOf(db, { adopting: adoptingOf(input), regulation, unit, organisation }, at);
  const today = localDay(at);
  const fault = dayFault(input.from, regulation, today);
  const law = (clause: string) => cite(regulation.title, clause);
  return {
    mayAdopt: mayAdopt(await actingOf(db, person, at), await inForce(db, unit.id, at)),
    seen: await adoptionsOf(db, unit.id),
    reasons: [...(fault ? [sayDayFault(fault, input.from, regulation, today)] : []), ...plan.weighed.reasons],
    warnings: [...plan.weighed.warnings],
    replaces: [...beforeLines(plan)],
    columns: plan.sites.flatMap(siteLines),
    posts: plan.posts.map((post) => postLine(post, law)),
    idle: plan.idle.map(({ clause, why, waits }) => `${law(clause)}：${waits ?? why}`),
  };
}
