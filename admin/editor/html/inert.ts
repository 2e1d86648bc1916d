/**
 * Html whose style and event attributes are renamed, so that parsing it asks nothing of the page's policy: Chromium
 * reports them against it even in a document where nothing runs. Styles can be read from `data-style` afterwards.
 */
const space = new Set(' \t\n\r\f/');
const ends = new Set(' \t\n\r\f/>=');

export function inert(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = commentEnd(html, at);
    } else if (/[a-z]/i.test(html[at + 1] ?? '')) {
      const names: number[] = [];
      at = endOfTag(html, at + 1, names);
      for (const name of names) {
        parts.push(html.slice(from, name), 'data-');
        from = name;
      }
    } else at += 1;
  }
  parts.push(html.slice(from));
  return parts.join('');
}

/** Behind the comment that begins at `at`, as a browser sees it: `<!-->` is a whole one, and `--!>` ends one too. */
export function commentEnd(html: string, at: number): number {
  const inside = at + 4;
  if (html.startsWith('>', inside)) return inside + 1;
  if (html.startsWith('->', inside)) return inside + 2;
  const end = /--!?>/g;
  end.lastIndex = inside;
  return end.exec(html) ? end.lastIndex : html.length;
}

/** Where the tag ends; where names stand that have to change is added to `names`. */
function endOfTag(html: string, begin: number, names: number[]): number {
  let at = begin;
  while (at < html.length && !space.has(html[at] ?? '') && html[at] !== '>') at++;
  while (at < html.length && html[at] !== '>') {
    while (space.has(html[at] ?? '')) at++;
    const name = at;
    // A name may begin with `=`, and is at least that long.
    if (at < html.length && html[at] !== '>') at++;
    while (at < html.length && !ends.has(html[at] ?? '')) at++;
    if (/^(?:style|on[a-z]*)$/i.test(html.slice(name, Math.min(at, name + 40)))) names.push(name);
    at = afterValue(html, at);
  }
  return at;
}

function afterValue(html: string, end: number): number {
  let at = end;
  while (/\s/.test(html[at] ?? '')) at++;
  if (html[at] !== '=') return end;
  at++;
  while (/\s/.test(html[at] ?? '')) at++;
  const quote = html[at];
  if (quote === '"' || quote === "'") {
    const close = html.indexOf(quote, at + 1);
    return close < 0 ? html.length : close + 1;
  }
  while (at < html.length && !/[\s>]/.test(html[at] ?? '')) at++;
  return at;
}
