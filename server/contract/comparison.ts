/** Two versions of a regulation compared in what they do: `core/regulation/diff.ts` as a screen gets it. */
import { z } from 'zod';

/** Absent `clause` and `article`: it stands in the front matter. */
const side = z.object({ says: z.string(), clause: z.string().optional(), article: z.string().optional() });
const compared = z.object({
  key: z.string(),
  kindName: z.string(),
  name: z.string(),
  change: z.enum(['added', 'removed', 'stricter', 'laxer', 'both', 'not comparable', 'changed']),
  before: side.optional(),
  after: side.optional(),
  /** In which respects, in words. */
  differs: z.array(z.string()).readonly(),
});
/** `refused`: why there is no chain. */
const chainSide = z.object({
  steps: z.array(z.string()).readonly(),
  publish: z.array(z.string()).readonly(),
  refused: z.string().optional(),
  clause: z.string().optional(),
  article: z.string().optional(),
});
export const comparison = z.object({
  duties: z.array(compared).readonly(),
  /** For each group of combinations of facets that goes another way: `when` says which. */
  chains: z.array(z.object({ move: z.string(), when: z.string(), before: chainSide, after: chainSide })).readonly(),
  /** Moves with too many combinations to compare. */
  tooMany: z.array(z.string()).readonly(),
  /** Columns, rights, remits, values and the like. */
  others: z.array(compared).readonly(),
  /** Articles in which only the words changed. */
  wordsOnly: z.array(z.string()).readonly(),
});
export type ComparisonView = z.output<typeof comparison>;
export type ComparedView = z.output<typeof compared>;
export type ChainSideView = z.output<typeof chainSide>;
