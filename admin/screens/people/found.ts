/** Looking somebody up: by a part of a person's, a post's or a unit's name. */
import type { UnitView } from '../../../server/contract/registers.ts';

/** A unit whose name fits comes whole; of another one only the posts that fit, or whose people do. */
export function found(units: readonly UnitView[], words: string): readonly UnitView[] {
  const wanted = words.trim();
  if (wanted === '') return units;
  return units.flatMap((unit) => {
    if (unit.name.includes(wanted)) return [unit];
    const positions = unit.positions.filter(
      (one) => one.name.includes(wanted) || one.holders.some((held) => held.person.name.includes(wanted)),
    );
    const leaders = unit.leaders.filter((one) => one.person.name.includes(wanted));
    return positions.length > 0 || leaders.length > 0 ? [{ ...unit, positions, leaders }] : [];
  });
}
