/** Who may urge the bearers of a line (催办), and when. ZJ-4(五), CX-5, JY-17: whoever is given 督促检查 of that site. */
import { type Calendar, workdaysAfter } from '../calendar.ts';
import { localDay } from '../day.ts';
import { evaluate } from '../facets.ts';
import { type Refusal, refuse } from '../outcome.ts';
import type { Acting } from '../takers.ts';
import type { Line } from './lines.ts';
import type { Planned } from './plan.ts';

/** The units that see to it that this duty is done, and the article that says so. */
export function supervisorsOf({ rule, thing }: Planned): { units: readonly string[]; clause: string } | undefined {
  const { regulation, binding } = rule;
  const remit = regulation.remits.find((one) => one.part.includes('supervise') && evaluate(one.for, thing.facets));
  if (!remit) return undefined;
  const units = remit.who === 'self' ? [binding.unit] : (binding.roles[remit.who] ?? thing.units[remit.who] ?? []);
  return { units, clause: `${regulation.slug}#${remit.clause}` };
}

/**
 * Why somebody who holds these posts can't urge now, or undefined. `last`: when this line was last urged; milliseconds
 * since 1970. Only what is late or near its end is urged, and once a working day.
 */
export function urgeFault(
  line: Line,
  held: readonly Acting[],
  last: number | undefined,
  calendar: Calendar,
  now: number,
): Refusal | undefined {
  const supervisors = supervisorsOf(line);
  if (!supervisors) return refuse('nobody_urges', line.clause);
  const { units, clause } = supervisors;
  if (!held.some(({ outside, unit }) => !outside && units.includes(unit))) return refuse('not_supervisor', clause);
  const { status, doneAt } = line.verdict;
  if (doneAt !== undefined || !['warned', 'breached'].includes(status)) return refuse('not_pressing', line.clause);
  const isAgain = last !== undefined && workdaysAfter(localDay(last), localDay(now), calendar).n === 0;
  return isAgain ? refuse('urged_today', clause) : undefined;
}
