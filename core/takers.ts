/** Who may take a step now. Steps hold posts; the people are found when somebody acts. */
import type { Chain, ChainStep } from './flow.ts';

/** A person who acts as a post of a unit at this instant. `outside`: the key of an outside system, which signs nothing. */
export type Acting = {
  readonly person: string;
  readonly post: string;
  readonly unit: string;
  readonly outside?: true;
};
type Posts = { readonly post: readonly string[]; readonly units: readonly string[] };

export const fits = (a: Acting, p: Posts): boolean => p.post.includes(a.post) && p.units.includes(a.unit);

/** Who may not take this step for having had a hand in the text. Compiling is no approval, so a contributor may edit on (QX-8). */
const barred = (step: ChainStep, contributors: readonly string[]): readonly string[] =>
  step.act === 'edit' ? [] : contributors;

/** Who may sign at this step at all: holders who are people, and had no hand in the text. */
const free = (a: Acting, step: ChainStep, contributors: readonly string[]): boolean =>
  !a.outside && !barred(step, contributors).includes(a.person);

/** The posts that are asked now: the step's own, or those of `else` when nobody who holds them may act (all contributed, or the post is empty). */
export function askedNow(step: ChainStep, acting: readonly Acting[], contributors: readonly string[]): Posts {
  const somebody = acting.some((a) => fits(a, step) && free(a, step, contributors));
  return somebody || !step.else ? step : step.else;
}

/** Persons who may take the step: holders who contributed nothing (of an editing step: all). Empty: nobody can, and the run waits. */
export function takersOf(
  step: ChainStep,
  acting: readonly Acting[],
  contributors: readonly string[],
): readonly string[] {
  const asked = askedNow(step, acting, contributors);
  return [...new Set(acting.filter((a) => fits(a, asked) && free(a, step, contributors)).map((a) => a.person))];
}

/**
 * Everybody with a hand in the text of a run: the makers of its revision, and who took an editing step: who compiled it
 * doesn't approve it (A3, QX-8). `taken`: index of the step, and who took it.
 */
export function contributorsOf(
  chain: Chain,
  makers: readonly string[],
  taken: readonly { readonly step: number; readonly person: string }[],
): readonly string[] {
  const editors = taken.filter(({ step }) => chain.steps[step]?.act === 'edit').map(({ person }) => person);
  return [...new Set([...makers, ...editors])];
}

/** Persons who hold one of these posts now; nobody when there are none. */
export const holdersOf = (posts: Posts | undefined, acting: readonly Acting[]): readonly string[] =>
  posts ? [...new Set(acting.filter((a) => fits(a, posts)).map((a) => a.person))] : [];

/** The posts that publish: what the chain names, or the post under which this revision was submitted. */
export function publishersPosts(chain: Chain, submitted: { post: string; unit: string }): Posts | undefined {
  const { publish } = chain;
  if (publish.by === 'automatic') return undefined;
  return publish.by === 'post' ? publish : { post: [submitted.post], units: [submitted.unit] };
}
