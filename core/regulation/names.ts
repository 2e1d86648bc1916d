/** The names that a file declares, gathered before anything that may refer to them is read. */
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { facetValues, rising } from '../vocabulary/facets.ts';
import { standardPosts } from '../vocabulary/words.ts';
import { keyText } from './body.ts';
import type { Front } from './front.ts';
import type { RawBlock } from './markdown.ts';
import type { Role } from './types.ts';

export type Names = {
  readonly roles: ReadonlyMap<string, Role>;
  /** id → what people call it: posts of the file and the standard ones. */
  readonly posts: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, string>;
  /** Facets of the file and of the product with the values allowed in expressions; `scale` those with an order. */
  readonly facets: ReadonlyMap<string, readonly string[]>;
  readonly scale: ReadonlyMap<string, readonly string[]>;
};

export const noNames: Names = {
  roles: new Map(),
  posts: new Map(),
  columns: new Map(),
  facets: new Map(),
  scale: new Map(),
};

/** Tolerant on purpose: what is malformed here is reported when the block itself is read. */
export function namesOf(front: Front | undefined, blocks: readonly RawBlock[]): Names {
  const columns = blocks.filter((block) => block.kind === 'columns').flatMap(entriesOf);
  const posts = blocks.filter((block) => block.kind === 'posts').flatMap(entriesOf);
  const scale = new Map([...Object.entries(rising), ...Object.entries(front?.scale ?? {})]);
  const declared = {
    column: named(columns, 'id').map(([id]) => id),
    class: columns.flatMap((entry) => textAt(entry, 'class') ?? []),
    part: columns.flatMap(partsOf),
  };
  return {
    roles: new Map(Object.entries(front?.roles ?? {})),
    posts: new Map([...Object.entries(standardPosts), ...named(posts, 'id')]),
    columns: new Map(named(columns, 'id')),
    facets: new Map([
      ...Object.entries(facetValues),
      ...Object.entries(declared).map(([facet, values]) => [facet, [...new Set(values)]] as const),
      ...Object.entries(front?.facets ?? {}),
      ...scale,
    ]),
    scale,
  };
}

function entriesOf(block: RawBlock): readonly Node[] {
  const list = block.body && valueAt(block.body.root, 'list');
  return isSeq(list) ? (list.items as Node[]) : [];
}

/** The first name that is given to an id counts; a second one is reported by the check of columns. */
function named(entries: readonly Node[], key: string): readonly [string, string][] {
  const names = new Map<string, string>();
  for (const entry of entries) {
    const id = textAt(entry, key);
    if (id !== undefined && (names.get(id) ?? id) === id) names.set(id, textAt(entry, 'name') ?? id);
  }
  return [...names];
}

function valueAt(node: unknown, key: string): unknown {
  return isMap(node) ? node.items.find((pair) => isScalar(pair.key) && keyText(pair.key) === key)?.value : undefined;
}

function textAt(node: unknown, key: string): string | undefined {
  const value = valueAt(node, key);
  return isScalar(value) && value.value !== null ? keyText(value) : undefined;
}

function partsOf(entry: Node): readonly string[] {
  const parts = valueAt(entry, 'parts');
  return isMap(parts) ? parts.items.flatMap((pair) => (isScalar(pair.key) ? [keyText(pair.key)] : [])) : [];
}
