/** Which list a paragraph belongs to, from the numbers that Word shows: nested ones, ones that go on, ones that begin anew. */
import type { Numbered } from './numbering.ts';

type Open = {
  readonly list: string;
  readonly depth: number;
  readonly is: 'bullet' | 'count';
  readonly path: string;
  n: number;
};

export class Lists {
  #open: Open[] = [];
  /** Neighbours have different classes, so that mammoth doesn't take them for one list. They are gone after cleaning. */
  #made = 0;

  close(): void {
    this.#open = [];
  }

  /** The path of this paragraph in a list; undefined: it stands in none. */
  place(number: Numbered | undefined): string | undefined {
    if (!number) {
      this.close();
      return undefined;
    }
    if (number.is === 'text') return this.#beneath(number.depth);
    const goes = this.#ongoing(number);
    const open = goes ?? this.#begin(number);
    if (number.is === 'count') open.n = number.n;
    return `${open.path} > li:fresh`;
  }

  /** The beginning of the path of what stands between this list and its next item, or ''. */
  around(next: Numbered | undefined): string {
    const last = this.#open.at(-1);
    if (last && next && this.#open.some(({ list }) => list === next.list)) return `${last.path} > li > `;
    this.close();
    return '';
  }

  /** A number of its own kind below an item: （1） below 1. is a paragraph of that item. */
  #beneath(depth: number): string | undefined {
    this.#open = this.#open.filter((one) => one.depth < depth);
    const last = this.#open.at(-1);
    return last && `${last.path} > li > p:fresh`;
  }

  #ongoing(number: Exclude<Numbered, { is: 'text' }>): Open | undefined {
    const at = this.#open.findIndex(
      ({ list, depth, is }) => list === number.list && depth === number.depth && is === number.is,
    );
    const found = this.#open[at];
    if (!found || (number.is === 'count' && number.n !== found.n + 1)) return undefined;
    this.#open = this.#open.slice(0, at + 1);
    return found;
  }

  #begin(number: Exclude<Numbered, { is: 'text' }>): Open {
    this.#open = this.#open.filter(({ depth }) => depth < number.depth);
    const parent = this.#open.at(-1);
    this.#made = (this.#made + 1) % 2;
    const start = number.is === 'count' && number.n !== 1 ? `[start='${number.n}']` : '';
    const own = `${number.is === 'bullet' ? 'ul' : 'ol'}.l${this.#made}${start}`;
    const path = parent ? `${parent.path} > li > ${own}` : own;
    const open: Open = {
      list: number.list,
      depth: number.depth,
      is: number.is,
      path,
      n: number.is === 'count' ? number.n : 0,
    };
    this.#open.push(open);
    return open;
  }
}
