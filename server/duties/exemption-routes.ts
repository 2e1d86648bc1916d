import { localDay } from '../../core/day.ts';
import type { Planned } from '../../core/duty/plan.ts';
import { subjects } from '../../core/vocabulary/subjects.ts';
import type { Answer } from '../act.ts';
import type { ExemptionLine } from '../contract/exemptions.ts';
import { type Actor, type Ask, actorOf, type Database } from '../door/knock.ts';
import type { Endpoints } from '../http/app.ts';
import { inChargeOf } from '../in-charge.ts';
import { now } from '../now.ts';
import { type Given, givenOn } from './exemptions.ts';
import { planOver, type Register, registerOf } from './one.ts';
import { adoptionIn, dutyIn, dutyView, exemptionView, namesIn } from './view.ts';

type Act = (db: Database, ask: Ask) => Promise<Answer>;
const listMax = 500;

export const exemptionRoutes = (act: Act): Endpoints['exemptions'] => ({
  list: async ({ db, session }) => {
    const at = now();
    return { status: 200, body: { at: at.toISOString(), items: await standing(db, session.person, at) } };
  },
  give: async ({ db, input, session, address }) => {
    const { key, duty, ...rest } = input;
    return act(db, ask('give', adoptionIn(duty), key, { ...rest, duty: dutyIn(duty) }, session, address));
  },
  takeBack: async ({ db, input: { id, key, words }, session, address }) =>
    act(db, ask('take_back', id, key, { words }, session, address)),
});

const ask = (
  verb: string,
  id: string,
  key: string,
  body: Ask['body'],
  session: Pick<Actor, 'person' | 'onBehalfOf'>,
  address: string,
): Ask => ({
  ...{ subject: 'exemption', verb, id, version: 0, key, body },
  actor: actorOf(session, address),
});

async function standing(db: Database, person: string, at: Date): Promise<ExemptionLine[]> {
  const [given, register, may] = [
    await givenOn(db, localDay(at), listMax),
    await registerOf(db),
    await inChargeOf(db, person, at),
  ];
  const lines: ExemptionLine[] = [];
  for (const one of given) {
    const plan = await planNow(db, register, one, localDay(at));
    if (plan) lines.push({ ...lineOf(one, plan, register), ...((await may(one.unitId)) ? { may: 'take_back' } : {}) });
  }
  return lines;
}

/** Under the version of the regulation that is in force; undefined where that has no such duty any more. */
async function planNow(db: Database, register: Register, one: Given, today: string): Promise<Planned | undefined> {
  const rule = register.laws.findLast(
    ({ binding, regulation, from, until = '9' }) =>
      binding.unit === one.unitId && regulation.slug === one.slug && from <= today && today < until,
  );
  return rule && planOver(db, register, rule, one.duty, one.thingId);
}

function lineOf(given: Given, plan: Planned, { world }: Register): ExemptionLine {
  const names = namesIn(world);
  const { thing } = plan;
  return {
    ...exemptionView(given),
    duty: dutyView(plan),
    subject: subjects[thing.subject].name,
    thing: {
      id: thing.id,
      name: thing.subject === 'article' ? '稿件' : thing.name,
      ...(thing.site !== undefined && thing.subject !== 'site' ? { site: names.site(thing.site) } : {}),
    },
    bearers: plan.by.map(names.unit),
  };
}
