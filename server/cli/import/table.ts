/** CommonMark has no tables: what is meant as one is a paragraph of bars, whose second line is dashes. */

/** `lines`: html of each line. Bars inside of tags are written as `&#124;`. */
export const isTable = (lines: readonly string[]): boolean =>
  lines.length > 1 && lines.every((line) => line.includes('|')) && cells(lines[1] ?? '').every(isDashes);

const isDashes = (cell: string): boolean => cell.includes('-') && [...cell].every((sign) => '-: '.includes(sign));

export function tableOf(lines: readonly string[]): string {
  const [head = '', dashes = '', ...rows] = lines;
  const aligns = cells(dashes).map(alignOf);
  const row = (line: string, tag: string) =>
    `<tr>${cells(line)
      .map((cell, i) => `<${tag}><p${aligns[i] ?? ''}>${cell}</p></${tag}>`)
      .join('')}</tr>`;
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((line) => row(line, 'td')).join('')}</tbody></table>`;
}

const alignOf = (dashes: string): string => {
  const [left, right] = [dashes.startsWith(':'), dashes.endsWith(':')];
  return right ? ` class="al-${left ? 'center' : 'right'}"` : '';
};

const cells = (row: string): string[] => {
  const inner = row.trim();
  const from = inner.startsWith('|') ? 1 : 0;
  const to = inner.endsWith('|') ? inner.length - 1 : inner.length;
  return inner
    .slice(from, to)
    .split('|')
    .map((cell) => cell.trim());
};
