/** Html of the profile into a document of the editor. What comes from elsewhere was cleaned before it gets here. */
import { type Node, DOMParser as Reader, type Schema } from '@tiptap/pm/model';

/** More would be laid out for longer than 200 ms at a key: 0209 in docs/decisions. */
export const cellsMax = 10_000;
export class TooManyCells extends Error {}

/** An inert page: nothing in it loads or runs. */
export const parsed = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;

/** Throws TooManyCells. */
export function readDoc(schema: Schema, html: string): Node {
  const body = parsed(html);
  if (body.querySelectorAll('td, th').length > cellsMax) throw new TooManyCells();
  return closed(Reader.fromSchema(schema).parse(body, { preserveWhitespace: true }));
}

/** A text ends with a paragraph (before its footnotes), so that one can always go on writing. */
function closed(doc: Node): Node {
  const list = doc.lastChild?.type.name === 'footnotes' ? doc.lastChild : undefined;
  const last = list ? doc.maybeChild(doc.childCount - 2) : doc.lastChild;
  const paragraph = doc.type.schema.nodes.paragraph;
  if (last?.type === paragraph || !paragraph) return doc;
  const end = doc.content.size - (list?.nodeSize ?? 0);
  const body = doc.content.cut(0, end).addToEnd(paragraph.create());
  return doc.copy(list ? body.addToEnd(list) : body);
}
