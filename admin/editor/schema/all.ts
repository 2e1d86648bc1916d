/** Every form of docs/article-html.md and none beside. The order of the marks is that of their nesting. */
import { files } from './files.ts';
import { footnotes } from './footnotes.ts';
import { lists } from './lists.ts';
import { marks } from './marks.ts';
import { tables } from './table.ts';
import { textBlocks } from './text-blocks.ts';

export const profile = [...marks, ...textBlocks, ...lists, ...tables, ...files, ...footnotes];
