/** A table: its cells, how they are merged, and which rows are its head. */
import type { Reading } from './inline.ts';
import type { Block, Cell, Table } from './model.ts';
import { child, elements, type Node, switched, val, type Xml } from './xml.ts';

type Row = { readonly head: boolean; readonly cells: readonly Cell[] };
const spanMax = 100;
const holders = new Set(['w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag']);

/** Rows or cells: some programs wrap them in controls. */
function found(of: Xml, name: string): readonly Xml[] {
  return elements(of).flatMap((one) => {
    if (one.name === name) return [one];
    if (one.name === 'w:sdt') return found(child(one, 'w:sdtContent') ?? one, name);
    return holders.has(one.name) ? found(one, name) : [];
  });
}

export function readTable(
  of: Xml,
  reading: Reading,
  read: (cell: readonly Node[]) => readonly Block[],
): readonly Block[] {
  const kept = found(of, 'w:tr').filter((row) => {
    const gone = child(child(row, 'w:trPr'), 'w:del') !== undefined;
    if (gone) reading.losses.add('修订标记没有带来，文字按“接受全部修订”处理');
    return !gone;
  });
  const rows = kept.map((row) => rowOf(row, read)).filter(({ cells }) => cells.length > 0);
  if (rows.length === 0) return [];
  return [{ is: 'table', head: headOf(rows, of, reading), rows: rows.map(({ cells }) => cells) } satisfies Table];
}

function rowOf(row: Xml, read: (cell: readonly Node[]) => readonly Block[]): Row {
  const about = child(row, 'w:trPr');
  const head = switched(about, 'w:tblHeader') ?? false;
  const gap = (name: string): readonly Cell[] => {
    const span = spanOf(val(about, name), 0);
    return span > 0 ? [{ span, merge: undefined, blocks: [] }] : [];
  };
  const cells = found(row, 'w:tc').reduce<Cell[]>((sum, cell) => joined(sum, cell, read), []);
  return { head, cells: cells.length > 0 ? [...gap('w:gridBefore'), ...cells, ...gap('w:gridAfter')] : [] };
}

/** Older programs merge sideways by a mark on each cell: what goes on belongs to the cell before. */
function joined(before: Cell[], of: Xml, read: (cell: readonly Node[]) => readonly Block[]): Cell[] {
  const about = child(of, 'w:tcPr');
  const span = Math.max(spanOf(val(about, 'w:gridSpan'), 1), 1);
  const last = before.at(-1);
  const across = child(about, 'w:hMerge');
  if (across && across.at['w:val'] !== 'restart' && last)
    return [...before.slice(0, -1), { ...last, span: Math.min(last.span + span, spanMax) }];
  return [...before, { span, merge: mergeOf(child(about, 'w:vMerge')), blocks: read(of.children) }];
}

const spanOf = (text: string | undefined, otherwise: number): number => {
  const n = Number.parseInt(text ?? '', 10);
  return Number.isFinite(n) ? Math.min(Math.max(n, 0), spanMax) : otherwise;
};
const mergeOf = (vMerge: Xml | undefined): Cell['merge'] =>
  vMerge && (vMerge.at['w:val'] === 'restart' ? 'begins' : 'goes on');

/**
 * The rows that are repeated on each page; where none is, the first one if the table's style sets it off. A cell that
 * reaches from the head into the body takes its rows along.
 */
function headOf(rows: readonly Row[], of: Xml, { styles }: Reading): number {
  const first = rows.findIndex(({ head }) => !head);
  let head = first < 0 ? rows.length : first;
  const about = child(of, 'w:tblPr');
  const looks = child(about, 'w:tblLook')?.at ?? {};
  const asked = looks['w:firstRow']
    ? ['1', 'true', 'on'].includes(looks['w:firstRow'])
    : (Number.parseInt(looks['w:val'] ?? '0', 16) & 0x20) > 0;
  const styled = styles
    .chain(val(about, 'w:tblStyle'))
    .some(({ xml }) => elements(xml).some(({ name, at }) => name === 'w:tblStylePr' && at['w:type'] === 'firstRow'));
  if (head === 0 && asked && styled && rows.length > 1) head = 1;
  while (head > 0 && rows[head]?.cells.some(({ merge }) => merge === 'goes on')) head++;
  return head;
}
