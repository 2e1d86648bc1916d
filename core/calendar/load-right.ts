/** Who may load working days in the console, by the regulations in force. Decision 0541. */
import { adopters, type Entitled, givenTo } from '../regulation/adopt-right.ts';
import type { InForce } from '../regulation/types.ts';

/**
 * Of a unit's own days: the posts to which a text gives `load_calendar`; where none does, those that may adopt there.
 * `path`: what is in force over the unit, nearest first. Nothing in force: nobody, but for the operator.
 */
export function loaders(path: readonly InForce[]): readonly Entitled[] {
  const given = givenTo('load_calendar', path);
  return given.length > 0 ? given : adopters(path);
}

/**
 * Of the State Council's days, which hold for everybody: those of the highest adopters. `above`: what is in force over the
 * unit above this one; where somebody may there, the texts below give nobody a say.
 */
export const loadersForAll = (
  laws: readonly InForce[],
  above: (unit: string) => readonly InForce[],
): readonly Entitled[] => loaders(laws.filter(({ binding }) => loaders(above(binding.unit)).length === 0));
