/** Can these people go a chain to its end? Nobody approves own work, and posts that stay apart are not joined. ZJ-13.2. */
import type { Chain, ChainStep } from '../chain.ts';
import { type Acting, askedNow, fits, takersOf } from '../takers.ts';

/** Who is there, and which posts one person may not use for one article. */
export type People = { readonly acting: readonly Acting[]; readonly apart: readonly (readonly string[])[] };
/** Who had a hand in the text, and under which posts something was done to it already. */
export type Begun = { readonly hands: readonly string[]; readonly used: readonly Acting[] };

/** True where for each step there is somebody who neither wrote nor compiled, nor acted under a post that must stay apart. */
export function canGo({ steps }: Pick<Chain, 'steps'>, begun: Begun, people: People): boolean {
  const go = (left: readonly ChainStep[], { hands, used }: Begun): boolean => {
    const [step, ...rest] = left;
    if (!step) return true;
    return ableAt(step, { hands, used }, people).some((one) =>
      go(rest, { hands: step.act === 'edit' ? [...hands, one.person] : hands, used: [...used, one] }),
    );
  };
  return go(steps.flatMap(askings), begun);
}

/** A countersignature asks each of its posts, and nobody stands in for one of them. */
export const askings = (step: ChainStep): readonly ChainStep[] =>
  step.act === 'countersign'
    ? step.post.map((post) => ({ post: [post], units: step.units, act: step.act, clause: step.clause }))
    : [step];

function ableAt(step: ChainStep, { hands, used }: Begun, { acting, apart }: People): readonly Acting[] {
  const asked = askedNow(step, acting, hands);
  const takers = takersOf(step, acting, hands);
  const clashes = (next: Acting) =>
    used.some((one) => one.person === next.person && one.post !== next.post && apart.some(joins(one.post, next.post)));
  return acting.filter((one) => fits(one, asked) && takers.includes(one.person) && !clashes(one));
}

const joins =
  (a: string, b: string) =>
  (group: readonly string[]): boolean =>
    group.includes(a) && group.includes(b);
