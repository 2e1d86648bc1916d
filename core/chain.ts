/** A chain and its parts: whose unit a step means, how steps of other regulations join in, what a floor asks. */
import { asKnown, evaluate } from './facets.ts';
import { type Clause, type Outcome, refuse } from './outcome.ts';
import type {
  Facets,
  Flow,
  FlowStep,
  Gate,
  InForce,
  JoinedStep,
  PostRef,
  StepAct,
  UnitRef,
} from './regulation/types.ts';

/** One step of a run, resolved: any holder of one of `post` in one of `units` may take it. `clause` is `slug#article`. */
export type ChainStep = {
  readonly post: readonly string[];
  readonly units: readonly string[];
  readonly act: StepAct;
  readonly clause: string;
  readonly confirms?: readonly string[];
  readonly else?: { readonly post: readonly string[]; readonly units: readonly string[] };
  readonly edits?: 'suggest';
};
/** For moves other than article.publish `by` is `author`: who asked for the move carries it out. */
export type ChainPublisher =
  | { readonly by: 'author' | 'automatic'; readonly after?: string; readonly clause: string }
  | {
      readonly by: 'post';
      readonly post: readonly string[];
      readonly units: readonly string[];
      readonly after?: string;
      readonly clause: string;
    };
export type Chain = {
  readonly versionId: string;
  readonly flow: string;
  /** `slug#article` of the flow. */
  readonly clause: string;
  readonly steps: readonly ChainStep[];
  readonly publish: ChainPublisher;
  readonly requires: readonly Gate[];
  readonly reading?: string;
};
/** Where the article goes and who wrote it: unit ids; `path` are the regulations in force over the site's owner, nearest first. */
export type Target = {
  readonly path: readonly InForce[];
  readonly facets: Facets;
  readonly authorUnit: string;
  readonly siteOwner: string;
  readonly columnLead: readonly string[];
};
/** A flow of one regulation that claims the target; `facets` as that regulation knows them. */
export type Claim = { readonly law: InForce; readonly flow: Flow; readonly facets: Facets };

/** `slug#article`. */
export const clauseOf = (law: InForce, article: string): Clause => `${law.regulation.slug}#${article}`;

/** The units that a reference means: ids; empty where the binding or the target doesn't know it. */
export function resolveUnits(ref: UnitRef, law: InForce, target: Omit<Target, 'path' | 'facets'>): readonly string[] {
  switch (ref) {
    case 'self':
      return [law.binding.unit];
    case 'author.unit':
      return [target.authorUnit];
    case 'column.lead':
      return target.columnLead;
    case 'site.owner':
      return [target.siteOwner];
    default:
      return Object.hasOwn(law.binding.roles, ref) ? (law.binding.roles[ref] ?? []) : [];
  }
}

/** A step with its units. `unbound` names the article of the step: an `else` that can't be resolved is refused as well. */
export function resolveStep(step: FlowStep, law: InForce, target: Target): Outcome<{ step: ChainStep }> {
  const clause = clauseOf(law, step.clause);
  const holder = resolvePost(step, law, target);
  const stand = step.else ? resolvePost(step.else, law, target) : undefined;
  if (!holder || (step.else && !stand)) return refuse('unbound', clause);
  return {
    ok: true,
    step: {
      ...holder,
      act: step.act,
      clause,
      ...(step.confirms ? { confirms: step.confirms } : {}),
      ...(stand ? { else: stand } : {}),
      ...(step.edits ? { edits: step.edits } : {}),
    },
  };
}

/** The post in its units, or undefined where a unit can't be resolved. */
export function resolvePost(
  ref: PostRef,
  law: InForce,
  target: Target,
): { post: readonly string[]; units: readonly string[] } | undefined {
  const units = resolveUnits(ref.of, law, target);
  return units.length > 0 ? { post: ref.post, units } : undefined;
}

/**
 * The owner's steps with those that any regulation on the path adds: nearest first, so that of two added `last` the
 * higher authority's comes last. A step that the chain has already (same posts, act and units) is not doubled.
 */
export function joinedSteps(
  move: string,
  own: readonly ChainStep[],
  target: Target,
): Outcome<{ steps: readonly ChainStep[] }> {
  let steps = own;
  for (const law of target.path) {
    const facets = asKnown(law.regulation.scale, target.facets);
    for (const joined of law.regulation.steps) {
      if (joined.move !== move || !evaluate(joined.for, facets)) continue;
      const added = resolveStep(joined.add, law, target);
      if (!added.ok) return added;
      if (!steps.some((step) => sameStep(step, added.step))) steps = placed(steps, added.step, joined.place);
    }
  }
  return { ok: true, steps };
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/** The same posts of the same units doing the same: such a step is never asked twice of one text. */
export const sameStep = (a: ChainStep, b: ChainStep): boolean =>
  a.act === b.act && sameSet(a.post, b.post) && sameSet(a.units, b.units);

/**
 * The chain that raised facets give, once `taken` steps of the old one were taken: these stay as they are, and what the
 * stricter chain asks beyond them is still due (A4). Where it asks for an editing step that wasn't taken, the text may
 * change yet: no approval of before stands (A2).
 */
export function afterRaise(old: Chain, taken: number, raised: Chain): Chain {
  const done = old.steps.slice(0, taken);
  const isIn = (steps: readonly ChainStep[], step: ChainStep) => steps.some((one) => sameStep(one, step));
  const willChange = raised.steps.some((step) => step.act === 'edit' && !isIn(done, step));
  const standing = willChange ? done.filter((step) => step.act === 'edit') : done;
  return { ...raised, steps: [...done, ...raised.steps.filter((step) => !isIn(standing, step))] };
}

function placed(steps: readonly ChainStep[], step: ChainStep, place: JoinedStep['place']): readonly ChainStep[] {
  if (place === 'first') return [step, ...steps];
  if (place === 'last') return [...steps, step];
  const after = steps.findLastIndex((one) => one.post.includes(place.after));
  return after < 0 ? [...steps, step] : steps.toSpliced(after + 1, 0, step);
}

/** Acts that do at least what this one does: a decision is also an approval, an approval also gives an opinion. */
export const atLeast: Readonly<Record<StepAct, readonly StepAct[]>> = {
  review: ['review', 'approve', 'countersign', 'decide'],
  approve: ['approve', 'countersign', 'decide'],
  countersign: ['countersign'],
  decide: ['decide'],
  edit: ['edit'],
};

/** Does the owner's chain have, for each demand of the floor, a step of its own that meets it? ZJ-13.3. */
export function meetsFloor(steps: readonly ChainStep[], claim: Claim, target: Target): boolean {
  const demands = claim.flow.floor?.least ?? [];
  return assigned(demands, steps, (demand, step) => meets(demand, step, claim.law, target));
}

function meets(demand: Partial<FlowStep>, step: ChainStep, law: InForce, target: Target): boolean {
  if (demand.act && !atLeast[demand.act].includes(step.act)) return false;
  if (demand.post && !step.post.every((post) => demand.post?.includes(post))) return false;
  if (demand.of === undefined) return true;
  const units = resolveUnits(demand.of, law, target);
  return step.units.every((unit) => units.includes(unit));
}

/** Can each demand have a step for itself? Chains are short, so trying is cheap. */
function assigned<D, S>(demands: readonly D[], steps: readonly S[], fits: (demand: D, step: S) => boolean): boolean {
  const [first, ...rest] = demands;
  if (first === undefined) return true;
  return steps.some((step, i) => fits(first, step) && assigned(rest, steps.toSpliced(i, 1), fits));
}
