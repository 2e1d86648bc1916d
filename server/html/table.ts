/** A table: rows of cells with sane spans; a table inside a cell becomes lines of words. */
import type { Losses } from './losses.ts';
import type { Block, Cell } from './model.ts';
import { attribute, type Element, isElement, type Node, wordsIn } from './parse.ts';

export const rowsMax = 2000;
export const columnsMax = 100;
const rowspanMax = 1000;

/** More rows or columns than a page can carry. */
export class TooBig extends Error {}

const span = (cell: Element, name: 'colspan' | 'rowspan', max: number): number => {
  const asked = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isFinite(asked) ? Math.min(Math.max(asked, 1), max) : 1;
};

/** The rows of this table, not of one inside it. */
export function rowsOf(table: Element): Element[] {
  return table.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName)
      ? child.childNodes.filter(isElement).filter((row) => row.tagName === 'tr')
      : [];
  });
}

const cellsOf = (row: Element): Element[] =>
  row.childNodes.filter(isElement).filter((c) => c.tagName === 'td' || c.tagName === 'th');

/** `inside` reads a cell's content. Throws TooBig. */
export function readRows(table: Element, inside: (nodes: readonly Node[]) => readonly Block[]): Cell[][] {
  const rows = rowsOf(table);
  if (rows.length > rowsMax) throw new TooBig();
  const read = rows.map((row) => {
    const cells = cellsOf(row).map((cell) => ({
      head: cell.tagName === 'th',
      colspan: span(cell, 'colspan', columnsMax),
      rowspan: span(cell, 'rowspan', rowspanMax),
      blocks: inside(cell.childNodes),
    }));
    if (cells.reduce((sum, cell) => sum + cell.colspan, 0) > columnsMax) throw new TooBig();
    return cells;
  });
  return clamped(read);
}

/** How many leading rows are all header cells: the head of the table. */
export const headRows = (rows: readonly (readonly Cell[])[]): number => {
  const first = rows.findIndex((row) => row.length === 0 || row.some((cell) => !cell.head));
  return first < 0 ? rows.length : first;
};

/** No cell reaches below its part of the table; a row without cells stays only where one from above covers it. */
function clamped(rows: readonly Cell[][]): Cell[][] {
  const head = headRows(rows);
  const kept: Cell[][] = [];
  let covered = 0;
  for (const [y, row] of rows.entries()) {
    const end = y < head ? head : rows.length;
    if (y === head) covered = 0;
    const cells = row.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, end - y) }));
    if (cells.length > 0 || covered > y) kept.push(cells);
    covered = Math.max(covered, ...cells.map((cell) => y + cell.rowspan));
  }
  return kept.at(-1)?.length === 0 ? clamped(kept.slice(0, -1)) : kept;
}

/** A table in a cell: its rows as paragraphs, cells divided by a wide space. */
export function flattened(table: Element, losses: Losses): Block[] {
  losses.add('表格里的表格改成了文字');
  return rowsOf(table)
    .map((row) =>
      cellsOf(row)
        .map((cell) => wordsIn(cell.childNodes).replace(/\s+/g, ' ').trim())
        .filter(Boolean)
        .join('　'),
    )
    .filter(Boolean)
    .map((text) => ({
      is: 'p' as const,
      align: undefined,
      noindent: false,
      runs: [{ is: 'text' as const, text, dress: { marks: new Set() } }],
    }));
}
