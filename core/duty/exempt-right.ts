/** Who may give exemptions from the duties of a regulation that a unit adopted, and take them back. Decision 0535. */
import { mayAdopt } from '../regulation/adopt-right.ts';
import type { InForce } from '../regulation/types.ts';
import type { Acting } from '../takers.ts';

/** `path`: what is in force over the adopter, nearest first. `up`: ids of the adopter and of the units above it. */
export const mayExempt = (held: readonly Acting[], path: readonly InForce[], up: readonly string[]): boolean =>
  mayAdopt(held, path) || held.some((one) => !one.outside && one.post === 'main-leader' && up.includes(one.unit));
