/** Who may adopt a regulation for a unit, by the regulations that hold there already. Decision 0510. */
import { unitsOf } from '../access.ts';
import type { Acting } from '../takers.ts';
import type { InForce, Post } from './types.ts';

/** The posts that may: those to which a text gives `adopt`; where none does, the administrators of one named unit. */
const posts = (path: readonly InForce[]): readonly (readonly [Post, InForce])[] => {
  const all = path.flatMap((law) => law.regulation.posts.map((post) => [post, law] as const));
  const given = all.filter(([post]) => post.may.includes('adopt'));
  return given.length > 0 ? given : all.filter(([post, law]) => post.id === 'administrator' && isOfOneUnit(post, law));
};

/** Administrators of the centre answer for the whole; those of each of many branches for their own only. */
const isOfOneUnit = ({ of }: Post, { regulation }: InForce): boolean =>
  of === 'self' || regulation.roles[of]?.is === 'unit';

/** `path`: what is in force over the adopter, nearest first. Where nothing is, nobody may: the operator adopts first. */
export const mayAdopt = (held: readonly Acting[], path: readonly InForce[]): boolean =>
  posts(path).some(([post, law]) =>
    held.some((one) => !one.outside && one.post === post.id && unitsOf(post, law).includes(one.unit)),
  );
