/** Which part of a file a Range header asks for, as nginx with `max_ranges 1` reads it: one part, or all of it. */

/** first and last byte, both included · 'all' · 'none': no such part (416). */
export type Wanted = { readonly first: number; readonly last: number } | 'all' | 'none';

/** More digits than any file has bytes are no number to us. */
const part = /^ *(?:(\d{1,15}) *- *(?:(\d{1,15}) *)?|-(\d{1,15}) *)$/;

function one(text: string, size: number): Wanted {
  const found = part.exec(text);
  if (!found) return 'none';
  const [, from, to, ending] = found;
  const first = ending === undefined ? Number(from) : Math.max(0, size - Number(ending));
  const last = ending === undefined && to !== undefined ? Math.min(Number(to), size - 1) : size - 1;
  if (ending !== undefined && Number(ending) === 0) return 'none';
  if (first <= last) return { first, last };
  return first === 0 ? 'all' : 'none';
}

/** `header` undefined, or of another unit than bytes: all. Several parts: all, for nobody needs them. `size` in bytes. */
export function wantedOf(header: string | undefined, size: number): Wanted {
  if (header === undefined || !/^bytes=./i.test(header)) return 'all';
  let wanted: Wanted = 'none';
  for (const text of header.slice('bytes='.length).split(',')) {
    if (!part.test(text)) return 'none';
    const next = one(text, size);
    if (next === 'all' || (next !== 'none' && wanted !== 'none')) return 'all';
    if (next !== 'none') wanted = next;
  }
  return wanted;
}
