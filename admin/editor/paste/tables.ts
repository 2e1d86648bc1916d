/** Tables: cells with sane spans, hidden rows and columns gone, a head where the source shows one. */
import { columnsMax, refuse, rowsMax } from './limits.ts';
import type { Look, Looks } from './looks.ts';
import type { Losses } from './losses.ts';
import { type Block, blackFace, type Cell, marks, type Run, type Table, textOf } from './model.ts';

type Seen = {
  readonly x: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly head: boolean;
  readonly shaded: boolean;
  readonly blocks: readonly Block[];
};
/** Reads a cell's content. */
export type Inside = (cell: Element, look: Look) => Block[];

/** Wider than this no sheet is: a colspan beyond it is a trick. */
const gridMax = 20_000;

export type TableReading = {
  readonly looks: Looks;
  readonly losses: Losses;
  /** Of a spreadsheet: it goes on, empty, at the right and at the bottom. */
  readonly isSheet: boolean;
  readonly inside: Inside;
};

/** A table, or the blocks of one that is only a frame around them. Throws Refused beyond the limits of a table. */
export function readTable(table: HTMLTableElement, { looks, losses, isSheet, inside }: TableReading): Block[] {
  const rows = cropped(gridOf(table, looks, losses, inside), isSheet);
  if (rows.length > rowsMax) throw refuse.rows(rows.length);
  const width = rows.reduce((most, row) => Math.max(most, ...row.map((cell) => cell.x + cell.colspan)), 0);
  if (width > columnsMax) throw refuse.columns(width);
  const [only] = rows[0] ?? [];
  if (rows.length <= 1 && width <= 1) return [...(only?.blocks ?? [])];
  const head = headOf(rows, table);
  const read: Table = {
    is: 'table',
    caption: [],
    head,
    rows: rows.map((row, y) => row.map((cell) => cellOf(cell, y < head))),
  };
  return [read];
}

const spanOf = (cell: Element, name: string): number => {
  const asked = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return Number.isFinite(asked) ? Math.max(asked, 1) : 1;
};

