/** The chains of two versions, side by side, for every combination of facets in which they differ. */
import { moveName } from '../vocabulary/move-name.ts';
import { sayCases } from './cases.ts';
import { chainAt, movesOf } from './chain-table.ts';
import { articleOf, sayChain } from './chain-words.ts';
import { type Axis, axesOf, combinationsMax, combinationsOf, countOf, expressionsOf } from './checks/combinations.ts';
import { articleName } from './cite.ts';
import { covering } from './cover.ts';
import { scalesOf } from './scales.ts';
import type { Facets, Regulation } from './types.ts';

/** `refused`: why there is no chain; then there are no steps. `clause`, `article`: of the flow. */
export type ChainSide = {
  readonly steps: readonly string[];
  readonly publish: readonly string[];
  readonly refused?: string;
  readonly clause?: string;
  readonly article?: string;
};
/** `when`: the combinations of facets, in words. */
export type ComparedChain = {
  readonly move: string;
  readonly when: string;
  readonly before: ChainSide;
  readonly after: ChainSide;
};

export function comparedChains(
  old: Regulation,
  now: Regulation,
): { readonly chains: readonly ComparedChain[]; readonly tooMany: readonly string[] } {
  const chains: ComparedChain[] = [];
  const tooMany: string[] = [];
  for (const move of new Set([...movesOf(old), ...movesOf(now)])) {
    const axes = axesOfBoth(move, old, now);
    if (countOf(axes) > combinationsMax) tooMany.push(moveName(move));
    else chains.push(...ofMove(move, axes, old, now));
  }
  return { chains, tooMany };
}

function axesOfBoth(move: string, old: Regulation, now: Regulation): readonly Axis[] {
  const asked = [old, now].flatMap(({ flows, steps }) =>
    expressionsOf(
      flows.filter((flow) => flow.move === move),
      steps.filter((step) => step.move === move),
    ),
  );
  return axesOf(asked, scalesOf(old, now));
}

function ofMove(move: string, axes: readonly Axis[], old: Regulation, now: Regulation): readonly ComparedChain[] {
  const groups = new Map<string, { before: ChainSide; after: ChainSide; cases: Facets[] }>();
  for (const facets of combinationsOf(axes)) {
    const [before, after] = [sideOf(move, facets, old), sideOf(move, facets, now)];
    if (whatOf(before) === whatOf(after)) continue;
    const key = JSON.stringify([before, after]);
    const group = groups.get(key) ?? { before, after, cases: [] };
    group.cases.push(facets);
    groups.set(key, group);
  }
  const scales = scalesOf(old, now);
  return [...groups.values()].map(({ before, after, cases }) => ({
    move: moveName(move),
    when: sayCases(covering(cases, axes, scales)),
    before,
    after,
  }));
}

/** The same chain under another article is no other chain. */
const whatOf = ({ steps, publish, refused }: ChainSide): string => JSON.stringify([steps, publish, refused]);

function sideOf(move: string, facets: Facets, regulation: Regulation): ChainSide {
  const answer = chainAt(move, facets, regulation);
  if (!answer.ok) {
    const refused = answer.why === 'floor_without_chain' ? '由网站主管单位自己的规定定流程' : '不归这份规定管';
    return { steps: [], publish: [], refused };
  }
  const clause = articleOf(answer.chain.clause);
  return { ...sayChain(move, answer.chain, regulation), clause, article: articleName(clause) };
}
