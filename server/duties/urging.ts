/** Urging at the door (催办): whoever sees to it that a duty is done has those told who bear it. Decision 0525. */
import { sql } from 'kysely';
import { addDays, localDay, startOf } from '../../core/day.ts';
import { daysOf } from '../../core/duty/gather.ts';
import type { Line } from '../../core/duty/lines.ts';
import { ownersOf } from '../../core/duty/owners.ts';
import type { Planned } from '../../core/duty/plan.ts';
import { sayMeasure, sayStatus } from '../../core/duty/say.ts';
import { isKept } from '../../core/duty/stored.ts';
import { urgeFault } from '../../core/duty/urge.ts';
import { type Outcome, refuse } from '../../core/outcome.ts';
import { aboveIn, acting, actingOf } from '../acting.ts';
import { calendarAt } from '../calendar-of.ts';
import { type Change, type Database, type Knock, recorded, type Subject } from '../door/knock.ts';
import type { Owing } from '../owing.ts';
import { ledgerAt } from './ledger.ts';
import { linesOfOne, planOver, type Register, registerOf } from './one.ts';
import { actOn } from './verb.ts';
import { dutyKey, dutyView, lineName, worse } from './view.ts';

/** ask.id is the adoption whose duty it is. */
export type Urging = { readonly duty: string; readonly thing: string };
type Locked = { readonly unit: string };

/** Two that urge under one adoption wait for each other: nobody is urged twice. */
async function lock({ tx, ask }: Knock): Promise<Locked | undefined> {
  const { rows } = await sql<Locked>`
    select unit_id as unit from regulations.adoption where id = ${ask.id} for no key update`.execute(tx);
  return rows[0];
}

async function decide(knock: Knock, { unit }: Locked): Promise<Outcome<{ change: Change; gathered: undefined }>> {
  const { tx, ask, at } = knock;
  const { duty, thing } = ask.body as unknown as Urging;
  const register = await registerOf(tx);
  const rule = register.laws.find(({ adoptionId }) => adoptionId === ask.id);
  const plan = rule && (await planOver(tx, register, rule, duty, thing));
  const [line] = plan ? (await standing(tx, plan, at)).toSorted(worse) : [];
  if (!plan || !line) return refuse('no_such_line');
  const held = await actingOf(tx, ask.actor.person, at);
  const last = await lastUrged(tx, plan);
  const calendar = await calendarAt(tx, at, daysOf(plan));
  const fault = urgeFault(line, held, last, calendar, at.getTime());
  if (fault) return fault;
  const persons = (await bearersOf(tx, line, register, at)).filter((person) => person !== ask.actor.person);
  if (persons.length === 0) return refuse('nobody_to_urge', plan.clause);
  const says = [sayMeasure(line, at.getTime()), sayStatus(line, calendar, at.getTime())].join('，');
  await keep(knock, line, persons, says);
  const event = {
    ...{ kind: 'duty.urged', subjectKind: 'unit' as const, subjectId: unit, unitId: unit, clause: plan.clause },
    ...{ before: {}, after: { duty, thing: plan.thing.subject, thing_id: thing, persons } },
    versionId: plan.rule.versionId,
  };
  return recorded(event);
}

/** What rests on other lines is judged with them; all else by itself. */
async function standing(db: Database, plan: Planned, at: Date): Promise<readonly Line[]> {
  if (isKept(plan)) return linesOfOne(db, plan, at);
  const isIt = (one: Planned) => dutyKey(one) === dutyKey(plan) && one.thing.id === plan.thing.id;
  return (await ledgerAt(db, at, isIt)).lines;
}

async function bearersOf(db: Database, line: Line, { world }: Register, at: Date): Promise<readonly string[]> {
  return ownersOf(line, await acting(db, at), aboveIn(world.units));
}

async function lastUrged(db: Database, plan: Planned): Promise<number | undefined> {
  const { at } = await db
    .selectFrom('duties.urge')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('adoptionId', '=', plan.rule.adoptionId)
    .where('duty', '=', plan.duty.id)
    .where('thingId', '=', plan.thing.id)
    .executeTakeFirstOrThrow();
  return at?.getTime();
}

async function keep({ tx, ask, at, eventId }: Knock, line: Line, persons: readonly string[], says: string) {
  const { clause, cite } = dutyView(line).law;
  const { name: verb, link } = actOn(line, dutyKey(line), []);
  await tx
    .insertInto('duties.urge')
    .values({
      ...{ id: eventId, adoptionId: line.rule.adoptionId, duty: line.duty.id, thingId: line.thing.id },
      ...{ byId: ask.actor.person, at, personIds: [...persons], title: `${line.thing.name} · ${lineName(line)}` },
      ...{ says, clause: clause ?? line.clause, cite, verb, link },
    })
    .execute();
}

export const urge: Subject<Locked> = {
  lock,
  version: () => 0,
  decide,
  moved: async ({ eventId }) => ({ id: eventId }),
  view: async () => undefined,
};

/** Who was urged is told at once, and once. What is older than a week was told, or nobody needs it any more. */
export async function urgedAlarms(db: Database, at: Date): Promise<readonly Owing[]> {
  type Row = Omit<Owing, 'key' | 'stage' | 'outside' | 'law'> & {
    readonly id: string;
    readonly by: string;
    readonly clause: string;
    readonly cite: string;
  };
  const { rows } = await sql<Row>`
    select u.id, u.person_ids as persons, u.title, u.says, u.clause, u.cite, u.verb, u.link, p.name as by
      from duties.urge u join people.person p on p.id = u.by_id
     where u.at > ${new Date(startOf(addDays(localDay(at), -7)))} and u.at <= ${at} order by u.at`.execute(db);
  return rows.map(({ id, by, clause, cite, says, title, ...row }) => ({
    ...{ key: `urge ${id}`, stage: 'urged', title, outside: title, says: `${by}催办：${says}`, law: { clause, cite } },
    ...row,
  }));
}
