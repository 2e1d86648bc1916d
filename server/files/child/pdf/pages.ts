/** The pages of a PDF, as the tree of pages names them. */
import { PDFArray, PDFDict, type PDFObject, PDFRef, PDFStream } from './lib.ts';
import { at, key, nameAt } from './read.ts';

export type Pages = {
  readonly leaves: ReadonlySet<PDFDict>;
  /** The streams that draw them. */
  readonly drawing: ReadonlySet<PDFObject>;
};

/** Undefined when a page can't be drawn as it says: a link of the tree, or what draws a page, isn't there. */
export function pagesOf(catalog: PDFDict): Pages | undefined {
  const leaves = new Set<PDFDict>();
  const seen = new Set<PDFDict>();
  const left: (PDFObject | undefined)[] = [at(catalog, 'Pages')];
  while (left.length > 0) {
    const node = left.pop();
    if (!(node instanceof PDFDict)) return undefined;
    const kids = at(node, 'Kids');
    if (!(kids instanceof PDFArray) || nameAt(node, 'Type') === 'Page') {
      // One page may stand in the tree twice.
      leaves.add(node);
      continue;
    }
    // A tree that leads back to itself.
    if (seen.has(node)) return undefined;
    seen.add(node);
    left.push(...kids.asArray().map((kid) => node.context.lookup(kid)));
  }
  const drawing = new Set<PDFObject>();
  for (const leaf of leaves) {
    const streams = contentsOf(leaf);
    if (!streams) return undefined;
    for (const stream of streams) drawing.add(stream);
  }
  return leaves.size > 0 ? { leaves, drawing } : undefined;
}

/** One stream or a list of them; none on an empty page. */
function contentsOf(page: PDFDict): PDFStream[] | undefined {
  const contents = at(page, 'Contents');
  if (contents === undefined) return page.get(key('Contents')) instanceof PDFRef ? undefined : [];
  const list = contents instanceof PDFArray ? contents.asArray().map((one) => page.context.lookup(one)) : [contents];
  return list.every((one) => one instanceof PDFStream) ? (list as PDFStream[]) : undefined;
}
