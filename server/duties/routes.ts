import type { Calendar } from '../../core/calendar.ts';
import { nthWorkday } from '../../core/calendar.ts';
import { addDays, localDay } from '../../core/day.ts';
import type { Line } from '../../core/duty/lines.ts';
import { actingOf } from '../acting.ts';
import { calendarAt } from '../calendar-of.ts';
import type { LedgerLine } from '../contract/duties.ts';
import type { Database } from '../door/knock.ts';
import type { Endpoints } from '../http/app.ts';
import { now } from '../now.ts';
import { boardOf } from './board.ts';
import { type Ledger, ledgerAt } from './ledger.ts';
import { dutyKey, evidenceOf, lineView, namesIn, worse } from './view.ts';

const linesMax = 200;

export const dutiesRoutes: Endpoints['duties'] = {
  board: async ({ db }) => {
    const at = now();
    const [ledger, calendar] = [await ledgerAt(db, at), await calendarAt(db, at)];
    return { status: 200, body: { at: at.toISOString(), ...boardOf(ledger, calendar, at.getTime()) } };
  },
  lines: async ({ db, input }) => {
    const at = now();
    const ledger = await ledgerAt(db, at);
    const of = ledger.lines.filter(
      (line) =>
        (input.site === undefined || line.thing.site === input.site) &&
        (input.duty === undefined || dutyKey(line) === input.duty) &&
        (input.unit === undefined || line.by.includes(input.unit) || line.thing.id === input.unit) &&
        (input.status === undefined || line.verdict.status === input.status),
    );
    const shown = of.toSorted(worse).slice(0, linesMax);
    const items = await views(db, shown, ledger, await calendarAt(db, at), at);
    return { status: 200, body: { at: at.toISOString(), items, more: of.length - shown.length } };
  },
  mine: async ({ db, session }) => {
    const at = now();
    const ledger = await ledgerAt(db, at);
    const calendar = await calendarAt(db, at);
    const held = await actingOf(db, session.person, at);
    const bears = ({ by, post }: Line) =>
      held.some((one) => by.includes(one.unit) && (post === undefined || post.includes(one.post)));
    // A text with its limit stands under 要办的事 already: nothing is listed twice.
    const own = ledger.lines.filter((line) => line.thing.subject !== 'article' && bears(line));
    const mine = own.filter((line) => isNear(line, calendar, at));
    const items = await views(db, mine.toSorted(worse).slice(0, linesMax), ledger, calendar, at);
    return { status: 200, body: { at: at.toISOString(), items } };
  },
};

/** Late and not made good, warned of, or over within three working days; and the quotas of a period that runs. */
function isNear({ verdict, duty }: Line, calendar: Calendar, at: Date): boolean {
  const { status, overAt, doneAt } = verdict;
  if (status === 'breached') return doneAt === undefined;
  if (status === 'warned') return true;
  if (duty.does.pattern === 'rate' && ['pending', 'met'].includes(status)) return true;
  const soon = addDays(nthWorkday(localDay(at), 3, calendar).on, 1);
  return status === 'pending' && overAt !== undefined && localDay(overAt - 1) < soon;
}

async function views(
  db: Database,
  lines: readonly Line[],
  { world }: Ledger,
  calendar: Calendar,
  at: Date,
): Promise<LedgerLine[]> {
  const [names, evidence] = [namesIn(world), await evidenceOf(db, lines)];
  return lines.map((line) => lineView(line, names, evidence(line), calendar, at.getTime()));
}
