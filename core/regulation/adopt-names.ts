/** Units and posts of an organisation, as the adopter calls them. */
import { unitsOf } from '../access.ts';
import { standardPosts } from '../vocabulary/words.ts';
import type { Organisation } from './organisation.ts';
import type { InForce } from './types.ts';

export type Called = { readonly path: readonly InForce[]; readonly organisation: Pick<Organisation, 'units'> };
type Posts = { readonly post: readonly string[]; readonly units: readonly string[] };

export const unitName = (unit: string, { organisation }: Called): string =>
  organisation.units.find((one) => one.id === unit)?.name ?? unit;

/** Two units may give one id of a post two names (ZJ: 处室负责人, 办公室领导); the one for the fewest units counts. */
export function postName(post: string, unit: string, { path }: Called): string {
  const known = path.flatMap((law) =>
    law.regulation.posts.filter(({ id }) => id === post).map((one) => ({ ...one, here: unitsOf(one, law) })),
  );
  const [own] = known.filter(({ here }) => here.includes(unit)).toSorted((a, b) => a.here.length - b.here.length);
  return (own ?? known[0])?.name ?? standardPosts[post] ?? post;
}

/** `办公室的保密审查员`; where the post's name begins with the unit's, once is enough: `办公室领导`. */
export function sayPosts({ post, units }: Posts, called: Called): string {
  const where = units.map((unit) => unitName(unit, called)).join('、');
  const names = [...new Set(post.map((one) => postName(one, units[0] ?? '', called)))].join('或');
  return names.startsWith(where) ? names : `${where}的${names}`;
}
