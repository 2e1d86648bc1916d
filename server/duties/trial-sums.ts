/**
 * How the lines of a trial stand, added up one by one: a year of a cluster has half a million of them, and of those that
 * were met nobody asks more than how many.
 */
import type { Line } from '../../core/duty/lines.ts';
import { worse } from './view.ts';

export type Counts = {
  readonly lines: number;
  readonly met: number;
  readonly breached: number;
  /** Of the breached: made good later. */
  readonly late: number;
  readonly open: number;
  readonly provisional: number;
};
/** `worst`: those in trouble, worst first, at most five. */
export type Sum = Counts & { readonly worst: readonly Line[] };
/** Of one duty. `bearers`: by unit. */
export type Standing = { readonly all: Sum; readonly waits: boolean; readonly bearers: ReadonlyMap<string, Sum> };

const worstMax = 5;

export function standings() {
  const duties = new Map<string, { all: Sum; waits: boolean; bearers: Map<string, Sum> }>();
  const add = (line: Line): void => {
    const { duty, by, waits } = line;
    const known = duties.get(duty.id) ?? { all: none, waits: true, bearers: new Map<string, Sum>() };
    known.all = plus(known.all, line);
    known.waits &&= waits !== undefined;
    for (const unit of by) known.bearers.set(unit, plus(known.bearers.get(unit) ?? none, line));
    duties.set(duty.id, known);
  };
  return { duties: duties as ReadonlyMap<string, Standing>, add };
}

const none: Sum = { lines: 0, met: 0, breached: 0, late: 0, open: 0, provisional: 0, worst: [] };

function plus(sum: Sum, line: Line): Sum {
  const { status, doneAt } = line.verdict;
  const one = (is: boolean): number => (is ? 1 : 0);
  const isTrouble = status === 'breached' || status === 'warned';
  return {
    lines: sum.lines + 1,
    met: sum.met + one(status === 'met'),
    breached: sum.breached + one(status === 'breached'),
    late: sum.late + one(status === 'breached' && doneAt !== undefined),
    open: sum.open + one(status === 'pending' || status === 'warned'),
    provisional: sum.provisional + one(status === 'provisional'),
    worst: isTrouble ? [...sum.worst, line].toSorted(worse).slice(0, worstMax) : sum.worst,
  };
}
