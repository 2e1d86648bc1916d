/** Ways of texts in words: which posts of which units do what, and who publishes. */

import type { Chain } from '../../core/flow.ts';
import { sayPosts } from '../../core/regulation/adopt-names.ts';
import type { InForce } from '../../core/regulation/types.ts';
import { acts } from '../../core/vocabulary/words.ts';
import { say } from '../words/refusals.ts';
import type { Other } from './trial-articles.ts';
import type { Rows } from './world.ts';

const publishers = { author: '作者发布', automatic: '批准后自动发布' } as const;

export function chainWords(
  { steps, publish }: Chain,
  path: readonly InForce[],
  { units }: Pick<Rows, 'units'>,
): string[] {
  const called = { path, organisation: { units } };
  return [
    ...steps.map((step) => `${sayPosts(step, called)}${acts[step.act]}`),
    publish.by === 'post' ? `${sayPosts(publish, called)}发布` : publishers[publish.by],
  ];
}

/** Both ways of one text; why it would have had none. */
type Ways = { readonly took: string[]; readonly would?: string[]; readonly refused?: string };
export const wayWords = ({ took, would, path }: Other, world: Pick<Rows, 'units'>): Ways => ({
  took: chainWords(took, path, world),
  ...(would.ok ? { would: chainWords(would.chain, path, world) } : { refused: say(would.why) }),
});
