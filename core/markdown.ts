/** The one Markdown parser: CommonMark with front matter. Nothing else parses it, and no regular expression stands in for it. */
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkFrontmatter);

/** The tree of a text, with the position of each node. Never throws on a text, however odd; RangeError on absurd nesting. */
export const parseMarkdown = (source: string): Root => parser.parse(source);
