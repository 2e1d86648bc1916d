/** What a post of a unit is called here: as the nearest regulation that has it says, the entry for the fewest units first. */
import { unitsOf } from '../../core/access.ts';
import type { InForce } from '../../core/regulation/types.ts';
import { standardPosts } from '../../core/vocabulary/words.ts';

export function postName(path: readonly InForce[], post: string, unit?: string): string {
  for (const law of path) {
    const entries = law.regulation.posts
      .filter((p) => p.id === post && p.name)
      .map((p) => ({ name: p.name, units: unitsOf(p, law) }))
      .filter((p) => unit === undefined || p.units.includes(unit))
      .sort((a, b) => a.units.length - b.units.length);
    if (entries[0]) return entries[0].name;
  }
  return unit === undefined ? (standardPosts[post] ?? post) : postName(path, post);
}
