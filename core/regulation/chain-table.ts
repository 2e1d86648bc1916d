/** Every chain that a text sets up, with the combinations of facets that go it: for its author to check by eye. */
import { type Chain, chainFor } from '../flow.ts';
import type { Outcome } from '../outcome.ts';
import { dynamicUnits, standardPosts } from '../vocabulary/words.ts';
import { type Axis, axesOf, combinationsMax, combinationsOf, countOf, expressionsOf } from './checks/combinations.ts';
import type { Facets, InForce, Regulation } from './types.ts';
import { type Words, wordsOf } from './words.ts';

/** `steps` and `publish` are sentences; `refused` stands instead of them where the text gives no chain of its own. */
export type ChainRow = {
  readonly move: string;
  readonly combinations: readonly Facets[];
  readonly flow?: string;
  readonly clause?: string;
  readonly steps: readonly string[];
  readonly publish?: string;
  readonly refused?: 'floor_without_chain' | 'no_chain';
};

/** Chains in the order in which their first combination comes; over 50,000 combinations the list is empty. */
export function chainTable(regulation: Regulation): readonly ChainRow[] {
  return movesOf(regulation).flatMap((move) => rowsOf(move, regulation));
}

/** `article.publish` first, then what else its flows are about. */
export const movesOf = (regulation: Regulation): readonly string[] => [
  ...new Set(['article.publish', ...regulation.flows.map((flow) => flow.move)]),
];

function rowsOf(move: string, regulation: Regulation): readonly ChainRow[] {
  const axes = axesOfMove(move, regulation);
  if (!axes) return [];
  const words = wordsOfRegulation(regulation);
  const rows = new Map<string, ChainRow>();
  for (const facets of combinationsOf(axes)) {
    const row = rowOf(move, facets, regulation, words);
    const key = JSON.stringify({ ...row, combinations: [] });
    rows.set(key, { ...row, combinations: [...(rows.get(key)?.combinations ?? []), facets] });
  }
  return [...rows.values()];
}

/** The facets that the rules of this move ask about; undefined: it has no flow, or over 50,000 combinations. */
export function axesOfMove(move: string, regulation: Regulation): readonly Axis[] | undefined {
  const flows = regulation.flows.filter((flow) => flow.move === move);
  if (flows.length === 0) return undefined;
  const joined = regulation.steps.filter((step) => step.move === move);
  const axes = axesOf(expressionsOf(flows, joined), regulation);
  return countOf(axes) > combinationsMax ? undefined : axes;
}

/** The chain is asked for with every reference standing for itself, so that its units are roles that have names. */
export const chainAt = (move: string, facets: Facets, regulation: Regulation): Outcome<{ chain: Chain }> =>
  chainFor(move, {
    path: [itself(regulation)],
    facets,
    authorUnit: 'author.unit',
    siteOwner: 'site.owner',
    columnLead: ['column.lead'],
  });

function rowOf(move: string, facets: Facets, regulation: Regulation, words: Words): ChainRow {
  const answer = chainAt(move, facets, regulation);
  const none = { move, combinations: [], steps: [] };
  if (!answer.ok)
    return { ...none, refused: answer.why === 'floor_without_chain' ? 'floor_without_chain' : 'no_chain' };
  const { chain } = answer;
  const publish = move === 'article.publish' ? { publish: sayPublisher(chain, words) } : {};
  const steps = chain.steps.map((step) => words.step({ post: step.post, of: step.units[0] ?? '', act: step.act }));
  return { ...none, flow: chain.flow, clause: chain.clause, steps, ...publish };
}

const sayPublisher = ({ publish }: Chain, words: Words): string =>
  words.publisher(publish.by === 'post' ? { post: publish.post, of: publish.units[0] ?? '' } : publish.by);

function itself(regulation: Regulation): InForce {
  const references = [...Object.keys(regulation.roles), ...Object.keys(dynamicUnits)];
  const roles = Object.fromEntries(references.map((one) => [one, [one]]));
  const binding = { unit: 'self', roles, leads: {}, values: {}, readings: [] };
  return { versionId: '', adoptionId: '', binding, regulation };
}

/** `of`: two units may give one id of a post two names (ZJ: 处室负责人, 办公室领导); this unit's name counts first. */
export function wordsOfRegulation(regulation: Regulation, of?: string): Words {
  const posts = regulation.posts.toReversed();
  return wordsOf({
    roles: new Map(Object.entries(regulation.roles)),
    posts: new Map([
      ...Object.entries(standardPosts),
      ...[...posts, ...posts.filter((post) => post.of === of)].map((post) => [post.id, post.name] as const),
    ]),
    columns: new Map(regulation.columns.map((column) => [column.id, column.name])),
    values: new Map(Object.entries(regulation.values)),
    blocks: new Map(Object.entries(namedBlocks(regulation)).map(([kind, all]) => [kind, namesById(all)])),
    filings: new Map((regulation.filings ?? []).map(({ id, fields }) => [id, new Map(Object.entries(fields))])),
  });
}

/** The blocks that events may be named after. */
const namedBlocks = ({ filings = [], findings = [], checks = [], bulletins = [] }: Regulation) => ({
  filing: filings,
  finding: findings,
  check: checks,
  bulletin: bulletins,
});
const namesById = (blocks: readonly { readonly id: string; readonly name?: string }[]): ReadonlyMap<string, string> =>
  new Map(blocks.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const])));
