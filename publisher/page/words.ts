/** Words of a page that are made, not written: the summary of a text. */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Entities of cleaned HTML as the signs that they stand for; one that names no sign stays or goes, and never becomes NUL. */
function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole;
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}

/** A space that only a tag left behind: no Chinese text has one between its characters or marks. */
const between =
  /(?<=[\p{Script=Han}\u3000-\u303f\uff01-\uff60“”‘’…—]) (?=[\p{Script=Han}\u3000-\u303f\uff01-\uff60“”‘’…—])/gu;

/** The end of a list's item that no mark ends: without one the items would read as a single sentence. */
const itemEnd = /([^\s>。！？；：，、…])(?:<\/[a-z0-9]+>)*?<\/li>\s*(<li>)?/g;

/** The words of cleaned HTML, without headings, tables and marks, at most `limit` characters; cut between characters, never inside one. */
export function summary(html: string, limit: number): string {
  const prose = html.replace(/<(h[1-6]|table|figure)\b[^>]*>.*?<\/\1>/gs, ' ');
  const text = decode(
    prose.replace(itemEnd, (_, sign: string, next?: string) => sign + (next ? '；' : '。')).replace(/<[^>]*>/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .replace(between, '')
    .trim();
  const letters = [...text];
  return letters.length <= limit ? text : `${letters.slice(0, limit - 1).join('')}…`;
}
