/** What picture, attachment and missing line have in common: moved, taken away, kept apart from the text around them. */
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import type { Queue } from '../uploads/queue.ts';
import { button } from './make.ts';

/** What the pieces need from the component around them. */
export type Around = {
  readonly queue: Queue;
  /** Lets the writer choose files; none when the choice was broken off. */
  readonly choose: (purpose: 'picture' | 'attachment', several: boolean) => Promise<readonly File[]>;
  /** Takes the files that may come and says which may not. */
  readonly admit: (files: readonly File[], purpose: 'picture' | 'attachment') => readonly File[];
  readonly tell: (words: string) => void;
};
export type Spot = { readonly view: EditorView; readonly pos: () => number | undefined };
export type Make = (node: Node, view: EditorView, getPos: () => number | undefined) => NodeView;

export function setAttributes({ view, pos }: Spot, attrs: Readonly<Record<string, unknown>>): void {
  const at = pos();
  const node = at === undefined ? null : view.state.doc.nodeAt(at);
  if (at === undefined || !node) return;
  view.dispatch(view.state.tr.setNodeMarkup(at, null, { ...node.attrs, ...attrs }));
}

export function remove({ view, pos }: Spot): void {
  const at = pos();
  const node = at === undefined ? null : view.state.doc.nodeAt(at);
  if (at === undefined || !node) return;
  const tr = closeHistory(view.state.tr);
  const $at = tr.doc.resolve(at);
  const blank = view.state.schema.nodes.paragraph?.create();
  const isOnly = $at.parent.childCount === 1;
  if (isOnly && blank) tr.replaceWith(at, at + node.nodeSize, blank);
  else tr.delete(at, at + node.nodeSize);
  view.dispatch(
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size)))).scrollIntoView(),
  );
  view.focus();
}

/** Changes places with the block before or after it, within the same holder; false at its end. */
export function move({ view, pos }: Spot, by: -1 | 1): boolean {
  const at = pos();
  if (at === undefined) return false;
  const tr = closeHistory(view.state.tr);
  const $at = tr.doc.resolve(at);
  const node = $at.nodeAfter;
  const other = by < 0 ? $at.nodeBefore : node && tr.doc.resolve(at + node.nodeSize).nodeAfter;
  if (!node || !other || other.type.name === 'footnotes') return false;
  // An item of a list begins with its paragraph.
  if (by < 0 && $at.parent.type.name === 'listItem' && $at.index() === 1) return false;
  const to = by < 0 ? at - other.nodeSize : at + other.nodeSize;
  tr.delete(at, at + node.nodeSize).insert(to, node);
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, to)).scrollIntoView());
  return true;
}

/** 上移 下移 删除. The focus stays on the button: after a move the piece is drawn anew. */
export function moveButtons(spot: Spot, what: string): HTMLButtonElement[] {
  const moved = (act: 'up' | 'down') => () => {
    if (!move(spot, act === 'up' ? -1 : 1)) return;
    const at = spot.view.state.selection.from;
    const drawn = spot.view.nodeDOM(at);
    if (drawn instanceof HTMLElement) drawn.querySelector<HTMLElement>(`[data-act="${act}"]`)?.focus();
  };
  return [
    button('up', '上移', moved('up'), `上移这${what}`),
    button('down', '下移', moved('down'), `下移这${what}`),
    button('remove', '删除', () => remove(spot), `删除这${what}`),
  ];
}

/** What happens in fields and buttons is none of the text's business; a drag of the piece itself is. */
export const own = (dom: HTMLElement, content?: HTMLElement): Pick<NodeView, 'stopEvent' | 'ignoreMutation'> => ({
  stopEvent: (event) => {
    const target = event.target as HTMLElement;
    return dom.contains(target) && target.closest('input, button') !== null;
  },
  ignoreMutation: (mutation) => mutation.type !== 'selection' && !content?.contains(mutation.target),
});
