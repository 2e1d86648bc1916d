/** All lines as they stand at an instant, judged from the log when they are asked for. Only core/duty judges. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Calendar } from '../../core/calendar.ts';
import { endOf, localDay } from '../../core/day.ts';
import type { Grounds } from '../../core/duty/applied.ts';
import { eventsOf } from '../../core/duty/events.ts';
import { daysOf, gathering, plansOf, type World } from '../../core/duty/gather.ts';
import { asEnded, linesWithin } from '../../core/duty/history.ts';
import { type Line, linesOf } from '../../core/duty/lines.ts';
import type { Planned } from '../../core/duty/plan.ts';
import type { Span } from '../../core/period.ts';
import type { Duty } from '../../core/regulation/duty-types.ts';
import { calendarsAt } from '../calendar-of.ts';
import type { Database } from '../door/knock.ts';
import { exemptionsIn } from './exemptions.ts';
import { factsUntil } from './facts-until.ts';
import { later } from './later.ts';
import { holders, type Rows, rows, rules, things } from './world.ts';

/** `calendarFor`: the working days that a line is judged by. */
export type Ledger = {
  readonly lines: readonly Line[];
  readonly world: Rows;
  readonly calendarFor: (line: Pick<Planned, 'by' | 'thing'>) => Calendar;
};

/**
 * `wants`: which of the planned duties are asked about; nothing else is judged. `span`: also the lines that ran in it, each as
 * it stood at its end. A day that is over is asked about in its last millisecond (as-of.ts): what ended with it has ended.
 */
export async function ledgerAt(
  db: Database,
  at: Date,
  wants: (plan: Planned) => boolean = () => true,
  span?: Span,
): Promise<Ledger> {
  const { plans, groundsOf, world, calendarFor } = await judging(db, at);
  const now = at.getTime();
  const endAt = endOf(localDay(at));
  const lines: Line[] = [];
  for (const [i, plan] of plans.filter(wants).entries()) {
    if (i % plansAtOnce === plansAtOnce - 1) await breathe();
    const grounds = groundsOf(plan);
    const judged = span ? linesWithin(plan, grounds, span, now) : linesOf(plan, grounds, now);
    lines.push(...(now === endAt - 1 ? asEnded(plan, grounds, judged, endAt) : judged));
  }
  return { lines, world, calendarFor };
}
/** Some milliseconds' worth: others are served in between. */
const plansAtOnce = 250;

/** All duties with what each is judged by. */
export type Judging = Pick<Ledger, 'world' | 'calendarFor'> & {
  readonly plans: readonly Planned[];
  readonly groundsOf: (plan: Planned) => Grounds;
};

/** Of what is adopted. */
export async function judging(db: Database, at: Date): Promise<Judging> {
  const world = await rows(db);
  const laws = await rules(db, world);
  const duties = laws.flatMap(({ regulation }) => regulation.duties ?? []);
  const known = await knownUntil(db, duties, at, world);
  const plans = plansOf(laws, known);
  return { plans, groundsOf: gathering(known, () => plans), world, calendarFor: calendarsIn(known) };
}

export const calendarsIn =
  ({ calendarOf }: Pick<World, 'calendarOf'>): Ledger['calendarFor'] =>
  (line) =>
    calendarOf(daysOf(line));

/** What duties are judged by up to an instant. `duties`: those that are asked about. `reading`: the rows, or what brings them. */
export async function knownUntil(
  db: Database,
  duties: readonly Duty[],
  at: Date,
  reading: Rows | Promise<Rows>,
): Promise<World> {
  // PostgreSQL begins with the facts while the rest is made.
  const facts = later(factsUntil(db, duties.flatMap(eventsOf), at));
  const world = await reading;
  return {
    things: things(world),
    filled: await holders(db, at),
    calendarOf: await calendarsAt(db, at, world.units),
    exemptions: await exemptionsIn(db),
    facts: await facts,
  };
}
