/** A table as a file that a spreadsheet opens: CSV in UTF-8 with its mark, without which Chinese would be garbled there. */
type Row = readonly (string | number)[];

/** What begins like a formula is told to be text: a title must not reckon in somebody's spreadsheet. */
const cell = (value: string | number): string => {
  const said = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(said) ? `"${said.replaceAll('"', '""')}"` : said;
};
export const csv = (rows: readonly Row[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** `name`: without ending. */
export function saveTable(name: string, rows: readonly Row[]): void {
  const url = URL.createObjectURL(new Blob([csv(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  // Not at once: the browser may not have begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