/** The visible cells of each visible row, each with the visible column in which it begins. */
function gridOf(table: HTMLTableElement, looks: Looks, losses: Losses, inside: Inside): Seen[][] {
  // Word and Excel end a table with a row of no height, which only holds the widths of columns.
  const all = [...table.rows].filter((row) => row.getAttribute('height') !== '0' || hasWords(row));
  const hiddenColumns = hiddenIn(table, looks);
  const columns = new Counted((x) => !hiddenColumns.has(x));
  const hiddenRows = all.map((row) => looks.of(row).hidden === true);
  const visibleRows = new Counted((y) => y < all.length && !hiddenRows[y]);
  losses.add('hiddenCells', hiddenColumns.size + all.filter((row, y) => hiddenRows[y] && hasWords(row)).length);
  const rows: Seen[][] = [];
  /** Cells that begin in a hidden row and reach into a visible one. */
  let carried: Seen[] = [];
  /** For how many rows, this one included, a column is still taken by a cell above. */
  const taken: number[] = [];
  for (const [y, row] of all.entries()) {
    const seen: Seen[] = [];
    let x = 0;
    for (const cell of row.cells) {
      while ((taken[x] ?? 0) > 0) x++;
      const end = x + Math.min(spanOf(cell, 'colspan'), 1000);
      if (end > gridMax) throw refuse.columns(end);
      const high = Math.min(spanOf(cell, 'rowspan'), all.length - y);
      taken.fill(high, x, end);
      for (let at = taken.length; at < end; at++) taken[at] = high;
      const [colspan, rowspan] = [columns.between(x, end), visibleRows.between(y, y + high)];
      const look = looks.of(cell);
      if (look.hidden && colspan > 0 && rowspan > 0 && hasWords(cell)) losses.add('hiddenCells');
      if (!look.hidden && colspan > 0 && rowspan > 0) {
        const blocks = inside(cell, look);
        if (blocks.length === 1 && /^#{3,}$/.test(blocks.map(wordsOf).join(''))) losses.add('narrow');
        seen.push({ x: columns.between(0, x), colspan, rowspan, ...own(cell, row, look, looks), blocks });
      }
      x = end;
    }
    for (let at = 0; at < taken.length; at++) taken[at] = Math.max(0, (taken[at] ?? 0) - 1);
    const whole = carried.length === 0 ? seen : [...carried, ...seen].sort((a, b) => a.x - b.x);
    carried = hiddenRows[y] ? whole : [];
    if (!hiddenRows[y]) rows.push(whole);
  }
  return rows;
}

const hasWords = (element: Element) => (element.textContent ?? '').trim() !== '';

function own(cell: Element, row: Element, look: Look, looks: Looks): { head: boolean; shaded: boolean } {
  const shaded = look.shaded ?? looks.of(row).shaded ?? false;
  return {
    head: cell.localName === 'th',
    shaded: shaded || cell.hasAttribute('bgcolor') || row.hasAttribute('bgcolor'),
  };
}

/** How many of the numbers from `from` up to `to` count; each is asked once. */
class Counted {
  readonly #sums: number[] = [0];
  readonly #counts: (at: number) => boolean;
  constructor(counts: (at: number) => boolean) {
    this.#counts = counts;
  }
  between(from: number, to: number): number {
    for (let at = this.#sums.length - 1; at < to; at++)
      this.#sums.push((this.#sums[at] ?? 0) + (this.#counts(at) ? 1 : 0));
    return (this.#sums[to] ?? 0) - (this.#sums[from] ?? 0);
  }
}

function hiddenIn(table: HTMLTableElement, looks: Looks): Set<number> {
  const hidden = new Set<number>();
  let x = 0;
  for (const column of columnsOf(table)) {
    const span = Math.min(spanOf(column, 'span'), gridMax);
    if (looks.of(column).hidden) for (let at = x; at < Math.min(x + span, gridMax); at++) hidden.add(at);
    x += span;
  }
  return hidden;
}

function columnsOf(table: HTMLTableElement): Element[] {
  return [...table.children].flatMap((child) => {
    if (child.localName === 'col') return [child];
    if (child.localName !== 'colgroup') return [];
    return child.children.length > 0 ? [...child.children] : [child];
  });
}

/**
 * Spans end with the table, whatever they claim: it is as wide as its last cell, and as high as its last row. A sheet ends
 * with the last cell that says something; in a text an empty cell may be there to be filled in.
 */
function cropped(rows: readonly Seen[][], isSheet: boolean): Seen[][] {
  let height = 0;
  let width = 0;
  for (const [y, row] of rows.entries()) {
    for (const cell of row) {
      if (isSheet && cell.blocks.length === 0) continue;
      height = y + 1;
      width = Math.max(width, cell.x + 1);
    }
  }
  if (rows.every((row) => row.every((cell) => cell.blocks.length === 0))) return [];
  const kept = rows.slice(0, height).map((row, y) =>
    row
      .filter((cell) => cell.x < width)
      .map((cell) => ({
        ...cell,
        colspan: Math.min(cell.colspan, width - cell.x),
        rowspan: Math.min(cell.rowspan, height - y, 1000),
      })),
  );
  return withoutEmptyRows(kept);
}

/** A row of which all cells begin above stays; one that has no cell at all and none above it goes. */
function withoutEmptyRows(rows: readonly Seen[][]): Seen[][] {
  let covered = 0;
  return rows.filter((row, y) => {
    const stays = row.length > 0 || covered > y;
    covered = row.reduce((end, cell) => Math.max(end, y + cell.rowspan), covered);
    return stays;
  });
}

/** How many leading rows are the head: as the source says, or the first one (with what it spans) when it is set off. */
function headOf(rows: readonly Seen[][], table: HTMLTableElement): number {
  const cells = rows.findIndex((row) => row.length === 0 || !row.every((cell) => cell.head));
  const said = cells > 0 ? cells : Math.min(table.tHead?.rows.length ?? 0, rows.length);
  const first = rows[0] ?? [];
  const shown = said === 0 && rows.length > 1 && first.length > 1 && isSetOff(first, rows.slice(1));
  const count = said > 0 ? said : shown ? Math.max(...first.map((cell) => cell.rowspan)) : 0;
  const crosses = rows.slice(0, count).some((row, y) => row.some((cell) => y + cell.rowspan > count));
  return crosses || (shown && count >= rows.length) ? 0 : count;
}

const headSignsMax = 30;
function isSetOff(first: readonly Seen[], rest: readonly Seen[][]): boolean {
  const texts = first.map((cell) => cell.blocks.map(wordsOf).join(''));
  if (texts.some((text) => text === '' || text.length > headSignsMax)) return false;
  if (first.some((cell) => cell.blocks.some((block) => block.is !== 'p'))) return false;
  if (first.every((cell) => cell.shaded) && !rest.every((row) => row.every((cell) => cell.shaded))) return true;
  const ways = [
    (cell: Seen) => runsOf(cell).every((run) => run.is !== 'text' || (run.marks & marks.strong) !== 0),
    (cell: Seen) => runsOf(cell).every((run) => run.is !== 'text' || (run.marks & blackFace) !== 0),
    (cell: Seen) => cell.blocks.every((block) => block.is === 'p' && block.align === 'center'),
  ];
  return ways.some((way) => first.every(way) && !rest.every((row) => row.every(way)));
}

const runsOf = (cell: Seen): readonly Run[] => cell.blocks.flatMap((block) => (block.is === 'p' ? block.runs : []));
const wordsOf = (block: Block): string => (block.is === 'p' ? textOf(block.runs) : '');

function cellOf({ colspan, rowspan, head, blocks }: Seen, inHead: boolean): Cell {
  const isHead = inHead || head;
  return { head: isHead, colspan, rowspan, blocks: isHead ? blocks.map(withoutStrong) : blocks };
}

/** A head is bold by itself. */
function withoutStrong(block: Block): Block {
  if (block.is !== 'p') return block;
  return {
    ...block,
    runs: block.runs.map((run) => (run.is === 'text' ? { ...run, marks: run.marks & ~marks.strong } : run)),
  };
}

/** A table inside a cell: each of its rows a paragraph, the cells divided by a wide space; longer cells as they are. */
export function flattened(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.is === 'table' ? block.rows.flatMap(lineOf) : [block]));
}

function lineOf(row: readonly Cell[]): Block[] {
  const inside = row.flatMap((cell) => cell.blocks);
  const lines = inside.flatMap((block) => (block.is === 'p' ? [block.runs] : []));
  const isShort = lines.length === inside.length && row.every((cell) => cell.blocks.length <= 1);
  if (!isShort || lines.length === 0) return inside;
  const gap: Run = { is: 'text', text: '\u3000', marks: 0, href: '' };
  const runs = lines.flatMap((line, at) => (at === 0 ? line : [gap, ...line]));
  return [{ is: 'p', align: '', runs, indented: false, noindent: false, caption: false }];
}
