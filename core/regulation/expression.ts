/** Facet expressions: a map means all, a list means any, `{}` everything, `important..` that and above, `not` negates. */
import { isNode, isSeq, type Node } from 'yaml';
import { moves } from '../vocabulary/words.ts';
import { unknownWord } from './body.ts';
import { type Form, found, oneOrList, pairsOf, plainText, type Reading, word } from './form.ts';
import { amount, bound } from './measure.ts';
import { phrase } from './phrase.ts';
import type { FacetExpr, FacetTest } from './types.ts';

/** Over what a duty or a line counts: also facets of inspections, pages, letters, units, and fields of filings. */
export const facets: Form<FacetExpr> = { shows: 'FACETS', read: (node, reading) => readExpr(node, all(reading)) };
/** Over articles and where they go: what a chain may depend on. */
export const articleFacets: Form<FacetExpr> = {
  shows: 'FACETS',
  read: (node, reading) => readExpr(node, ofArticles(reading)),
};

/** What may be asked here, beside the reading. */
type Asking = Reading & { readonly known: ReadonlyMap<string, readonly string[]> };
const ofArticles = (reading: Reading): Asking => ({ ...reading, known: reading.names.facets });
const all = (reading: Reading): Asking => ({
  ...reading,
  known: new Map([...reading.names.counted, ...reading.names.facets]),
});

/** `for:` of flows and steps: a facet expression with `move` beside it; without one it is about article.publish. */
export type Targets = { readonly moves: readonly string[]; readonly expr: FacetExpr };
export const targets: Form<Targets> = {
  shows: 'FACETS（可带 move）',
  read(node, reading) {
    const found: string[] = [];
    const expr = readExpr(node, ofArticles(reading), (value) => {
      const read = oneOrList(moveWord).read(value, reading);
      found.push(...(read ?? []));
      return read !== undefined;
    });
    return expr && { moves: found.length > 0 ? [...new Set(found)] : ['article.publish'], expr };
  },
};

const filingMove = /^filing\.[a-z0-9-]+\.(open|change|close)$/;
const moveWord: Form<string> = {
  shows: 'MOVE',
  read(node, reading) {
    const text = plainText(node, reading, '一个动作');
    if (text !== undefined && filingMove.test(text)) return text;
    return text === undefined ? undefined : word('动作', Object.keys(moves)).read(node, reading);
  },
};

function readExpr(node: Node, reading: Asking, onMove?: (value: Node) => boolean): FacetExpr | undefined {
  if (isSeq(node)) {
    const any = node.items.map((item) => (isNode(item) ? readExpr(item, reading) : undefined));
    return any.every((one) => one !== undefined) ? { any } : undefined;
  }
  const pairs = pairsOf(node, reading, '条件，如 { weight: important.. }');
  if (!pairs) return undefined;
  const all: FacetTest[] = [];
  let sound = true;
  for (const { key, keyNode, value } of pairs) {
    if (key === 'move' && onMove) {
      sound = onMove(value) && sound;
      continue;
    }
    const test = readTest(key, keyNode, value, reading);
    if (test) all.push(test);
    else sound = false;
  }
  return sound ? { all } : undefined;
}

function readTest(key: string, keyNode: Node, value: Node, reading: Asking): FacetTest | undefined {
  if (key === 'move') {
    reading.fault(keyNode, 'move 只能写在 for 的最外一层');
    return undefined;
  }
  if (key === 'not') {
    const not = readExpr(value, reading);
    return not && { not };
  }
  const known = reading.known.get(key);
  if (!known) {
    reading.fault(keyNode, unknownWord(key, '分类', reading.known.keys()));
    return undefined;
  }
  if (known.length === 0 && reading.names.counted.has(key)) {
    const number = quantity.read(value, reading);
    return number && { facet: key, in: [], number };
  }
  const values = oneOrList(facetValue(key, known)).read(value, reading);
  return values && { facet: key, in: [...new Set(values.flat())] };
}

/** `findings: at least 1`. */
const quantity = phrase('BOUND N', (words, reading) => ({ bound: bound(words), n: amount(words, reading) }));

/** One value, or a range `X..`, unfolded. */
function facetValue(facet: string, known: readonly string[]): Form<readonly string[]> {
  return {
    shows: known.join(' | '),
    read(node, reading) {
      const text = plainText(node, reading, `${facet} 的取值`);
      if (text === undefined) return undefined;
      const order = reading.names.scale.get(facet);
      const floor = text.endsWith('..') ? text.slice(0, -2).trim() : undefined;
      if (floor !== undefined && !order) {
        reading.fault(
          node,
          `“..”只用于有高低的分类：${[...reading.names.scale.keys()].join('、')}；现在是${found(node)}`,
        );
        return undefined;
      }
      if (known.includes(floor ?? text))
        return floor === undefined ? [text] : (order ?? []).slice(order?.indexOf(floor));
      reading.fault(node, unknownWord(floor ?? text, `${facet} 的取值`, known));
      return undefined;
    },
  };
}
