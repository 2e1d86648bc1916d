/**
 * Texts that contradict each other, or wait for each other, are refused together: of what a unit adopts itself, one text
 * alone gives the chain of a target; a floor asks somebody else; and no post is to have more people than it may have.
 */
import { unitsOf } from '../access.ts';
import { resolveUnits } from '../chain.ts';
import { asKnown, evaluate } from '../facets.ts';
import { carriedMoves } from '../vocabulary/words.ts';
import type { Reason } from './adopt.ts';
import { postName, unitName } from './adopt-names.ts';
import { movesOf } from './chain-table.ts';
import { axesOf, combinationsMax, combinationsOf, countOf } from './checks/combinations.ts';
import { sayFacets } from './checks/show.ts';
import { articleName } from './cite.ts';
import { type Organisation, ranksUnder } from './organisation.ts';
import type { Facets, Flow, InForce } from './types.ts';

/** `above`: what else is in force over the adopter, its own other texts first. Codes: `two_flows`, `ring`, `post_bounds`. */
export function clashes(law: InForce, above: readonly InForce[], organisation: Organisation): readonly Reason[] {
  const own = above.filter(({ binding }) => binding.unit === law.binding.unit);
  return [
    ...own.flatMap((other) => twoFlows(law, other, organisation)),
    ...rings(law, own, organisation),
    ...above.flatMap((other) => bounds(law, other, organisation)),
  ];
}

const named = ({ regulation }: InForce, clause: string): string => `《${regulation.title}》${articleName(clause)}`;

/** The flow that gives a chain for a target; a floor gives none. */
function claim({ regulation }: InForce, move: string, facets: Facets): Flow | undefined {
  const known = asKnown(regulation.scale, facets);
  const flow = regulation.flows.find((one) => one.move === move && evaluate(one.for, known));
  return flow?.floor ? undefined : flow;
}

/** Nearest wins, and two texts of one unit are equally near: which of them holds would hang on their days. */
function twoFlows(law: InForce, other: InForce, organisation: Organisation): readonly Reason[] {
  const shared = movesOf(law.regulation).filter((move) => movesOf(other.regulation).includes(move));
  return shared.flatMap((move) => {
    const found = targets(move, [law, other], organisation).find(
      (one) => claim(law, move, one) && claim(other, move, one),
    );
    const [mine, theirs] = found ? [claim(law, move, found), claim(other, move, found)] : [];
    if (!found || !mine || !theirs) return [];
    const says = `这个单位另外采用的${named(other, theirs.clause)}也给${sayFacets(found)}定了流程：同一个单位的两份规定不能各定一条`;
    return [{ why: 'two_flows', says, clause: `${law.regulation.slug}#${mine.clause}` }];
  });
}

/** Every combination of what the flows of these texts tell targets apart by, on sites that there are. */
function targets(move: string, laws: readonly InForce[], organisation: Organisation): readonly Facets[] {
  const [law] = laws;
  const flows = laws.flatMap(({ regulation }) => regulation.flows.filter((flow) => flow.move === move));
  const facets = Object.assign({}, ...laws.map(({ regulation }) => regulation.facets));
  const axes = axesOf(
    flows.map((flow) => flow.for),
    { scale: law?.regulation.scale ?? {}, facets },
  );
  if (!law || flows.length === 0 || countOf(axes) > combinationsMax) return [];
  const ranks = ranksUnder(law.binding.unit, organisation);
  return combinationsOf(axes).filter(({ site }) => !(site && ranks && !ranks.has(site)));
}

/** A floor over a site of the adopter's own waits for a chain that only the adopter can give, and hasn't given. Moves of later wait anyway. */
function rings(law: InForce, own: readonly InForce[], { sites = [] }: Organisation): readonly Reason[] {
  const { regulation, binding } = law;
  const mine = sites.filter(({ owner }) => owner === binding.unit);
  return regulation.flows.flatMap((flow) => {
    const { floor } = flow;
    const target = { authorUnit: binding.unit, siteOwner: binding.unit, columnLead: [binding.unit] };
    const isSelf =
      floor && carriedMoves.includes(flow.move) && resolveUnits(floor.setBy, law, target).includes(binding.unit);
    const waits = mine.some(({ rank }) => {
      const facets = asKnown(regulation.scale, { site: rank, hosting: 'ours' });
      const first = regulation.flows.find((one) => one.move === flow.move && evaluate(one.for, facets));
      return first === flow && !own.some((other) => claim(other, flow.move, facets));
    });
    if (!isSelf || !waits) return [];
    const says = '这一条要网站主管单位自己定流程，主管单位就是采用单位自己：请先采用自己的流程，再采用这一份';
    return [{ why: 'ring', says, clause: `${regulation.slug}#${flow.clause}` }];
  });
}

/** One text asks for more people in a post of a unit than the other one allows. */
function bounds(law: InForce, other: InForce, organisation: Organisation): readonly Reason[] {
  const called = { path: [law, other], organisation };
  return law.regulation.posts.flatMap((post) =>
    other.regulation.posts.flatMap((theirs) => {
      const shared = unitsOf(post, law).filter(
        (unit) => theirs.id === post.id && unitsOf(theirs, other).includes(unit),
      );
      const [unit] = shared;
      const few = (post.max ?? Number.POSITIVE_INFINITY) < (theirs.min ?? 0);
      const many = (post.min ?? 0) > (theirs.max ?? Number.POSITIVE_INFINITY);
      if (unit === undefined || !(few || many)) return [];
      const who = `${unitName(unit, called)}的${postName(post.id, unit, called)}`;
      const says = few
        ? `${who}至多 ${post.max} 人，${named(other, theirs.clause)}要至少 ${theirs.min} 人`
        : `${who}要至少 ${post.min} 人，${named(other, theirs.clause)}说至多 ${theirs.max} 人`;
      return [{ why: 'post_bounds', says, clause: `${law.regulation.slug}#${post.clause}` }];
    }),
  );
}
