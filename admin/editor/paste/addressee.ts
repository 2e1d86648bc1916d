/** The one line of an official letter that stands without an indent: the organs that it is addressed to. */
import { type Block, type Paragraph, textOf } from './model.ts';

const isBody = (block: Block): block is Paragraph => block.is === 'p' && block.align === '';

/**
 * Body text is indented by the site, whatever the source does. Only the addressee keeps its place at the margin: the last
 * line before the first indented one, if it ends in a colon and the source does not indent it (GB/T 9704).
 */
export function addressed(blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex((block) => isBody(block) && block.indented);
  const at = blocks.slice(0, Math.max(first, 0)).findLastIndex((block) => block.is === 'p');
  return blocks.map((block, y) =>
    y === at && isBody(block) && /[：:]$/.test(textOf(block.runs)) ? { ...block, noindent: true } : block,
  );
}
