/** A table in its box as html: the caption back inside, rows of header cells at the top as the head. */
import type { Node } from '@tiptap/pm/model';

/** How what is inside is written: the two files would import each other otherwise. */
type Write = { readonly blocks: (node: Node) => string; readonly inline: (node: Node) => string };

export function writeTable(box: Node, write: Write): string {
  const table = box.lastChild;
  if (!table) return '';
  const caption = box.childCount > 1 && box.firstChild ? write.inline(box.firstChild) : '';
  const rows: Node[] = [];
  table.forEach((row) => {
    rows.push(row);
  });
  const head = headRows(rows);
  const print = (part: readonly Node[], scope: string) => part.map((row) => writeRow(row, scope, write)).join('');
  const top = head > 0 ? `<thead>${print(rows.slice(0, head), 'col')}</thead>` : '';
  const body = head < rows.length ? `<tbody>${print(rows.slice(head), 'row')}</tbody>` : '';
  const words = caption ? `<caption>${caption}</caption>` : '';
  return `<div class="scroll" role="group" aria-label="表格" tabindex="0"><table>${words}${top}${body}</table></div>`;
}

const isHead = (row: Node): boolean => {
  let all = row.childCount > 0;
  row.forEach((cell) => {
    if (cell.type.name !== 'tableHeader') all = false;
  });
  return all;
};

/** How many leading rows are all header cells. */
function headRows(rows: readonly Node[]): number {
  const first = rows.findIndex((row) => !isHead(row));
  return first < 0 ? rows.length : first;
}

function writeRow(row: Node, scope: string, write: Write): string {
  let html = '';
  row.forEach((cell) => {
    const { colspan, rowspan } = cell.attrs as { colspan: number; rowspan: number };
    const isHeader = cell.type.name === 'tableHeader';
    const tag = isHeader ? 'th' : 'td';
    const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;
    // A blank cell holds a blank paragraph here, and nothing there.
    const inside = write.blocks(cell).replace(/^<p><\/p>$/, '');
    html += `<${tag}${spans}${isHeader ? ` scope="${scope}"` : ''}>${inside}</${tag}>`;
  });
  return `<tr>${html}</tr>`;
}
