/** Who may adopt a regulation for a unit, by the regulations that hold there already. Decision 0510. */
import { unitsOf } from '../access.ts';
import type { Acting } from '../takers.ts';
import type { InForce, Post } from './types.ts';

/** A post, and the text that states it. */
export type Entitled = readonly [Post, InForce];
const posts = (path: readonly InForce[]): readonly Entitled[] =>
  path.flatMap((law) => law.regulation.posts.map((post) => [post, law] as const));

/** The posts to which a text gives a verb. */
export const givenTo = (verb: string, path: readonly InForce[]): readonly Entitled[] =>
  posts(path).filter(([post]) => post.may.includes(verb));

/** The posts that may adopt: those to which a text gives it; where none does, the administrators of one named unit. */
export function adopters(path: readonly InForce[]): readonly Entitled[] {
  const given = givenTo('adopt', path);
  return given.length > 0
    ? given
    : posts(path).filter(([post, law]) => post.id === 'administrator' && isOfOneUnit(post, law));
}

/** Administrators of the centre answer for the whole; those of each of many branches for their own only. */
const isOfOneUnit = ({ of }: Post, { regulation }: InForce): boolean =>
  of === 'self' || regulation.roles[of]?.is === 'unit';

/** `path`: what is in force over the adopter, nearest first. Where nothing is, nobody may: the operator adopts first. */
export const mayAdopt = (held: readonly Acting[], path: readonly InForce[]): boolean =>
  holdsOneOf(held, adopters(path));

/** What a system of another office holds entitles nobody. */
export const holdsOneOf = (held: readonly Acting[], entitled: readonly Entitled[]): boolean =>
  entitled.some(([post, law]) =>
    held.some((one) => !one.outside && one.post === post.id && unitsOf(post, law).includes(one.unit)),
  );
