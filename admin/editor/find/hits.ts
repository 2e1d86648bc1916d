/** Where a word stands in the text, also across bold and links, never across a line or from one block into the next. */
import type { Node } from '@tiptap/pm/model';

export type Hit = { readonly from: number; readonly to: number };
export type Wish = { readonly text: string; readonly exact: boolean };

/** What stands for a break or a reference: no word that is looked for contains it. */
const gap = '\u{fffc}';
/** Sign by sign, so that every sign keeps its place: some grow when they are made small. */
const folded = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => {
    const sign = text[i] ?? '';
    const low = sign.toLowerCase();
    return low.length === 1 ? low : sign;
  }).join('');

/** The words of a block, one sign for each position of it. */
export function lineOf(block: Node): string {
  let line = '';
  block.forEach((child) => {
    line += child.isText ? (child.text ?? '') : gap.repeat(child.nodeSize);
  });
  return line;
}

const lines = new WeakMap<Node, { readonly plain: string; readonly low: string }>();
function linesOf(block: Node) {
  const known = lines.get(block);
  if (known) return known;
  const plain = lineOf(block);
  const made = { plain, low: folded(plain) };
  lines.set(block, made);
  return made;
}

/** In the order of the text; none overlap. `exact`: capital and small letters differ. */
export function hitsOf(doc: Node, { text, exact }: Wish): Hit[] {
  if (text === '' || text.includes(gap)) return [];
  const wanted = exact ? text : folded(text);
  const hits: Hit[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const { plain, low } = linesOf(node);
    const line = exact ? plain : low;
    for (let at = line.indexOf(wanted); at >= 0; at = line.indexOf(wanted, at + wanted.length))
      hits.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.length });
    return false;
  });
  return hits;
}
