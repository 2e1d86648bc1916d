/** Which chain: the flow that claims a target, its steps under these facets, joined steps, floors, who publishes. */
import {
  type Chain,
  type ChainPublisher,
  type ChainStep,
  type Claim,
  clauseOf,
  joinedSteps,
  meetsFloor,
  resolvePost,
  resolveStep,
  resolveUnits,
  type Target,
} from './chain.ts';
import { asKnown, evaluate, missingFacet } from './facets.ts';
import { type Outcome, type Refusal, refuse } from './outcome.ts';
import type { FacetExpr, Facets, InForce, PublishRule } from './regulation/types.ts';
import { rising } from './vocabulary/facets.ts';

export type { Chain, ChainPublisher, ChainStep, Target } from './chain.ts';

/**
 * The chain that a text has to go, or why there is none. The nearest regulation with a flow for this target gives the
 * chain; added steps and floors of all regulations on the path join in. Refused: `no_chain` (nobody's rule claims it,
 * or none of its steps holds under these facets: ZJ-12), `floor_without_chain` (the owner has not set its own yet, ZJ-13.3), `below_floor` (its chain lacks what the
 * floor asks), `unbound` (a unit that the step names is not known here), `facet_missing`, `facet_unknown`,
 * `no_publisher`. An empty chain comes only from a flow that says `steps: []`.
 */
export function chainFor(move: string, target: Target): Outcome<{ chain: Chain }> {
  const unstated = unanswerable(questionsOf(move, target.path), target.facets);
  if (unstated) return unstated;
  const claims = target.path.flatMap((law) => claimOf(move, law, target));
  const [nearest, ...above] = claims;
  if (!nearest) return refuse('no_chain');
  const floors = above.filter((claim) => claim.flow.floor);
  const unset = nearest.flow.floor ? nearest : floors.find((claim) => !setByOwner(claim, nearest, target));
  if (unset) return refuse('floor_without_chain', clauseOf(unset.law, unset.flow.clause));

  const open = unanswerable(conditionsOf(nearest), target.facets);
  if (open) return open;
  const own = ownSteps(nearest, target);
  if (!own.ok) return own;
  const low = floors.find((claim) => !meetsFloor(own.steps, claim, target));
  if (low) return refuse('below_floor', clauseOf(low.law, low.flow.clause));
  const joined = joinedSteps(move, own.steps, target);
  if (!joined.ok) return joined;
  if (joined.steps.length === 0 && nearest.flow.steps.length > 0)
    return refuse('no_chain', clauseOf(nearest.law, nearest.flow.clause));
  const publish = publisherOf(move, nearest, target);
  if (!publish.ok) return publish;
  return { ok: true, chain: chainOf(nearest, joined.steps, publish.publisher, floors) };
}

function chainOf(
  nearest: Claim,
  steps: readonly ChainStep[],
  publish: ChainPublisher,
  floors: readonly Claim[],
): Chain {
  const { law, flow } = nearest;
  const gates = [flow, ...floors.map((claim) => claim.flow)].flatMap((one) => one.requires);
  // A publication that waits for an event is a gate too: whoever carries out gates need not know of `after`.
  const requires = publish.after === undefined ? gates : [...gates, { event: publish.after }];
  const reading = flow.reading === undefined ? {} : { reading: flow.reading };
  return {
    versionId: law.versionId,
    flow: flow.id,
    clause: clauseOf(law, flow.clause),
    steps,
    publish,
    requires,
    ...reading,
  };
}

/** The reader sorts flows from special to general and refuses other overlaps, so the first that matches is the one. */
function claimOf(move: string, law: InForce, target: Target): readonly Claim[] {
  const facets = asKnown(law.regulation.scale, target.facets);
  const flow = law.regulation.flows.find((one) => one.move === move && evaluate(one.for, facets));
  return flow ? [{ law, flow, facets }] : [];
}

const setByOwner = (floor: Claim, nearest: Claim, target: Target): boolean =>
  floor.flow.floor !== undefined &&
  resolveUnits(floor.flow.floor.setBy, floor.law, target).includes(nearest.law.binding.unit);

function ownSteps(claim: Claim, target: Target): Outcome<{ steps: readonly ChainStep[] }> {
  const steps: ChainStep[] = [];
  for (const step of claim.flow.steps) {
    if (step.when && !evaluate(step.when, claim.facets)) continue;
    const resolved = resolveStep(step, claim.law, target);
    if (!resolved.ok) return resolved;
    steps.push(resolved.step);
  }
  return { ok: true, steps };
}

function publisherOf(move: string, claim: Claim, target: Target): Outcome<{ publisher: ChainPublisher }> {
  const { flow, law, facets } = claim;
  if (move !== 'article.publish') return { ok: true, publisher: { by: 'author', clause: clauseOf(law, flow.clause) } };
  const rule = flow.publish.find((one) => !one.when || evaluate(one.when, facets));
  if (!rule) return refuse('no_publisher', clauseOf(law, flow.clause));
  return publisherBy(rule, law, target);
}

function publisherBy(rule: PublishRule, law: InForce, target: Target): Outcome<{ publisher: ChainPublisher }> {
  const clause = clauseOf(law, rule.clause);
  const after = rule.after === undefined ? {} : { after: rule.after };
  if (typeof rule.by === 'string') return { ok: true, publisher: { by: rule.by, ...after, clause } };
  const holder = resolvePost(rule.by, law, target);
  return holder ? { ok: true, publisher: { by: 'post', ...holder, ...after, clause } } : refuse('unbound', clause);
}

/** Nothing is decided over a value that no order has, nor over a facet that was not stated. */
function unanswerable(expressions: readonly FacetExpr[], facets: Facets): Refusal | undefined {
  const wrong = Object.entries(rising).some(
    ([name, order]) => facets[name] !== undefined && !order.includes(facets[name]),
  );
  if (wrong) return refuse('facet_unknown');
  return expressions.some((expr) => missingFacet(expr, facets) !== undefined) ? refuse('facet_missing') : undefined;
}

/** What all regulations on the path ask about a target of this move, before its flow is known. */
function questionsOf(move: string, path: readonly InForce[]): readonly FacetExpr[] {
  const rules = path.flatMap((law) => [...law.regulation.flows, ...law.regulation.steps]);
  return rules.filter((rule) => rule.move === move).map((rule) => rule.for);
}

const conditionsOf = ({ flow }: Claim): readonly FacetExpr[] =>
  [...flow.steps, ...flow.publish].flatMap((part) => (part.when ? [part.when] : []));
