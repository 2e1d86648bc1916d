/** Places of files in the text: put in when an upload begins, turned into picture or attachment when it is done. */

import { closeHistory } from '@tiptap/pm/history';
import { Fragment, type Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { sizeWords } from '../../../core/size-words.ts';
import type { FileView } from '../../../server/contract/files.ts';
import { sumOf } from '../figures.ts';
import type { Entry, Queue } from './queue.ts';

/** Where that upload has its place; undefined: it was taken away. */
export function placeOf(doc: Node, id: string): number | undefined {
  let found: number | undefined;
  doc.descendants((node, pos) => {
    if (node.type.name === 'uploading' && node.attrs.id === id) found = pos;
    return found === undefined && sumOf(node).uploads.includes(id);
  });
  return found;
}

/** What the reader will see of a file. The server fills in the rest when it cleans the text. */
export function nodeFor(
  state: EditorState,
  file: FileView,
  { purpose, alt }: Pick<Entry, 'purpose' | 'alt'>,
  caption?: Fragment,
): Node {
  const { figure, attachment } = state.schema.nodes;
  if (purpose === 'picture' && figure) {
    const { address: src, srcset = '', width = '', height = '' } = file;
    const sizes = srcset ? '(max-width: 760px) 100vw, 760px' : '';
    return figure.create({ src, srcset, sizes, width: String(width), height: String(height), alt }, caption);
  }
  if (!attachment) throw new Error('the schema has no attachment');
  const title = file.name.replace(/\.[^.]+$/, '');
  return attachment.create({ href: file.address, download: file.name, title, about: about(file) });
}

/** PDF，1.2 MB: as server/html/print.ts writes it. */
const about = ({ type, size }: FileView): string => `${type}，${sizeWords(size)}`;

/** No step of its own to undo: undoing the insertion takes the picture away as it would have taken the place. */
export function settle(view: EditorView, queue: Queue, id: string): void {
  const entry = queue.get(id);
  const pos = placeOf(view.state.doc, id);
  if (pos === undefined || entry?.state.is !== 'done') return;
  const place = view.state.doc.nodeAt(pos);
  if (!place) return;
  const made = nodeFor(view.state, entry.state.file, entry, place.content);
  view.dispatch(view.state.tr.replaceWith(pos, pos + place.nodeSize, made).setMeta('addToHistory', false));
}

/** Waits until no word is being composed: a change beside it would break it off. */
export function whenCalm(view: EditorView, does: () => void): void {
  if (view.isDestroyed) return;
  if (!view.composing) does();
  else view.dom.addEventListener('compositionend', () => setTimeout(() => whenCalm(view, does)), { once: true });
}

/** Puts blocks where the cursor is: after the block it stands in when that has words, else in its place. */
export function insertBlocks(tr: Transaction, nodes: readonly Node[], at?: number): Transaction {
  closeHistory(tr);
  if (at === undefined && !tr.selection.empty) tr.deleteSelection();
  const $at = at === undefined ? tr.selection.$from : tr.doc.resolve(at);
  const depth = holder($at, nodes);
  const { parent } = $at;
  const isBlank = $at.depth === depth + 1 && parent.type.name === 'paragraph' && parent.content.size === 0;
  const index = $at.index(depth);
  if (isBlank && $at.node(depth).canReplace(index, index + 1, Fragment.from(nodes)))
    return tr.replaceWith($at.before(), $at.after(), nodes);
  return tr.insert($at.depth > depth ? $at.after(depth + 1) : $at.pos, nodes);
}

/** The depth of the nearest block that may hold them after the one in which the position stands. */
function holder($at: ReturnType<Node['resolve']>, nodes: readonly Node[]): number {
  for (let depth = $at.depth; depth > 0; depth--) {
    const index = $at.indexAfter(depth);
    const isBlock = !$at.node(depth).isTextblock && $at.node(depth).type.name !== 'footnote';
    if (isBlock && nodes.every((node) => $at.node(depth).canReplaceWith(index, index, node.type))) return depth;
  }
  return 0;
}
