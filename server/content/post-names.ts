/** What a post is called here: the nearest regulation that names it, else its standard name. */
import type { InForce } from '../../core/regulation/types.ts';
import { postNames } from '../words/names.ts';

export function postName(path: readonly InForce[], post: string): string {
  for (const law of path) {
    const named = law.regulation.posts.find((p) => p.id === post && p.name);
    if (named) return named.name;
  }
  return postNames[post] ?? post;
}
