/** Who may take a step now. Steps hold posts; the people are found when somebody acts. */
import type { Day } from './day.ts';
import type { Chain, ChainStep } from './flow.ts';

/**
 * A person who acts as a post of a unit at this instant. `outside`: the key of an outside system, which signs nothing.
 * `away`: registered as away (外出), with the last day of it.
 */
export type Acting = {
  readonly person: string;
  readonly post: string;
  readonly unit: string;
  readonly outside?: true;
  readonly away?: Day;
};
/** Why a step's `else` acts. */
export type Ground = 'vacant' | 'contributed' | 'away';
type Posts = { readonly post: readonly string[]; readonly units: readonly string[] };

export const fits = (a: Acting, p: Posts): boolean => p.post.includes(a.post) && p.units.includes(a.unit);

/** Who may not take this step for having had a hand in the text. Compiling is no approval, so a contributor may edit on (QX-8). */
const barred = (step: ChainStep, contributors: readonly string[]): readonly string[] =>
  step.act === 'edit' ? [] : contributors;

/** Who may sign at this step at all: holders who are people, and had no hand in the text. */
const free = (a: Acting, step: ChainStep, contributors: readonly string[]): boolean =>
  !a.outside && !barred(step, contributors).includes(a.person);

const isHere = (a: Acting): boolean => a.away === undefined;
/** Those who aren't away; where all are, it still waits for them. */
const hereFirst = (all: readonly Acting[]): readonly Acting[] => (all.some(isHere) ? all.filter(isHere) : all);
const personsOf = (all: readonly Acting[]): readonly string[] => [...new Set(all.map((a) => a.person))];

/**
 * Why `else` is asked instead of the step's own posts; undefined: it isn't. Whoever is away gives way only to somebody who
 * is there; at a countersignature nobody does, since nobody stands in for one of its posts.
 */
export function groundOf(
  step: ChainStep,
  acting: readonly Acting[],
  contributors: readonly string[],
): Ground | undefined {
  const stand = step.else;
  if (!stand) return undefined;
  const holders = acting.filter((a) => fits(a, step) && !a.outside);
  if (holders.length === 0) return 'vacant';
  const able = holders.filter((a) => free(a, step, contributors));
  if (able.length === 0) return 'contributed';
  if (able.some(isHere) || step.act === 'countersign') return undefined;
  return acting.some((a) => fits(a, stand) && isHere(a) && free(a, step, contributors)) ? 'away' : undefined;
}

/** The posts that are asked now: the step's own, or those of `else` when nobody who holds them may act (all contributed or are away, or the post is empty). */
export const askedNow = (step: ChainStep, acting: readonly Acting[], contributors: readonly string[]): Posts =>
  step.else && groundOf(step, acting, contributors) ? step.else : step;

/** Persons for whom the step waits: holders who contributed nothing (of an editing step: all), and are here, if anybody is. Empty: nobody can take it, and the run waits. */
export function takersOf(
  step: ChainStep,
  acting: readonly Acting[],
  contributors: readonly string[],
): readonly string[] {
  const asked = askedNow(step, acting, contributors);
  return personsOf(hereFirst(acting.filter((a) => fits(a, asked) && free(a, step, contributors))));
}

/** Everybody, if this person acts now: whoever does isn't away, whatever is registered. */
export const withHere = (acting: readonly Acting[], person: string): readonly Acting[] =>
  acting.map((a) => (a.person === person ? here(a) : a));
const here = ({ away: _, ...a }: Acting): Acting => a;

/** Who of these persons is to be told: not those who are away, as long as anybody else is left. */
export function toldOf(persons: readonly string[], acting: readonly Acting[]): readonly string[] {
  const away = new Set(acting.filter((a) => !isHere(a)).map((a) => a.person));
  const left = persons.filter((person) => !away.has(person));
  return left.length > 0 ? left : persons;
}

/** Who could take the step and is away, each with the last day of it: its own holders, else who stands in; empty as long as one of them is here. */
export function missedAt(
  step: ChainStep,
  acting: readonly Acting[],
  contributors: readonly string[],
): readonly Missed[] {
  const able = acting.filter((a) => free(a, step, contributors));
  const own = able.filter((a) => fits(a, step));
  return missedIn(own.length > 0 ? own : able.filter((a) => fits(a, askedNow(step, acting, contributors))));
}

/** The same of whoever publishes. */
export const missedOf = (posts: Posts | undefined, acting: readonly Acting[]): readonly Missed[] =>
  posts ? missedIn(acting.filter((a) => fits(a, posts))) : [];

export type Missed = { readonly person: string; readonly away: Day };
const missedIn = (able: readonly Acting[]): readonly Missed[] =>
  able.some(isHere) ? [] : [...new Map(able.map(({ person, away = '' }) => [person, { person, away }])).values()];

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

/** Persons who hold one of these posts now, and are here, if anybody is; nobody when there are none. */
export const holdersOf = (posts: Posts | undefined, acting: readonly Acting[]): readonly string[] =>
  posts ? personsOf(hereFirst(acting.filter((a) => fits(a, posts)))) : [];

/** The posts that publish: what the chain names, or the post under which this revision was submitted. */
export function publishersPosts(chain: Chain, submitted: { post: string; unit: string }): Posts | undefined {
  const { publish } = chain;
  if (publish.by === 'automatic') return undefined;
  return publish.by === 'post' ? publish : { post: [submitted.post], units: [submitted.unit] };
}
