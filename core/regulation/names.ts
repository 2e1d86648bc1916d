/** The names that a file declares, gathered before anything that may refer to them is read. */
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { facetValues, rising } from '../vocabulary/facets.ts';
import { standardFilings } from '../vocabulary/filings.ts';
import { standardColumns, standardPosts } from '../vocabulary/words.ts';
import { type Body, keyText } from './body.ts';
import type { RawBlock } from './markdown.ts';
import type { Role, ValueDef } from './types.ts';

export type Names = {
  readonly roles: ReadonlyMap<string, Role>;
  /** Values that the adopter sets, by id. */
  readonly values: ReadonlyMap<string, Pick<ValueDef, 'name' | 'is'>>;
  /** Ids of the file's blocks, by kind: a duty counts lines of other duties. */
  readonly blocks: ReadonlyMap<string, readonly string[]>;
  /** id → what people call it: posts of the file and the standard ones. */
  readonly posts: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, string>;
  /** Facets of the file and of the product with the values allowed in expressions; `scale` those with an order. */
  readonly facets: ReadonlyMap<string, readonly string[]>;
  readonly scale: ReadonlyMap<string, readonly string[]>;
  /** `kind id` → what people call it: the file's blocks, and standard filings. */
  readonly called: ReadonlyMap<string, string>;
  /** id → the moves that the flow is about. */
  readonly flows: ReadonlyMap<string, readonly string[]>;
  /** Filings of the file and the standard ones → their fields that are a day or an instant: these are events. */
  readonly dates: ReadonlyMap<string, readonly string[]>;
};

export const noNames: Names = {
  roles: new Map(),
  values: new Map(),
  blocks: new Map(),
  posts: new Map(),
  columns: new Map(),
  facets: new Map(),
  scale: new Map(),
  called: new Map(),
  flows: new Map(),
  dates: new Map(),
};

/** Tolerant on purpose: what is malformed is reported when it is read itself, and must not make others look wrong. */
export function namesOf(front: Body | undefined, blocks: readonly RawBlock[]): Names {
  const columns = blocks.filter((block) => block.kind === 'columns').flatMap(entriesOf);
  const posts = blocks.filter((block) => block.kind === 'posts').flatMap(entriesOf);
  const scale = new Map([...Object.entries(rising), ...listsOf(valueAt(front?.root, 'scale'))]);
  const declared = {
    column: named(columns, standardColumns).map(([id]) => id),
    class: columns.flatMap((entry) => textAt(entry, 'class') ?? []),
    part: columns.flatMap((entry) => pairsIn(valueAt(entry, 'parts')).map(([part]) => part)),
  };
  return {
    roles: new Map(pairsIn(valueAt(front?.root, 'roles')).map(([id, role]) => [id, roleOf(id, role)])),
    values: new Map(pairsIn(valueAt(front?.root, 'values')).flatMap(([id, value]) => openValue(id, value))),
    blocks: new Map(
      [...new Set(blocks.map((block) => block.kind))].map((kind) => [
        kind,
        blocks.filter((block) => block.kind === kind).map((block) => block.id),
      ]),
    ),
    posts: new Map([...Object.entries(standardPosts), ...named(posts, standardPosts)]),
    columns: new Map(named(columns, standardColumns)),
    facets: new Map([
      ...Object.entries(facetValues),
      ...Object.entries(declared).map(([facet, values]) => [facet, [...new Set(values)]] as const),
      ...listsOf(valueAt(front?.root, 'facets')),
      ...scale,
    ]),
    scale,
    called: calledIn(blocks),
    flows: new Map(blocks.filter(({ kind }) => kind === 'flow').map((flow) => [flow.id, movesIn(flow)])),
    dates: datesOf(blocks.filter(({ kind }) => kind === 'filing')),
  };
}

function calledIn(blocks: readonly RawBlock[]): Names['called'] {
  const standard = Object.entries(standardFilings).map(([id, { name }]) => [`filing ${id}`, name] as const);
  const own = blocks.map(({ kind, id, body }): readonly [string, string] => {
    const extended = kind === 'filing' ? standardFilings[textAt(body?.root, 'extends') ?? '']?.name : undefined;
    return [`${kind} ${id}`, textAt(body?.root, 'name') ?? extended ?? id];
  });
  return new Map([...standard, ...own]);
}

function movesIn({ body }: RawBlock): readonly string[] {
  const move = valueAt(valueAt(body?.root, 'for'), 'move');
  if (isSeq(move)) return move.items.flatMap((one) => (isScalar(one) ? [keyText(one)] : []));
  return [isScalar(move) ? keyText(move) : 'article.publish'];
}

/** `held_on: day! 开会日期` is a day; a standard filing brings its own. */
function datesOf(filings: readonly RawBlock[]): Names['dates'] {
  const standard = new Map(
    Object.entries(standardFilings).map(([id, { fields }]) => [
      id,
      Object.entries(fields).flatMap(([name, { type }]) => (type === 'day' || type === 'instant' ? [name] : [])),
    ]),
  );
  const own = filings.map(({ id, body }): [string, readonly string[]] => {
    const fields = pairsIn(valueAt(body?.root, 'fields')).flatMap(([name, value]) =>
      isScalar(value) && /^(day|instant)\b/.test(keyText(value)) ? [name] : [],
    );
    return [id, [...(standard.get(textAt(body?.root, 'extends') ?? '') ?? []), ...fields]];
  });
  return new Map([...standard, ...own]);
}

function roleOf(id: string, node: unknown): Role {
  const is = textAt(node, 'is');
  return { name: textAt(node, 'name') ?? id, is: is === 'units' || is === 'body' ? is : 'unit' };
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

function valueAt(node: unknown, key: string): unknown {
  return isMap(node) ? node.items.find((pair) => isScalar(pair.key) && keyText(pair.key) === key)?.value : undefined;
}

function textAt(node: unknown, key: string): string | undefined {
  const value = valueAt(node, key);
  return isScalar(value) && value.value !== null ? keyText(value) : undefined;
}

function pairsIn(node: unknown): readonly [string, unknown][] {
  return isMap(node)
    ? node.items.flatMap((pair) => (isScalar(pair.key) ? [[keyText(pair.key), pair.value] as [string, unknown]] : []))
    : [];
}
