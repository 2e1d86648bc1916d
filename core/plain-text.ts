/**
 * Plain text as html. A line is a paragraph; `## `, `### ` begin headings; `- ` a list line. An empty line divides and
 * leaves no trace.
 */
import { escapeValue } from './escape.ts';

/** Leading full-width spaces go: the first-line indent is the site's, never content. */
const lines = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((l) => l.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter(Boolean);

export function htmlOfText(text: string): string {
  const out: string[] = [];
  let open = false;
  for (const line of lines(text)) {
    const item = line.startsWith('- ');
    if (item !== open) out.push(item ? '<ul>' : '</ul>');
    open = item;
    const heading = /^(#{2,4}) +(.*)$/.exec(line);
    if (item) out.push(`<li>${escapeValue(line.slice(2).trim())}</li>`);
    else if (heading?.[1] && heading[2])
      out.push(`<h${heading[1].length}>${escapeValue(heading[2])}</h${heading[1].length}>`);
    else out.push(`<p>${escapeValue(line)}</p>`);
  }
  if (open) out.push('</ul>');
  return out.join('\n');
}
