/** Titles of pictures and tables go to what they belong to. */
import { type Block, type Paragraph, textOf } from './model.ts';

const signsMax = 80;
const ofFigure = /^图\s*[0-9０-９一二三四五六七八九十]/;
const ofTable = /^表\s*[0-9０-９一二三四五六七八九十]/;

/** Said by the source (its caption style), or shown: short, centred, and beginning 图 1 or 表 1. */
const isTitle = (block: Block | undefined, begins: RegExp): block is Paragraph => {
  if (block?.is !== 'p' || block.runs.some((run) => run.is !== 'text')) return false;
  const text = textOf(block.runs);
  return text.length <= signsMax && (block.caption || (block.align === 'center' && begins.test(text)));
};

/** A picture's title stands under it, a table's above it. */
export function captioned(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (
      last?.is === 'figure' &&
      last.caption.length === 0 &&
      isTitle(block, ofFigure) &&
      !ofTable.test(textOf(block.runs))
    )
      out[out.length - 1] = { ...last, caption: block.runs };
    else if (block.is === 'table' && isTitle(last, ofTable) && !ofFigure.test(textOf(last.runs)))
      out[out.length - 1] = { ...block, caption: last.runs };
    else out.push(block);
  }
  return out;
}
