/** Exemptions at the door: given for days to come with a reason, and taken back. Language page, section 6; decision 0535. */
import { sql } from 'kysely';
import { addDays, type Day, localDay } from '../../core/day.ts';
import { exemptFault } from '../../core/duty/exempt.ts';
import type { Line } from '../../core/duty/lines.ts';
import { ownersOf } from '../../core/duty/owners.ts';
import type { Planned } from '../../core/duty/plan.ts';
import { type Outcome, type Refusal, refuse } from '../../core/outcome.ts';
import { aboveIn, acting } from '../acting.ts';
import { type Change, type EventDraft, type Knock, recorded, type Subject } from '../door/knock.ts';
import { inChargeOf } from '../in-charge.ts';
import { linesOfOne, planOver, type Register, registerOf } from './one.ts';

/** `until`: the last day. ask.id is the adoption whose duty it is. */
export type Giving = {
  readonly duty: string;
  readonly thing: string;
  readonly from: Day;
  readonly until: Day;
  readonly words: string;
};
/** ask.id is the exemption. */
export type TakingBack = { readonly words: string };

/** `unit`: whose regulation it is. */
type Locked = { readonly unit: string; readonly toOn?: string; readonly isBack?: boolean };
type Decided = Promise<Outcome<{ change: Change; gathered: undefined }>>;

/** Two that exempt from one unit's duties wait for each other. */
async function lock({ tx, ask }: Knock): Promise<Locked | undefined> {
  const { rows } = await (ask.verb === 'give'
    ? sql<Locked>`select u.id as unit from regulations.adoption a join people.unit u on u.id = a.unit_id
                   where a.id = ${ask.id} for no key update of u`
    : sql<Locked>`select unit_id as unit, to_on, back_at is not null as is_back from duties.exemption
                   where id = ${ask.id} for update`
  ).execute(tx);
  return rows[0];
}

const decide = async (knock: Knock, locked: Locked): Decided =>
  (await refusedTo(knock, locked.unit)) ?? (knock.ask.verb === 'give' ? give(knock, locked) : takeBack(knock, locked));

async function refusedTo({ tx, ask, at }: Knock, unit: string): Promise<Refusal | undefined> {
  const may = await inChargeOf(tx, ask.actor.person, at);
  return (await may(unit)) ? undefined : refuse('not_exempter');
}

async function give(knock: Knock, { unit }: Locked): Decided {
  const { tx, ask, at, eventId } = knock;
  const { duty, thing, from, until, words } = ask.body as unknown as Giving;
  const fault = exemptFault({ from, until }, localDay(at));
  if (fault) return refuse(fault);
  const register = await registerOf(tx);
  const rule = register.laws.find(({ adoptionId }) => adoptionId === ask.id);
  const plan = rule && (await planOver(tx, register, rule, duty, thing));
  const lines = plan ? await linesOfOne(tx, plan, at) : [];
  if (!plan || lines.length === 0) return refuse('no_such_line');
  const refused = await refusedOver(knock, plan, lines, register);
  if (refused) return refused;
  const { slug } = plan.rule.regulation;
  const row = { id: eventId, unitId: unit, slug, duty, thingId: thing, fromOn: from, toOn: addDays(until, 1) };
  await tx
    .insertInto('duties.exemption')
    .values({ ...row, givenBy: ask.actor.person, givenAt: at, backBy: null, backAt: null })
    .execute();
  const about = { duty, thing: plan.thing.subject, thing_id: thing, from, until };
  return done('exemption.given', { unit, words, clause: plan.clause, after: about, versionId: plan.rule.versionId });
}

async function refusedOver(
  { tx, ask, at }: Knock,
  plan: Planned,
  lines: readonly Line[],
  { world }: Register,
): Promise<Refusal | undefined> {
  const owners = ownersOf(plan, await acting(tx, at), aboveIn(world.units));
  if (owners.includes(ask.actor.person)) return refuse('own_duty', plan.clause);
  if (lines.every(({ verdict }) => verdict.status === 'breached')) return refuse('exempt_over', plan.clause);
  const { from, until } = ask.body as unknown as Giving;
  const { rows } = await sql`
    select from duties.exemption
     where unit_id = ${plan.rule.binding.unit} and slug = ${plan.rule.regulation.slug} and duty = ${plan.duty.id}
       and thing_id = ${plan.thing.id} and back_at is null and from_on <= ${until}::date and to_on > ${from}::date`.execute(
    tx,
  );
  return rows.length > 0 ? refuse('exempt_twice') : undefined;
}

async function takeBack(knock: Knock, { unit, toOn = '', isBack }: Locked): Decided {
  const { tx, ask, at } = knock;
  if (isBack || toOn <= localDay(at)) return refuse('exemption_over');
  const { words } = ask.body as unknown as TakingBack;
  await tx
    .updateTable('duties.exemption')
    .set({ backBy: ask.actor.person, backAt: at })
    .where('id', '=', ask.id)
    .execute();
  return done('exemption.taken_back', { unit, words, after: { exemption: ask.id } });
}

type What = Pick<EventDraft, 'after' | 'versionId' | 'clause'> & { readonly unit: string; readonly words: string };

const done = (kind: string, { unit, ...what }: What) =>
  recorded({ kind, subjectKind: 'unit', subjectId: unit, unitId: unit, before: {}, ...what });

export const exemption: Subject<Locked> = {
  lock,
  version: () => 0,
  decide,
  moved: async ({ ask: { id, verb }, eventId }) => ({ id: verb === 'give' ? eventId : id }),
  view: async () => undefined,
};
