/**
 * A table in its box. prosemirror-tables takes every child of a table for a row, so the caption stands beside the table,
 * and html/write.ts puts it where html wants it. No widths are kept: the page decides them.
 */
import { Node } from '@tiptap/core';
import { tableEditing } from '@tiptap/pm/tables';

const Box = Node.create({
  name: 'tableBox',
  group: 'block',
  content: 'tableCaption? table',
  isolating: true,
  parseHTML: () => [
    { tag: 'div.table-box' },
    { tag: 'table', contentElement: (dom) => withCaptionBeside(dom as HTMLElement) },
  ],
  renderHTML: () => ['div', { class: 'table-box' }, 0],
});

/** The same table, its caption taken out of it. The element itself stays as it is: it may be a live one. */
function withCaptionBeside(element: HTMLElement): HTMLElement {
  const box = element.ownerDocument.createElement('div');
  const table = element.cloneNode(true) as HTMLTableElement;
  const caption = table.querySelector(':scope > caption');
  if (caption) {
    const words = element.ownerDocument.createElement('p');
    words.className = 'table-caption';
    words.append(...caption.childNodes);
    caption.remove();
    box.append(words);
  }
  box.append(table);
  return box;
}

const Caption = Node.create({
  name: 'tableCaption',
  content: 'inline*',
  isolating: true,
  defining: true,
  parseHTML: () => [{ tag: 'p.table-caption', priority: 80 }],
  renderHTML: () => ['p', { class: 'table-caption' }, 0],
});

const Table = Node.create({
  name: 'table',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table', context: 'tableBox/', priority: 80 }],
  renderHTML: ({ node }) => {
    const columns = node.firstChild?.children.reduce((sum, { attrs }) => sum + attrs.colspan, 0) ?? 0;
    return ['table', columns > 6 ? { class: columns > 12 ? 'widest' : 'wide' } : {}, ['tbody', 0]];
  },
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
  addProseMirrorPlugins: () => [tableEditing()],
});
const roles: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
};

const Row = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const span = (name: 'colspan' | 'rowspan', max: number) => ({
  default: 1,
  parseHTML: (element: HTMLElement) => {
    const asked = Number.parseInt(element.getAttribute(name) ?? '1', 10);
    return asked > 1 ? Math.min(asked, max) : 1;
  },
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === 1 ? {} : { [name]: String(attributes[name]) },
});

const cell = (name: string, tag: 'td' | 'th') =>
  Node.create({
    name,
    content: 'inner+',
    isolating: true,
    addAttributes: () => ({
      colspan: span('colspan', 100),
      rowspan: span('rowspan', 1000),
      // prosemirror-tables asks for it by name; nothing ever sets it.
      colwidth: { default: null, rendered: false },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

export const tables = [Box, Caption, Table, Row, cell('tableCell', 'td'), cell('tableHeader', 'th')];
