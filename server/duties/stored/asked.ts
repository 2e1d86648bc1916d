/**
 * The lines of some duties with the events that they rest on: judged from what happened to their things alone, and not from
 * the whole log. Which texts have lines, the stored ones say.
 */
import { sql } from 'kysely';
import { eventsOf } from '../../../core/duty/events.ts';
import { daysOf, gathering, type World } from '../../../core/duty/gather.ts';
import { linesOf, waiting } from '../../../core/duty/lines.ts';
import type { Planned } from '../../../core/duty/plan.ts';
import { isKept } from '../../../core/duty/stored.ts';
import type { Database } from '../../door/knock.ts';
import { factsOfThings } from '../facts.ts';
import { type Ledger, ledgerAt } from '../ledger.ts';
import { holders, things } from '../world.ts';
import { plansOver } from './judge.ts';
import { upToNow } from './page.ts';
import type { Planning } from './planning.ts';

/** `wants`: which duties are asked about; `texts`: over texts too, of this site where one is given. */
export async function linesAsked(
  db: Database,
  at: Date,
  wants: (plan: Planned) => boolean,
  texts?: { readonly site?: string | undefined },
): Promise<Ledger> {
  const stored = await upToNow(db, at);
  if (!stored) return ledgerAt(db, at, wants);
  const { planning, upto } = stored;
  const over = texts ? (await plansOver(db, planning, await textsIn(db, texts.site), upto)).plans : [];
  const waits = planning.others.filter((plan) => waiting(plan).length > 0);
  const plans = [...planning.kept.values(), ...over, ...waits].filter(wants);
  const groundsOf = gathering(await worldOf(db, planning, plans, upto, at), () => plans);
  const lines = plans.flatMap((plan) => linesOf(plan, groundsOf(plan), at.getTime()));
  const isBeside = (plan: Planned) => !isKept(plan) && waiting(plan).length === 0 && wants(plan);
  const asksBeside = planning.others.some(isBeside) || (texts !== undefined && planning.areTextsBeside);
  const beside = asksBeside ? (await ledgerAt(db, at, isBeside)).lines : [];
  const calendarFor: Ledger['calendarFor'] = (line) => planning.calendarOf(daysOf(line));
  return { lines: [...lines, ...beside], world: planning.world, calendarFor };
}

/** Texts that have a line. */
async function textsIn(db: Database, site: string | undefined): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct subject_id as id from duties.line
     where subject = 'article' and (${site ?? null}::uuid is null or place_id = ${site ?? null}::uuid)`.execute(db);
  return rows.map(({ id }) => id);
}

async function worldOf(
  db: Database,
  { world, calendarOf, exemptions }: Planning,
  plans: readonly Planned[],
  upto: number,
  at: Date,
): Promise<World> {
  const kinds = plans.flatMap(({ duty }) => eventsOf(duty));
  const of = plans.map(({ thing }) => thing);
  const facts = await factsOfThings(db, of, [...new Set(kinds)], upto);
  return { things: things(world), facts, filled: await holders(db, at), calendarOf, exemptions };
}
