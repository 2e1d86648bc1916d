/** Puts a footnote in, and goes between a footnote and its place in the text. */
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { references } from './keep.ts';

let made = 0;

/** Key of the footnote in which the cursor stands. */
export function noteAt({ state }: Editor): string | undefined {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--)
    if ($from.node(depth).type.name === 'footnote') return String($from.node(depth).attrs.key);
  return undefined;
}

/** In a footnote: back to the text. In the text: a new footnote, the cursor in it. False: it can't stand here. */
export function footnote(editor: Editor): boolean {
  const inside = noteAt(editor);
  if (inside !== undefined) return toReference(editor, inside);
  const { state, view } = editor;
  const { reference } = state.schema.nodes;
  // The mark itself is chosen: to its words.
  if (state.selection instanceof NodeSelection && state.selection.node.type === reference)
    return toWords(editor, String(state.selection.node.attrs.key));
  const { $to } = state.selection;
  if (!reference || !$to.parent.inlineContent || !$to.parent.canReplaceWith($to.index(), $to.index(), reference))
    return false;
  made += 1;
  const key = `new${made}`;
  view.dispatch(closeHistory(state.tr).insert($to.pos, reference.create({ key })));
  return toWords(editor, key);
}

export function toWords(editor: Editor, key: string): boolean {
  const { state, view } = editor;
  let at: number | undefined;
  state.doc.descendants((node, pos) => {
    if (node.type.name === 'footnote' && node.attrs.key === key) at = pos + node.nodeSize - 1;
    return node.type.name === 'footnotes';
  });
  if (at === undefined) return false;
  view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(at), -1)).scrollIntoView());
  view.focus();
  return true;
}

function toReference(editor: Editor, key: string): boolean {
  const { state, view } = editor;
  const found = references(state.doc).find(({ node }) => node.attrs.key === key);
  if (!found) return false;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, found.pos + 1)).scrollIntoView());
  view.focus();
  return true;
}
