/** Lists that the source already writes as lists. */
import { addAll } from './add-all.ts';
import { numbered, written } from './lists.ts';
import type { Block, List } from './model.ts';
import { numeral } from './numerals.ts';

/**
 * `read` gives the blocks inside an item, or of what else stands in the list. `style`: how the list shows its numbers;
 * those that our pages show differently are written out, and the items become paragraphs.
 */
export function realList(element: Element, style: string | undefined, read: (node: Node) => Block[]): Block[] {
  const ordered = element.localName === 'ol';
  const start = Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1;
  const shown = ordered ? (element.getAttribute('type') ?? style) : undefined;
  const items: Block[][] = [];
  const levelled: Block[] = [];
  let out: Block[] | undefined;
  let n = start;
  for (const node of element.childNodes) {
    const blocks = read(node);
    if (blocks.length === 0) continue;
    const level = node.nodeType === 1 ? Number((node as Element).getAttribute('data-aria-level')) : 0;
    const words = numeral(shown, n);
    if (level >= 1)
      levelled.push({ is: 'item', level, marker: ordered ? { is: 'number', n } : { is: 'bullet' }, blocks });
    else if (blocks[0]?.is === 'list' && items.length > 0) {
      // A list that stands in a list without an item of its own belongs to the item before it.
      addAll(items.at(-1) ?? [], blocks);
      continue;
    } else if (words === undefined) items.push(blocks);
    else {
      out ??= [];
      addAll(out, withWords(blocks, words));
    }
    n++;
  }
  if (levelled.length > 0) return levelled;
  if (out) return out;
  const list: List = { is: 'list', ordered, start: ordered ? start : 1, items };
  return items.length > 0 ? [list] : [];
}

function withWords([first, ...rest]: readonly Block[], words: string): Block[] {
  if (first?.is !== 'p') return [first, ...rest].filter((block) => block !== undefined);
  return [{ ...first, runs: numbered(written(words), first.runs) }, ...rest];
}
