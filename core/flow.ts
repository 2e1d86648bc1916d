/** Which chain: the flow that claims a target, its steps under these facets, joined steps, floors, who publishes. */
import type { Outcome } from './outcome.ts';
import type { Facets, Gate, InForce, StepAct } from './regulation/types.ts';

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
export type ChainPublisher =
  | { readonly by: 'author' | 'automatic'; readonly clause: string }
  | { readonly by: 'post'; readonly post: readonly string[]; readonly units: readonly string[]; readonly clause: string };
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

declare function chainFor(move: string, target: Target): Outcome<{ chain: Chain }>;
export type { chainFor };
export type _Unused = Outcome<{ chain: Chain }>;
