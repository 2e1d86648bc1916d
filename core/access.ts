/** What a held post allows: the `may` of the posts blocks in force over a site. ZJ-12: 必须指定专人负责. */
import type { InForce, Post } from './regulation/types.ts';
import type { Acting } from './takers.ts';

/** A held post with the verbs that it carries here. */
export type Holding = Acting & { readonly verbs: readonly string[] };

/** The units in which a regulation knows this post. */
export const unitsOf = (post: Post, law: InForce): readonly string[] =>
  post.of === 'self' ? [law.binding.unit] : (law.binding.roles[post.of] ?? []);

const carried = (held: Acting, law: InForce): readonly string[] =>
  law.regulation.posts
    .filter((post) => post.id === held.post && unitsOf(post, law).includes(held.unit))
    .flatMap((post) => post.may);

/** Verbs that follow another one where no text in force gives them to anybody: decision 0431. `force` follows none. */
const follows: Readonly<Record<string, string>> = {
  confirm: 'publish',
  mark_invalid: 'withdraw',
  clear_forced: 'approve',
  pin: 'publish',
};

/** The verb that a post must carry to make this move. */
export function verbNeeded(verb: string, path: readonly InForce[]): string {
  const isGiven = path.some((law) => law.regulation.posts.some((post) => post.may.includes(verb)));
  return isGiven ? verb : (follows[verb] ?? verb);
}

const givesWriters = (law: InForce): boolean => law.regulation.posts.some((post) => post.may.includes('submit'));
const writing = ['write', 'submit', 'publish'];

/**
 * The verbs of each held post under the regulations in force over a site, nearest first. Who writes and publishes is
 * said by the nearest regulation that says it at all (a bureau's undertakers don't write for a branch's own site);
 * every other verb adds up along the path.
 */
export function verbsOf(held: readonly Acting[], path: readonly InForce[]): readonly Holding[] {
  const writers = path.find(givesWriters);
  return held.map((one) => {
    const verbs = path.flatMap((law) => carried(one, law).filter((verb) => law === writers || !writing.includes(verb)));
    return { ...one, verbs: [...new Set(verbs)] };
  });
}
