/** Who answers for what a unit adopted: gives exemptions, and takes people off their posts. Decisions 0535, 0536. */
import type { Acting } from '../takers.ts';
import { mayAdopt } from './adopt-right.ts';
import type { InForce } from './types.ts';

/** `path`: what is in force over the unit, nearest first. `up`: ids of the unit and of the units above it. */
export const isInCharge = (held: readonly Acting[], path: readonly InForce[], up: readonly string[]): boolean =>
  mayAdopt(held, path) || held.some((one) => !one.outside && one.post === 'main-leader' && up.includes(one.unit));
