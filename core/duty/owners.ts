/**
 * The people who bear a line. H10: when somebody leaves, what he owed passes on to who else holds a post there, then to
 * the unit above: as long as anybody is there, no line is without an owner.
 */
import type { Acting } from '../takers.ts';
import type { Planned } from './plan.ts';

/** `above`: the unit over a unit; undefined for the root. Persons, each once; systems with a key owe nothing. */
export function ownersOf(
  { by, post }: Pick<Planned, 'by' | 'post'>,
  acting: readonly Acting[],
  above: (unit: string) => string | undefined,
): readonly string[] {
  const people = acting.filter(({ outside }) => outside !== true);
  return [...new Set(by.flatMap((unit) => nearest(unit, post, people, above)))];
}

function nearest(
  unit: string,
  post: readonly string[] | undefined,
  people: readonly Acting[],
  above: (unit: string) => string | undefined,
): readonly string[] {
  const there = people.filter((one) => one.unit === unit);
  const named = post === undefined ? there : there.filter((one) => post.includes(one.post));
  const found = named.length > 0 ? named : there;
  const next = above(unit);
  if (found.length > 0 || next === undefined) return found.map(({ person }) => person);
  return nearest(next, post, people, above);
}
