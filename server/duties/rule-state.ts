/** How one adopted regulation is carried out on a day: the lines of each duty, and the texts that went each of its flows. */
import { sql } from 'kysely';
import { addDays, localDay, startOf } from '../../core/day.ts';
import { type RuleState, statuses } from '../contract/duties.ts';
import type { Database } from '../door/knock.ts';
import { lateWeeks, type Weeks } from './late-weeks.ts';
import { ledgerAt } from './ledger.ts';
import { type States, statesOf, storedStates } from './stored/states.ts';
import { below } from './world.ts';

const recentDays = 30;

/** Undefined: there is no such adoption. */
export async function ruleState(db: Database, adoption: string, at: Date): Promise<RuleState | undefined> {
  const adopted = await db
    .selectFrom('regulations.adoption')
    .select(['unitId', 'versionId'])
    .where('id', '=', adoption)
    .executeTakeFirst();
  if (!adopted) return undefined;
  const { states, world } = (await storedStates(db, adoption, at)) ?? (await judgedStates(db, adoption, at));
  const reach = [...below(adopted.unitId, world.units)];
  const weeks = await lateWeeks(db, adoption, at);
  return {
    at: at.toISOString(),
    duties: dutiesIn(states, adoption, weeks),
    flows: await flowsOf(db, adopted.versionId, reach, at),
  };
}

/** From the events themselves. */
export async function judgedStates(db: Database, adoption: string, at: Date): Promise<States> {
  const { lines, world } = await ledgerAt(db, at, ({ rule }) => rule.adoptionId === adoption);
  return { states: statesOf(lines), world };
}

type DutyState = RuleState['duties'][number];
function dutiesIn(states: States['states'], adoption: string, late: ReadonlyMap<string, Weeks>): RuleState['duties'] {
  const found = new Map<string, DutyState>();
  for (const { duty: id, status, n } of states) {
    const none = Object.fromEntries(statuses.map((one) => [one, 0])) as DutyState['sums'];
    const weeks = late.get(id);
    const key = `${adoption} ${id}`;
    const duty = found.get(id) ?? { id, key, sums: none, ...(weeks && { weeks: [...weeks] }) };
    duty.sums[status] += n;
    found.set(id, duty);
  }
  return [...found.values()];
}

/** Runs of this version for sites of these units, as they stood then. */
async function flowsOf(
  db: Database,
  version: string,
  owners: readonly string[],
  at: Date,
): Promise<RuleState['flows']> {
  const since = new Date(startOf(addDays(localDay(at), 1 - recentDays)));
  const { rows } = await sql<RuleState['flows'][number]>`
    select r.flow as id, count(*) filter (where r.opened_at >= ${since})::int as sent,
           count(*) filter (where r.outcome = 'published' and r.moved_at >= ${since} and r.moved_at <= ${at})::int as published,
           count(*) filter (where r.state <> 'ended' or r.moved_at > ${at})::int as open
      from content.run r join content.placement p on p.id = r.placement_id join sites.site s on s.id = p.site_id
     where r.version_id = ${version} and r.opened_at <= ${at} and s.owner_unit_id = any (${[...owners]}::uuid[])
     group by r.flow order by r.flow limit 500`.execute(db);
  return rows;
}
