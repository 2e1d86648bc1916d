/** Plain text: each line a paragraph. */
import { tidy } from './line.ts';
import type { Block } from './model.ts';

export function plainBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split(/\r\n|[\r\n\u2028\u2029\f\v]/)) {
    const { runs, lead } = tidy([{ is: 'text', text: line, marks: 0, href: '' }]);
    if (runs.length > 0)
      blocks.push({ is: 'p', align: '', runs, indented: lead >= 1, noindent: false, caption: false });
  }
  return blocks;
}
