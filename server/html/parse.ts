/** Html as a browser reads it, into a tree: with bounds on depth and on elements, so that no text can make it run away. */
import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, Parser } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

const depthMax = 256;
/** A browser repeats unclosed marks in each new block: a few bytes could otherwise ask for millions of elements. */
const elementsMax = 400_000;

/** The text is nested too deep, or asks for too many elements. */
export class TooDeep extends Error {}

class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  #made = 0;
  override onItemPush(node: DefaultTreeAdapterMap['parentNode'], tid: number, isTop: boolean): void {
    this.#made += 1;
    if (this.openElements.stackTop > depthMax || this.#made > elementsMax) throw new TooDeep();
    super.onItemPush(node, tid, isTop);
  }
}

/** The nodes of a fragment, as inside a body. Throws TooDeep. */
export function parseFragment(html: string): readonly Node[] {
  const parser = BoundedParser.getFragmentParser<DefaultTreeAdapterMap>();
  parser.tokenizer.write(html, true);
  return parser.getFragment().childNodes;
}

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((a) => a.name === name)?.value;
export const classes = (element: Element): readonly string[] =>
  (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);

/** The words inside, as they stand. */
export function wordsIn(nodes: readonly Node[]): string {
  let words = '';
  for (const node of nodes) {
    if (isText(node)) words += node.value;
    else if (isElement(node)) words += wordsIn(node.childNodes);
  }
  return words;
}

/** The first element of that name inside, itself not included. */
export function find(element: Element, tag: string): Element | undefined {
  for (const node of element.childNodes) {
    if (!isElement(node)) continue;
    if (node.tagName === tag) return node;
    const inside = find(node, tag);
    if (inside) return inside;
  }
  return undefined;
}
