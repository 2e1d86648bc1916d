/**
 * All lines of a week or a month, for the board: judged from sums, and texts from their own events, some at a time, so that
 * others are served in between. A large county has a hundred thousand of them.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { startOf } from '../../../core/day.ts';
import { linesWithin } from '../../../core/duty/history.ts';
import type { Line } from '../../../core/duty/lines.ts';
import type { Span } from '../../../core/period.ts';
import type { Database } from '../../door/knock.ts';
import { calendarsIn, type Ledger, ledgerAt } from '../ledger.ts';
import { holders } from '../world.ts';
import { textsIn } from './asked.ts';
import { othersAt } from './cells.ts';
import { upToNow } from './page.ts';
import { partsOf, readPart } from './part.ts';

/** Without the events that they rest on. */
export async function linesOfSpan(db: Database, at: Date, span: Span): Promise<Ledger> {
  const stored = await upToNow(db, at);
  if (!stored) return ledgerAt(db, at, undefined, span);
  const { planning, upto } = stored;
  const [since, filled] = [startOf(span.from), await holders(db, at)];
  const then = { since, now: at.getTime(), upto, filled, looksBack: true, isBare: true };
  const lines: Line[] = [];
  for (const part of partsOf(planning, [], await textsIn(db, planning, undefined, span))) {
    const { plans, grounds } = await readPart(db, planning, part, then);
    for (const plan of plans) lines.push(...linesWithin(plan, grounds(plan), span, then.now));
    await breathe();
  }
  lines.push(...(await othersAt(db, planning, at, undefined, span)));
  return { lines, world: planning.world, calendarFor: calendarsIn(planning) };
}
