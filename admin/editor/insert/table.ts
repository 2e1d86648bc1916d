/** What can be done with the table in which the cursor stands. */
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  goToNextCell,
  mergeCells,
  splitCell,
  TableMap,
  toggleHeader,
} from '@tiptap/pm/tables';
import { insertBlocks } from '../uploads/places.ts';

type Command = (state: EditorState, dispatch?: (tr: Transaction) => void) => boolean;
export type Act =
  | 'rowBefore'
  | 'rowAfter'
  | 'rowGone'
  | 'columnBefore'
  | 'columnAfter'
  | 'columnGone'
  | 'merge'
  | 'split'
  | 'header'
  | 'caption'
  | 'gone';

export type Box = { readonly pos: number; readonly node: Node; readonly table: Node; readonly at: number };

/** The table around the cursor: its box, and where the table begins. */
export function boxOf({ selection }: EditorState): Box | undefined {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name !== 'tableBox' || !node.lastChild) continue;
    const pos = $from.before(depth);
    return { pos, node, table: node.lastChild, at: pos + node.nodeSize - 1 - node.lastChild.nodeSize };
  }
  return undefined;
}

/** In a cell, so that rows and columns have a sense; else the caption or nothing. */
export function isInCell({ selection: { $from } }: EditorState): boolean {
  for (let depth = $from.depth; depth > 0; depth--)
    if (['tableCell', 'tableHeader'].includes($from.node(depth).type.name)) return true;
  return false;
}

const gone: Command = (state, dispatch) => {
  const box = boxOf(state);
  if (!box) return false;
  if (!dispatch) return true;
  const { tr } = state;
  const blank = state.schema.nodes.paragraph?.create();
  const isOnly = tr.doc.resolve(box.pos).parent.childCount === 1 && blank;
  tr.replaceWith(box.pos, box.pos + box.node.nodeSize, isOnly ? [blank] : []);
  dispatch(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(box.pos, tr.doc.content.size)), 1)).scrollIntoView());
  return true;
};

/** Puts a caption above the table with the cursor in it, or takes it away. */
const caption: Command = (state, dispatch) => {
  const box = boxOf(state);
  const { tableCaption } = state.schema.nodes;
  if (!box || !tableCaption) return false;
  if (!dispatch) return true;
  const { tr } = state;
  const has = box.node.childCount > 1 ? box.node.firstChild : null;
  if (has) tr.delete(box.pos + 1, box.pos + 1 + has.nodeSize);
  else tr.insert(box.pos + 1, tableCaption.create()).setSelection(TextSelection.create(tr.doc, box.pos + 2));
  dispatch(tr);
  return true;
};

/** The last row or column takes the table with it: a table without cells is none. */
const orGone =
  (command: Command, isLast: (map: TableMap) => boolean): Command =>
  (state, dispatch) => {
    const box = boxOf(state);
    return box && isInCell(state) && isLast(TableMap.get(box.table)) ? gone(state, dispatch) : command(state, dispatch);
  };

const commands: Readonly<Record<Act, Command>> = {
  rowBefore: addRowBefore,
  rowAfter: addRowAfter,
  rowGone: orGone(deleteRow, ({ height }) => height === 1),
  columnBefore: addColumnBefore,
  columnAfter: addColumnAfter,
  columnGone: orGone(deleteColumn, ({ width }) => width === 1),
  merge: mergeCells,
  split: splitCell,
  header: toggleHeader('row'),
  caption,
  gone,
};

export const canAct = (state: EditorState, act: Act): boolean => commands[act](state);
export const actOnTable = (editor: Editor, act: Act): boolean =>
  commands[act](editor.state, (tr) => editor.view.dispatch(tr));

/** Tab goes from cell to cell, and past the last one into a new row. */
export function nextCell(editor: Editor, by: 1 | -1): boolean {
  const { state, view } = editor;
  if (!isInCell(state)) return false;
  if (goToNextCell(by)(state, view.dispatch)) return true;
  if (by < 0) return false;
  addRowAfter(state, view.dispatch);
  return goToNextCell(1)(editor.state, view.dispatch);
}

export const sizeMax = { rows: 200, columns: 20 } as const;

/** The first row is the head. The cursor goes into the first cell. */
export function insertTable(editor: Editor, rows: number, columns: number): boolean {
  const { tableBox, table, tableRow, tableCell, tableHeader } = editor.schema.nodes;
  if (!tableBox || !table || !tableRow || !tableCell || !tableHeader || boxOf(editor.state)) return false;
  const row = (type: typeof tableCell) =>
    tableRow.create(
      null,
      Array.from({ length: columns }, () => type.createAndFill() as Node),
    );
  const body = Array.from({ length: rows }, (_, i) => row(i === 0 ? tableHeader : tableCell));
  const tr = insertBlocks(editor.state.tr, [tableBox.create(null, table.create(null, body))]);
  const start = startOf(tr, 'tableBox');
  if (start !== undefined) tr.setSelection(TextSelection.near(tr.doc.resolve(start + 3)));
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}

/** Where the block that a step put in begins. */
export function startOf(tr: Transaction, name: string): number | undefined {
  let found: number | undefined;
  const map = tr.mapping.maps.at(-1);
  map?.forEach((_from, _to, start, end) => {
    tr.doc.nodesBetween(start, Math.min(end, tr.doc.content.size), (node, pos) => {
      if (found === undefined && node.type.name === name && pos >= start) found = pos;
      return found === undefined;
    });
  });
  return found;
}
