/** Chains in words, for tests that say by hand which one is wanted. */
import { type Chain, type ChainStep, chainFor, type Target } from './flow.ts';

/** `approve head of food`. */
export const said = (step: ChainStep): string => `${step.act} ${step.post.join('|')} of ${step.units.join('|')}`;
/** With the article that asks for it. */
export const under = (step: ChainStep): string => `${said(step)} under ${step.clause}`;
/** Its steps, each said by `say`, and who publishes. */
export const shown = ({ steps, publish }: Chain, say = said): readonly string[] => [
  ...steps.map(say),
  publish.by === 'post' ? `publish ${publish.post.join('|')} of ${publish.units.join('|')}` : `publish ${publish.by}`,
];
/** Throws where there is none. */
export function chainOf(target: Target, move = 'article.publish'): Chain {
  const answer = chainFor(move, target);
  if (!answer.ok) throw new Error(`${answer.why} ${answer.clause ?? ''}`);
  return answer.chain;
}
