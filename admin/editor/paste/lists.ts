/** Items of Word's lists, which stand one after another as paragraphs, become lists inside lists. */
import { addAll } from './add-all.ts';
import type { Block, Item, List, Marker, Run } from './model.ts';

const decimal = /^([0-9０-９]{1,4})[.．。、)）]?$/;
/** 一、 （一） (1) ① a) iv. 1.1 第三条: numbers that a page's own list can't show. */
const counted = /[0-9０-９a-zA-Z\u2160-\u217f\u2460-\u24ff\u3220-\u3229一二三四五六七八九十百零〇甲乙丙丁戊第]/;
const circled = /^[\u2160-\u217f\u2460-\u249b\u3220-\u3229一二三四五六七八九十]/;
const asciiDigits = (text: string) =>
  text.replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/**
 * `text`: the mark as Word writes it out for programs that know no lists; '' where it is not there. `format`: how the
 * style sheet says that this level counts.
 */
export function markerOf(text: string, format: string | undefined): Marker {
  const mark = text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
  if (format === 'bullet' || format === 'image') return { is: 'bullet' };
  if (mark === '') return format === undefined || format === 'none' ? { is: 'bullet' } : { is: 'number', n: undefined };
  const number = decimal.exec(mark)?.[1];
  if (number !== undefined) return { is: 'number', n: Number(asciiDigits(number)) };
  // A single letter is a sign of a symbol font: o, l, n, u, v, ü, Ø, §.
  const isNumber = counted.test(mark) && (mark.length > 1 || circled.test(mark));
  return isNumber || (format !== undefined && /[a-z]/i.test(mark))
    ? { is: 'words', words: written(mark) }
    : { is: 'bullet' };
}

/** What stands between a number and its text: nothing after 、 and ）, a wide space after 第三条, else a space. */
export function written(mark: string): string {
  if (/[、）．。：]$/.test(mark)) return mark;
  return /[条章节款项编]$/.test(mark) ? `${mark}\u3000` : `${mark} `;
}

/** Puts `words` before the text of a line, dressed as the text is. */
export const numbered = (words: string, runs: readonly Run[]): Run[] => {
  const [first, ...rest] = runs;
  return first?.is === 'text' && first.href === ''
    ? [{ ...first, text: words + first.text }, ...rest]
    : [{ is: 'text', text: words, marks: 0, href: '' }, ...runs];
};

type Open = { readonly level: number; readonly list: List; next: number };

/** The list that an item goes on with, or a new one: in the last item of a shallower list, or in the text itself. */
class Nesting {
  readonly out: Block[] = [];
  #open: Open[] = [];

  block(block: Block): void {
    this.#open = [];
    this.out.push(block);
  }

  item({ level, marker, blocks }: Item): void {
    const ordered = marker.is === 'number';
    this.#closeTo(marker.is === 'words' ? level - 1 : level);
    if (marker.is === 'words') {
      addAll(this.#place(), blocks);
      return;
    }
    const n = marker.is === 'number' ? marker.n : undefined;
    let open = this.#open.at(-1);
    const goesOn = open?.level === level && open.list.ordered === ordered && (n === undefined || n === open.next);
    if (!open || !goesOn) {
      this.#closeTo(level - 1);
      const list: List = { is: 'list', ordered, start: n ?? 1, items: [] };
      this.#place().push(list);
      open = { level, list, next: list.start };
      this.#open.push(open);
    }
    open.list.items.push([...blocks]);
    open.next++;
  }

  #closeTo(level: number): void {
    for (let open = this.#open.at(-1); open && open.level > level; open = this.#open.at(-1)) this.#open.pop();
  }
  #place(): Block[] {
    return this.#open.at(-1)?.list.items.at(-1) ?? this.out;
  }
}

/** Blocks without items: those of one place in the text (the body, a cell, a note), in order. */
export function nested(blocks: readonly Block[]): Block[] {
  if (!blocks.some((block) => block.is === 'item')) return [...blocks];
  const nesting = new Nesting();
  for (const block of blocks) {
    if (block.is === 'item') nesting.item(block);
    else nesting.block(block);
  }
  return nesting.out;
}
