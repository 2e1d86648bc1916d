/** What the toolbar does to words and paragraphs. */
import type { Editor } from '@tiptap/core';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { insertBlocks } from '../uploads/places.ts';

const lineTypes = ['paragraph', 'heading'];

/** undefined: the lines that are chosen differ. 0 is a paragraph, 2–4 a heading, null something else. */
export function levelAt({ selection, doc }: EditorState): number | null | undefined {
  const levels = new Set<number | null>();
  doc.nodesBetween(selection.from, selection.to, (node) => {
    if (!node.isTextblock) return true;
    levels.add(node.type.name === 'heading' ? (node.attrs.level as number) : node.type.name === 'paragraph' ? 0 : null);
    return false;
  });
  return levels.size === 1 ? [...levels][0] : undefined;
}

/** Whether every line that is chosen has it. */
export function hasAttribute({ selection, doc }: EditorState, name: string, value: unknown): boolean {
  let [lines, having] = [0, 0];
  doc.nodesBetween(selection.from, selection.to, (node) => {
    if (!lineTypes.includes(node.type.name)) return !node.isTextblock;
    lines += 1;
    if (node.attrs[name] === value) having += 1;
    return false;
  });
  return lines > 0 && having === lines;
}

/** Sets it on every line that is chosen and can have it; sets it back when all have it already. */
export function toggleAttribute(editor: Editor, name: 'align' | 'noindent', value: unknown, none: unknown): boolean {
  const { state, view } = editor;
  const to = hasAttribute(state, name, value) ? none : value;
  const tr = state.tr;
  state.doc.nodesBetween(state.selection.from, state.selection.to, (node, pos) => {
    if (lineTypes.includes(node.type.name) && name in node.attrs && node.attrs[name] !== to)
      tr.setNodeMarkup(pos, null, { ...node.attrs, [name]: to });
    return !node.isTextblock;
  });
  if (tr.docChanged) view.dispatch(tr);
  return tr.docChanged;
}

export function setLevel(editor: Editor, level: number): void {
  if (level === 0) editor.commands.setNode('paragraph');
  else editor.commands.setNode('heading', { level });
}

/** Marks, alignment, headings and quotes go; words, lists, tables, links to files stay. */
export function clearFormat(editor: Editor): boolean {
  const { state, view } = editor;
  const { selection, schema } = state;
  const { paragraph } = schema.nodes;
  const { from, to } = selection.empty
    ? { from: selection.$from.start(), to: selection.$from.end() }
    : { from: selection.from, to: selection.to };
  const tr = state.tr.removeMark(from, to);
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (!lineTypes.includes(node.type.name) || !paragraph) return !node.isTextblock;
    if (node.type !== paragraph || node.attrs.align || node.attrs.noindent) tr.setNodeMarkup(pos, paragraph, {});
    return false;
  });
  if (tr.docChanged) view.dispatch(tr);
  return tr.docChanged;
}

export function insertRule(editor: Editor): boolean {
  const { horizontalRule } = editor.schema.nodes;
  if (!horizontalRule) return false;
  editor.view.dispatch(insertBlocks(editor.state.tr, [horizontalRule.create()]).scrollIntoView());
  return true;
}

/** Enter in a caption: on to the words after the picture, or into the table below. False: it is no caption. */
export function leaveCaption({ state, view }: Editor): boolean {
  const { $from } = state.selection;
  const { name } = $from.parent.type;
  const { tr } = state;
  if (name === 'tableCaption') tr.setSelection(TextSelection.near(tr.doc.resolve($from.after()), 1));
  else if (name === 'figure' || name === 'uploading') {
    const at = $from.after();
    const after = tr.doc.resolve(at).nodeAfter;
    if (after?.type.name !== 'paragraph') tr.insert(at, state.schema.nodes.paragraph?.create() ?? []);
    tr.setSelection(TextSelection.create(tr.doc, at + 1));
  } else return false;
  view.dispatch(tr.scrollIntoView());
  return true;
}

/** A text ends with a paragraph before its footnotes: otherwise nobody could write on after a table or a picture. */
export function withLastParagraph(state: EditorState): Transaction | undefined {
  const { doc, tr, schema } = state;
  const list = doc.lastChild?.type.name === 'footnotes' ? doc.lastChild : undefined;
  const last = list ? doc.maybeChild(doc.childCount - 2) : doc.lastChild;
  if (last?.type.name === 'paragraph' || !schema.nodes.paragraph) return undefined;
  return tr.insert(doc.content.size - (list?.nodeSize ?? 0), schema.nodes.paragraph.create());
}
