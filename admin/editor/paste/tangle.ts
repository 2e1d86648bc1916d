/**
 * Html that a browser would choke on before we see any of it: its parser takes time with the square of the elements that
 * stay open, repeats unclosed marks in each new block, and its tab was seen to die of a media attribute with 50,000
 * brackets inside each other. One pass tells, before it is asked.
 */

import { commentEnd } from '../html/inert.ts';

/** Open at once. A browser keeps no more than 512 levels; a table in a table in a table of an old page comes to 60. */
const openMax = 1000;
/** Elements that the parser would make. A Word text of 3 MB has about 100,000. */
const elementsMax = 1_000_000;
/** Round brackets inside each other, wherever they are. */
const bracketsMax = 1000;

const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
/** Need no end, or have none. */
const brief = new Set(
  (
    'p li dt dd tr td th tbody thead tfoot caption colgroup option optgroup rb rt rp html head body ' +
    'area base br col embed hr img input link meta param source track wbr'
  ).split(' '),
);

export const isTangled = (html: string): boolean => hasBrackets(html) || hasElements(html);

function hasBrackets(html: string): boolean {
  let open = 0;
  for (let at = 0; at < html.length; at++) {
    const sign = html.charCodeAt(at);
    if (sign === 40 && ++open > bracketsMax) return true;
    if (sign === 41 && open > 0) open--;
  }
  return false;
}

function hasElements(html: string): boolean {
  const open = new Open();
  for (const [, end, name = '', rest = ''] of tagsIn(html)) {
    const tag = name.toLowerCase();
    if (end) open.close(tag);
    else open.open(tag, rest);
    if (open.depth > openMax || open.elements > elementsMax) return true;
  }
  return false;
}

/** Tags outside comments: Word has a second picture of every picture in them. */
function* tagsIn(html: string): Generator<RegExpExecArray> {
  const tag = /<(?:!--|(\/?)([a-z][a-z0-9]*)([^>]*))/gi;
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    if (found[2] !== undefined) yield found;
    else tag.lastIndex = commentEnd(html, found.index);
  }
}

class Open {
  elements = 0;
  readonly #stack: string[] = [];
  readonly #counts = new Map<string, number>();
  /** Marks that are open, by their name with all attributes: a parser repeats three of a kind. */
  readonly #marks = new Map<string, string[]>();
  readonly #kinds = new Map<string, number>();
  #repeated = 0;

  get depth(): number {
    return this.#stack.length;
  }

  open(tag: string, attributes: string): void {
    this.elements += 1;
    if (formatting.has(tag)) this.#mark(tag, attributes);
    else {
      this.elements += this.#repeated;
      if (brief.has(tag)) return;
      this.#stack.push(tag);
      this.#counts.set(tag, (this.#counts.get(tag) ?? 0) + 1);
    }
  }

  close(tag: string): void {
    const marks = this.#marks.get(tag);
    const kind = marks?.pop();
    if (kind !== undefined) this.#count(kind, -1);
    if ((this.#counts.get(tag) ?? 0) === 0) return;
    for (let top = this.#stack.pop(); top !== undefined; top = this.#stack.pop()) {
      this.#counts.set(top, (this.#counts.get(top) ?? 1) - 1);
      if (top === tag) return;
    }
  }

  #mark(tag: string, attributes: string): void {
    const kind = tag + attributes;
    const marks = this.#marks.get(tag) ?? [];
    marks.push(kind);
    this.#marks.set(tag, marks);
    this.#count(kind, 1);
  }
  #count(kind: string, by: 1 | -1): void {
    const before = this.#kinds.get(kind) ?? 0;
    this.#kinds.set(kind, before + by);
    this.#repeated += Math.min(3, before + by) - Math.min(3, before);
  }
}
