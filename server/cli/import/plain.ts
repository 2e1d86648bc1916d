/** A .txt: the first line that says something is the title, the rest is the text as it stands. */
import { htmlOfText } from '../../../core/plain-text.ts';

/** Html that is not yet cleaned. `lost`: what the file had and the text has not, each said once, for who imports. */
export type Draft = { readonly title: string; readonly html: string; readonly lost: readonly string[] };

export function fromPlain(source: string): Draft {
  const lines = source.split(/\r\n|[\n\r\f\u2028\u2029]/).map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''));
  const first = lines.findIndex((line) => line !== '');
  return { title: lines[first] ?? '', html: htmlOfText(lines.slice(first + 1).join('\n')), lost: [] };
}
