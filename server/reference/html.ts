/** Bits of html for the reference page: everything that is put in is escaped. */

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

/** Words in which `code` stands between backquotes, and an address of this page between square brackets: [#errors 出错]. */
export const words = (text: string): string =>
  escaped(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\[(#[\w-]+|\/[\w.-]+) ([^\]]+)\]/g, '<a href="$1">$2</a>');

export const paragraph = (text: string): string => `<p>${words(text)}</p>`;
export const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${words(item)}</li>`).join('')}</ul>`;
export const shell = (lines: string): string => `<pre tabindex="0"><code>${escaped(lines)}</code></pre>`;

/** A table that scrolls by itself on a phone, also by keyboard. Cells are html. */
export function tableOf(name: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('');
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join('');
  const top = head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
  return `<div class="scroll" role="group" aria-label="${escaped(name)}" tabindex="0"><table><thead><tr>${top}</tr></thead><tbody>${body}</tbody></table></div>`;
}

export const section = (id: string, title: string, ...parts: readonly string[]): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(title)}</h2>${parts.join('')}</section>`;
