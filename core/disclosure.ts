/** The way of disclosure (公开方式): which article asks a text for it. JY-12a. */
import { type Chain, clauseOf } from './chain.ts';
import { facetsIn } from './facets.ts';
import type { Clause } from './outcome.ts';
import type { Flow, InForce } from './regulation/types.ts';

/**
 * The article of the step that confirms it, else of the nearest flow that parts texts by it; undefined where nobody
 * asks: then a text for the public site is an open one.
 */
export function disclosureClause(path: readonly InForce[], chain: Chain | undefined): Clause | undefined {
  const confirms = chain?.steps.find((step) => step.confirms?.includes('disclosure'));
  if (confirms) return confirms.clause;
  const asking = path.flatMap((law) => law.regulation.flows.filter(parts).map((flow) => clauseOf(law, flow.clause)));
  return asking[0];
}

const parts = (flow: Flow): boolean =>
  flow.move === 'article.publish' &&
  [flow.for, ...[...flow.steps, ...flow.publish].flatMap((part) => (part.when ? [part.when] : []))].some((expr) =>
    facetsIn(expr).includes('disclosure'),
  );
