/**
 * The lines of some duties with the events that they rest on: judged from what happened to their things alone, and not from
 * the whole log. Which texts have lines, the stored ones say; which had some in a span of days, the events that start clocks.
 */
import { sql } from 'kysely';
import { startOf } from '../../../core/day.ts';
import { eventsOf } from '../../../core/duty/events.ts';
import { gathering, type World } from '../../../core/duty/gather.ts';
import { linesWithin } from '../../../core/duty/history.ts';
import { linesOf, waiting } from '../../../core/duty/lines.ts';
import type { Planned } from '../../../core/duty/plan.ts';
import { clocksOver, isKept } from '../../../core/duty/stored.ts';
import type { Span } from '../../../core/period.ts';
import type { Database } from '../../door/knock.ts';
import { factsOfThings } from '../facts.ts';
import { calendarsIn, type Ledger, ledgerAt } from '../ledger.ts';
import { holders, things } from '../world.ts';
import { plansOver } from './judge.ts';
import { upToNow } from './page.ts';
import type { Planning } from './planning.ts';

/** `texts`: duties over texts too, of this site or of these alone where they are given. `span`: also the lines that ran in it. */
type More = {
  readonly texts?: { readonly site?: string | undefined; readonly only?: readonly string[] };
  readonly span?: Span | undefined;
};

/** `wants`: which duties are asked about. */
export async function linesAsked(
  db: Database,
  at: Date,
  wants: (plan: Planned) => boolean,
  { texts, span }: More = {},
): Promise<Ledger> {
  const stored = await upToNow(db, at);
  if (!stored) return ledgerAt(db, at, wants, span);
  const { planning, upto } = stored;
  const ids = texts?.only ?? (texts ? await textsIn(db, planning, texts.site, span) : []);
  const over = (await plansOver(db, planning, ids, upto)).plans;
  const waits = planning.others.filter((plan) => waiting(plan).length > 0);
  const plans = [...planning.kept.values(), ...over, ...waits].filter(wants);
  const groundsOf = gathering(await worldOf(db, planning, plans, upto, at), () => plans);
  const now = at.getTime();
  const lines = plans.flatMap((plan) =>
    span ? linesWithin(plan, groundsOf(plan), span, now) : linesOf(plan, groundsOf(plan), now),
  );
  const isBeside = (plan: Planned) => !isKept(plan) && waiting(plan).length === 0 && wants(plan);
  const asksBeside = planning.others.some(isBeside) || (texts !== undefined && planning.areTextsBeside);
  const beside = asksBeside ? (await ledgerAt(db, at, isBeside, span)).lines : [];
  return { lines: [...lines, ...beside], world: planning.world, calendarFor: calendarsIn(planning) };
}

/** Texts that have a line, and those that a clock was started for in the span or, where there are other duties, whatever happened. */
export async function textsIn(
  db: Database,
  { laws, kinds }: Planning,
  site: string | undefined,
  span: Span | undefined,
): Promise<readonly string[]> {
  const { clocks, others } = clocksOver(laws.flatMap(({ regulation }) => regulation.duties ?? []));
  const of = (column: string) => (site === undefined ? sql`true` : sql`${sql.ref(column)} = ${site}::uuid`);
  const started = sql`
    union select article_id from door.fact where ${of('siteId')} and article_id is not null
      and kind = any (${others ? [...kinds] : clocks.flatMap(({ from }) => from)}::text[])
      and at >= ${new Date(startOf(span?.from ?? '9999-12-31'))}`;
  const { rows } = await sql<{ id: string }>`
    select subject_id as id from duties.line where subject = 'article' and ${of('placeId')} ${span ? started : sql``}`.execute(
    db,
  );
  return [...new Set(rows.map(({ id }) => id))];
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
