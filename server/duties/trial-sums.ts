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
  const duties = new Map<string, { all: Growing; waits: boolean; bearers: Map<string, Growing> }>();
  const add = (line: Line): void => {
    const { duty, by, waits } = line;
    const known = duties.get(duty.id) ?? { all: nothing(), waits: true, bearers: new Map<string, Growing>() };
    duties.set(duty.id, known);
    count(known.all, line);
    known.waits &&= waits !== undefined;
    for (const unit of by) {
      const sum = known.bearers.get(unit) ?? nothing();
      known.bearers.set(unit, sum);
      count(sum, line);
    }
  };
  return { duties: duties as ReadonlyMap<string, Standing>, add };
}

type Growing = { -readonly [key in keyof Counts]: number } & { worst: readonly Line[] };
const nothing = (): Growing => ({ lines: 0, met: 0, breached: 0, late: 0, open: 0, provisional: 0, worst: [] });

/** In place: a new object for each of half a million lines would take as long as judging them. */
function count(sum: Growing, line: Line): void {
  const { status, doneAt } = line.verdict;
  sum.lines += 1;
  if (status === 'met') sum.met += 1;
  if (status === 'breached') sum.breached += 1;
  if (status === 'breached' && doneAt !== undefined) sum.late += 1;
  if (status === 'pending' || status === 'warned') sum.open += 1;
  if (status === 'provisional') sum.provisional += 1;
  if (status !== 'breached' && status !== 'warned') return;
  const last = sum.worst[worstMax - 1];
  if (last && worse(last, line) <= 0) return;
  sum.worst = [...sum.worst, line].toSorted(worse).slice(0, worstMax);
}
