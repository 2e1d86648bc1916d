/** The names that a file declares, gathered before anything that may refer to them is read. */
import { isScalar, isSeq, type Node } from 'yaml';
import { columnClasses } from '../vocabulary/column-classes.ts';
import { countedFacets, facetValues, rising } from '../vocabulary/facets.ts';
import { standardFilings } from '../vocabulary/filings.ts';
import { standardColumns, standardPosts } from '../vocabulary/words.ts';
import { type Body, keyText } from './body.ts';
import { type FiledFields, facetsOfFilings, filingsIn } from './filing-names.ts';
import type { RawBlock } from './markdown.ts';
import { pairsIn, textAt, valueAt } from './peek.ts';
import type { Role, ValueDef } from './types.ts';

export type Names = {
  readonly roles: ReadonlyMap<string, Role>;
  /** Values that the adopter sets, by id. */
  readonly values: ReadonlyMap<string, Pick<ValueDef, 'name' | 'is'>>;
  /** The file's blocks by kind: id → what people call it. A duty counts lines of other duties. */
  readonly blocks: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** id → what people call it: posts of the file and the standard ones. */
  readonly posts: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, string>;
  /** Facets of the file and of the product with the values allowed in expressions; `scale` those with an order. */
  readonly facets: ReadonlyMap<string, readonly string[]>;
  readonly scale: ReadonlyMap<string, readonly string[]>;
  /** id → the moves that the flow is about. */
  readonly flows: ReadonlyMap<string, readonly string[]>;
  /** Filings of the file and the standard ones, by id. */
  readonly filings: ReadonlyMap<string, FiledFields>;
  /** Facets of what a duty or a line counts, beside those of articles: of inspections, pages, letters, units, filings. */
  readonly counted: ReadonlyMap<string, readonly string[]>;
};

export const noNames: Names = {
  roles: new Map(),
  values: new Map(),
  blocks: new Map(),
  posts: new Map(),
  columns: new Map(),
  facets: new Map(),
  scale: new Map(),
  flows: new Map(),
  filings: new Map(),
  counted: new Map(),
};

/** Tolerant on purpose: what is malformed is reported when it is read itself, and must not make others look wrong. */
export function namesOf(front: Body | undefined, blocks: readonly RawBlock[]): Names {
  const columns = blocks.filter((block) => block.kind === 'columns').flatMap(entriesOf);
  const posts = blocks.filter((block) => block.kind === 'posts').flatMap(entriesOf);
  const scale = new Map([...Object.entries(rising), ...listsOf(valueAt(front?.root, 'scale'))]);
  const declared = {
    column: named(columns, standardColumns).map(([id]) => id),
    class: [...Object.keys(columnClasses), ...columns.flatMap((entry) => textAt(entry, 'class') ?? [])],
    part: columns.flatMap((entry) => pairsIn(valueAt(entry, 'parts')).map(([part]) => part)),
  };
  const filings = filingsIn(blocks);
  return {
    roles: new Map(pairsIn(valueAt(front?.root, 'roles')).map(([id, role]) => [id, roleOf(id, role)])),
    values: new Map(pairsIn(valueAt(front?.root, 'values')).flatMap(([id, value]) => openValue(id, value))),
    blocks: blocksByKind(blocks),
    posts: new Map([...Object.entries(standardPosts), ...named(posts, standardPosts)]),
    columns: new Map(named(columns, standardColumns)),
    facets: new Map([
      ...Object.entries(facetValues),
      ...Object.entries(declared).map(([facet, values]) => [facet, [...new Set(values)]] as const),
      ...listsOf(valueAt(front?.root, 'facets')),
      ...scale,
    ]),
    scale,
    flows: new Map(blocks.filter(({ kind }) => kind === 'flow').map((flow) => [flow.id, movesIn(flow)])),
    filings,
    counted: new Map([
      ...Object.entries(countedFacets),
      ['role', pairsIn(valueAt(front?.root, 'roles')).map(([id]) => id)],
      ...facetsOfFilings(filings),
    ]),
  };
}

function movesIn({ body }: RawBlock): readonly string[] {
  const move = valueAt(valueAt(body?.root, 'for'), 'move');
  if (isSeq(move)) return move.items.flatMap((one) => (isScalar(one) ? [keyText(one)] : []));
  return [isScalar(move) ? keyText(move) : 'article.publish'];
}

function roleOf(id: string, node: unknown): Role {
  const is = textAt(node, 'is');
  return { name: textAt(node, 'name') ?? id, is: is === 'units' || is === 'body' ? is : 'unit' };
}

function blocksByKind(blocks: readonly RawBlock[]): Names['blocks'] {
  const kinds = new Map<string, Map<string, string>>();
  for (const { kind, id, body } of blocks) {
    const names = kinds.get(kind) ?? new Map<string, string>();
    const standard = kind === 'filing' ? standardFilings[textAt(body?.root, 'extends') ?? '']?.name : undefined;
    kinds.set(kind, names.set(id, textAt(body?.root, 'name') ?? standard ?? names.get(id) ?? id));
  }
  return kinds;
}

const valueKinds = ['duration', 'period', 'number', 'clock'] as const;
function openValue(id: string, node: unknown): readonly (readonly [string, Pick<ValueDef, 'name' | 'is'>])[] {
  const is = valueKinds.find((kind) => kind === textAt(node, 'is'));
  return is ? [[id, { name: textAt(node, 'name') ?? id, is }]] : [];
}

const listsOf = (node: unknown): readonly [string, readonly string[]][] =>
  pairsIn(node).map(([key, list]) => [
    key,
    isSeq(list) ? list.items.flatMap((item) => (isScalar(item) ? [keyText(item)] : [])) : [],
  ]);

function entriesOf(block: RawBlock): readonly Node[] {
  const list = block.body && valueAt(block.body.root, 'list');
  return isSeq(list) ? (list.items as Node[]) : [];
}

/**
 * The first name that is given to an id counts; a second one is reported by the check of columns. Without a name the
 * standard one counts.
 */
function named(entries: readonly Node[], standard: Readonly<Record<string, string>>): readonly [string, string][] {
  const usual = (id: string) => (Object.hasOwn(standard, id) ? standard[id] : undefined) ?? id;
  const names = new Map<string, string>();
  for (const entry of entries) {
    const id = textAt(entry, 'id');
    if (id !== undefined && (names.get(id) ?? usual(id)) === usual(id))
      names.set(id, textAt(entry, 'name') ?? usual(id));
  }
  return [...names];
}
