import type { Calendar } from '../../core/calendar.ts';
import { localDay } from '../../core/day.ts';
import type { Line } from '../../core/duty/lines.ts';
import { nearOf } from '../../core/duty/near.ts';
import { ownersOf } from '../../core/duty/owners.ts';
import type { Planned } from '../../core/duty/plan.ts';
import { periodAt, type Span } from '../../core/period.ts';
import type { Acting } from '../../core/takers.ts';
import { acting, actingOf, unitsAbove } from '../acting.ts';
import { asOf } from '../as-of.ts';
import type { BoardView, LedgerLine, SpanName } from '../contract/duties.ts';
import type { Database } from '../door/knock.ts';
import type { Endpoints } from '../http/app.ts';
import { problem } from '../http/problem.ts';
import { now } from '../now.ts';
import { writing } from '../writing.ts';
import { boardOf, cellsOf } from './board.ts';
import { eventView } from './event.ts';
import type { Ledger } from './ledger.ts';
import { mayOf } from './may.ts';
import { ruleState } from './rule-state.ts';
import { linesAsked } from './stored/asked.ts';
import { boardAt } from './stored/page.ts';
import { linesOfSpan } from './stored/span.ts';
import { urgedOf } from './urged.ts';
import { dutyKey, lineViews, worse } from './view.ts';
import { below, type Rows } from './world.ts';

const linesMax = 200;

export const dutiesRoutes: Endpoints['duties'] = {
  board: async ({ db, input, session }) => {
    const at = now();
    const span = spanOf(input.span, at);
    const cells = span ? cellsOf(await linesOfSpan(db, at, span), input) : await boardAt(db, at, input);
    const { rules, sums } = boardOf(cells, at.getTime(), span !== undefined);
    const held = await actingOf(db, session.person, at);
    return { status: 200, body: { at: at.toISOString(), rules: ownFirst(rules, held, cells.world.units), sums } };
  },
  rule: async ({ db, input }) => {
    const state = await ruleState(db, input.adoption, asOf(input.on, now()));
    return state ? { status: 200, body: state } : problem(404, 'no_such_rule');
  },
  lines: async ({ db, input, session }) => {
    const at = asOf(input.on, now());
    const wants = (plan: Planned): boolean =>
      (input.site === undefined || plan.thing.site === input.site) &&
      (input.column === undefined || plan.thing.id === input.column) &&
      (input.duty === undefined || dutyKey(plan) === input.duty) &&
      (input.unit === undefined || isOf(input.unit, plan)) &&
      (input.post === undefined || (plan.post?.includes(input.post) ?? false));
    const span = spanOf(input.span, at);
    const ledger = await linesAsked(db, at, wants, { texts: { site: input.site }, span });
    const of = ledger.lines.filter(
      ({ by, thing, verdict }) =>
        (input.status === undefined || verdict.status === input.status) &&
        (input.unit === undefined || by.includes(input.unit) || thing.id === input.unit),
    );
    const shown = of.toSorted(worse).slice(0, linesMax);
    const items = await lineViews(db, shown, ledger, at);
    // As of another day nothing can be done any more.
    const may = input.on === undefined ? await mayOf(db, shown, items, ledger.world, session.person, at) : [];
    const urged = input.on === undefined ? await urgedOf(db, shown, ledger, session.person, at) : [];
    const body = { at: at.toISOString(), items: items.map((one, i) => ({ ...one, ...may[i], ...urged[i] })) };
    return { status: 200, body: { ...body, more: of.length - items.length } };
  },
  event: async ({ db, input }) => {
    const view = await eventView(db, input.seq, now());
    return view ? { status: 200, body: view } : problem(404, 'no_such_event');
  },
  mine: async ({ db, session }) => {
    const at = now();
    const [held, everybody] = [await actingOf(db, session.person, at), await acting(db, at)];
    const above = await unitsAbove(db);
    // A text with its limit stands under 要办的事 already: nothing is listed twice.
    const bears = (plan: Planned): boolean =>
      plan.thing.subject !== 'article' && ownersOf(plan, everybody, above).includes(session.person);
    const ledger = await linesAsked(db, at, bears);
    const mine = ledger.lines.filter((line) => isNear(line, ledger.calendarFor(line), at));
    const items = await views(db, mine, ledger, at, await writing(db, held, at));
    return { status: 200, body: { at: at.toISOString(), items } };
  },
};

/** What was adopted by a unit that the reader works in, or by one above it, stands before what others adopted. */
function ownFirst(rules: BoardView['rules'], held: readonly Acting[], units: Rows['units']): BoardView['rules'] {
  const isOwn = ({ unit }: BoardView['rules'][number]): boolean => {
    const reach = below(unit.id, units);
    return held.some((one) => reach.has(one.unit));
  };
  const [own, others] = [rules.filter(isOwn), rules.filter((rule) => !isOwn(rule))];
  return [...own, ...others];
}

/** It bears a line of it, now or while it led the column; or it is what the line is about. */
const isOf = (unit: string, { by, thing }: Planned): boolean =>
  by.includes(unit) || thing.id === unit || (thing.led ?? []).some(({ units }) => units.includes(unit));

/** The week or the month of an instant. */
function spanOf(name: SpanName | undefined, at: Date): Span | undefined {
  return name === undefined || name === 'today' ? undefined : periodAt(name, localDay(at));
}

/** What somebody has to do something about now, what he is let off, and the quotas of the periods that run. */
function isNear(line: Line, calendar: Calendar, at: Date): boolean {
  const isQuota = line.duty.does.pattern === 'rate' && ['pending', 'met'].includes(line.verdict.status);
  return isQuota || line.verdict.status === 'exempt' || nearOf(line, calendar, at.getTime()) !== undefined;
}

/** Worst first, at most 200. */
const views = (
  db: Database,
  lines: readonly Line[],
  ledger: Ledger,
  at: Date,
  writers?: readonly Acting[],
): Promise<LedgerLine[]> => lineViews(db, lines.toSorted(worse).slice(0, linesMax), ledger, at, writers);
