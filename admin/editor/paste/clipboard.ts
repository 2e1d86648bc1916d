/** The clipboard's html: where it is from, which part of it was chosen, and the style sheets that stand before that part. */
import { commentEnd } from '../html/inert.ts';
import { type Look, lookOf } from './looks.ts';

export type From = 'word' | 'wps' | 'excel' | 'wechat' | 'web' | 'plain';

const excel =
  /progid["']? +content=["']?(?:excel|et)\.|urn:schemas-microsoft-com:office:excel|content=["']?microsoft excel/i;
const word =
  /progid["']? +content=["']?(?:word|wps)\.|urn:schemas-microsoft-com:office:word|content=["']?microsoft word/i;
const anyOffice = /urn:schemas-microsoft-com:office|class=["']?mso|[;"' ]mso-[a-z]/i;
/** WPS calls itself Microsoft Word 14. Its own signs: a name space, and lengths with four digits after the point. */
const wps = /kingsoft|ksohtml|\bwps\b|C2F41010-65B3-11d1-A29F-00AA00C14882|\d\.\d{4}pt/i;
const wechat = /mmbiz\.qpic\.cn|rich_media|data-src=["']https?:\/\/mmbiz|<mp-|<mpvoice|data-tools=["'](?:135|xiumi)/i;

export const isOffice = (html: string): boolean => {
  const head = html.slice(0, 200_000);
  return anyOffice.test(head) || word.test(head) || excel.test(head);
};

export function whence(html: string): From {
  const head = html.slice(0, 200_000);
  const isWord = /progid["']? +content=["']?(?:word|wps)\./i.test(head);
  if (!isWord && excel.test(head)) return 'excel';
  if (word.test(head) || anyOffice.test(head)) return wps.test(head) ? 'wps' : 'word';
  return wechat.test(html) ? 'wechat' : 'web';
}

/** The part between the marks of the clipboard, whole enough to be parsed alone; without marks all of it. */
export function chosen(html: string): string {
  const text = headerless(html);
  const mark = text.indexOf('<!--StartFragment');
  const begin = mark < 0 ? 0 : text.indexOf('-->', mark) + 3;
  const end = text.lastIndexOf('<!--EndFragment');
  if (mark < 0 || begin < 3) return text;
  const part = end > begin ? text.slice(begin, end) : text.slice(begin);
  return wrapped(part, text.slice(0, mark)) + (end > begin ? notesAfter(text, end) : '');
}

/** Some programs hand over the header of the Windows clipboard too, and WPS is known to lose the very first `<`. */
function headerless(html: string): string {
  const text = /^Version:\d/.test(html) ? html.slice(Math.max(0, html.indexOf('<'))) : html;
  return /^(?:html xmlns|!--StartFragment|(?:p|div|span|table) (?:class|style|lang|align|width)=)/.test(text)
    ? `<${text}`
    : text;
}

const inTable = new Set(['tr', 'td', 'th', 'col', 'colgroup', 'tbody', 'thead', 'tfoot', 'caption']);
/** Cells without their table, or items without their list, would lose their tags to the parser. */
function wrapped(part: string, before: string): string {
  const tag = firstTag(part);
  if (inTable.has(tag)) return `<table>${part}</table>`;
  if (tag !== 'li') return part;
  const list = before.lastIndexOf('<ol') > before.lastIndexOf('<ul') ? 'ol' : 'ul';
  return `<${list}>${part}</${list}>`;
}

function firstTag(part: string): string {
  let at = 0;
  for (;;) {
    while (at < part.length && part.charCodeAt(at) <= 32) at++;
    if (!part.startsWith('<!', at)) break;
    const close = part.startsWith('<!--', at) ? part.indexOf('-->', at) + 2 : part.indexOf('>', at);
    if (close < at) return '';
    at = close + 1;
  }
  return /^<([a-z0-9]{1,10})/i.exec(part.slice(at, at + 12))?.[1]?.toLowerCase() ?? '';
}

/** Notes stand after the text, in some versions also after the end of what was chosen. */
function notesAfter(text: string, end: number): string {
  const list = /mso-element: *(?:foot|end)note-list/.exec(text.slice(end));
  if (!list) return '';
  const at = text.lastIndexOf('<', end + list.index);
  return at > end ? text.slice(at) : '';
}

/** How many signs there are beside the pictures that are written into the html. */
export function signsOf(html: string): number {
  let signs = html.length;
  for (let at = html.indexOf(';base64,'); at >= 0; ) {
    const end = html.slice(at, at + 100_000_000).search(/["'>\s]/);
    signs -= Math.max(end, 0);
    at = end < 0 ? -1 : html.indexOf(';base64,', at + end);
  }
  return signs;
}

/** A comment that is never closed swallows what follows: then the end of the paste is not there. */
export const isCut = (html: string): boolean =>
  html.lastIndexOf('<!--') > Math.max(html.lastIndexOf('-->'), html.lastIndexOf('--!>'));

export type Sheets = {
  /** By `tag`, `.class` or `tag.class`. */
  readonly rules: ReadonlyMap<string, Look>;
  /** How each level of each list of Word counts: l0/1 → decimal. */
  readonly numbering: ReadonlyMap<string, string>;
};

const rulesMax = 5000;

/** What the style sheets say about classes: Excel says nearly everything that way. */
export function rulesOf(styles: readonly string[]): Sheets {
  const rules = new Map<string, Look>();
  const numbering = new Map<string, string>();
  for (const css of styles) {
    const bare = css.replace(/<!--|-->/g, ' ').replace(/\/\*[^*]*\*\//g, ' ');
    for (const rule of bare.split('}')) {
      const brace = rule.indexOf('{');
      if (brace < 0 || rules.size > rulesMax) continue;
      addRule(rule.slice(Math.max(0, brace - 2000), brace), rule.slice(brace + 1), rules, numbering);
    }
  }
  return { rules, numbering };
}

function addRule(selector: string, body: string, rules: Map<string, Look>, numbering: Map<string, string>): void {
  const [, list, level] = /@list (l\d{1,6}):level(\d)/.exec(selector) ?? [];
  if (list) {
    const format = /mso-level-number-format: *([a-z-]+)/.exec(body)?.[1];
    numbering.set(`${list}/${level}`, format ?? 'decimal');
    return;
  }
  const look = lookOf(body);
  if (Object.keys(look).length === 0) return;
  for (const one of selector.split(',')) {
    const name = one.trim();
    if (/^[a-z0-9]{0,10}(?:\.[^\s.:>+~#[\]]{1,80})?$/i.test(name) && name)
      rules.set(name.replace(/^[^.]+/, lower), { ...rules.get(name), ...look });
  }
}
const lower = (tag: string) => tag.toLowerCase();

/**
 * Takes the style sheets out of html, before a browser reads it: it would read them too, for nothing, and Chromium's tab
 * was seen to die of a sheet with a few thousand open braces. `<base>` goes as well: it is held against the page's policy
 * even in a document that is never shown; and the beginning of CDATA, behind which a browser reads on in two ways.
 */
export function withoutSheets(html: string): { readonly rest: string; readonly styles: readonly string[] } {
  const parts: string[] = [];
  const styles: string[] = [];
  // Each tag whole, so that words in an attribute are not taken for one.
  const tag = /<(?:!--|((?:style|base)(?=[\s/>])[^>]*|!\[CDATA\[)|[a-z/][^>]*)/gi;
  const end = /<\/style(?=[\s/>])[^>]*>?/gi;
  let from = 0;
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    const [all, cut] = found;
    if (all === '<!--') tag.lastIndex = commentEnd(html, found.index);
    if (cut === undefined) continue;
    parts.push(html.slice(from, found.index));
    from = cut.startsWith('!') ? tag.lastIndex : tag.lastIndex + 1;
    if (/^style/i.test(cut)) {
      end.lastIndex = from;
      const closed = end.exec(html);
      styles.push(html.slice(from, closed?.index));
      from = closed ? end.lastIndex : html.length;
    }
    tag.lastIndex = from;
  }
  parts.push(html.slice(from));
  return { rest: parts.join(''), styles };
}
