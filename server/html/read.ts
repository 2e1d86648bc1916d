/** From a browser's tree to the forms of an article. What has no form loses its element, not its words. */
import { Losses } from './losses.ts';
import { type Align, type Block, type Dress, plainDress, type Run } from './model.ts';
import { addressOf, dropped, groups, headings, marks, silent } from './names.ts';
import { attribute, classes, type Element, find, isElement, isText, type Node, wordsIn } from './parse.ts';
import { tidy } from './runs.ts';
import { flattened, readRows } from './table.ts';
import type { KnownFile, KnownFiles } from './types.ts';

const fileAddress = /^\/files\/([a-z2-7]{26})\/[a-z0-9.]{0,40}$/;
export const addressIn = (known: KnownFile): string => `/files/${known.id}/${known.pieces[0]?.name ?? ''}`;

type Line = { readonly align: Align; readonly noindent: boolean; readonly level?: 2 | 3 | 4 };
const line: Line = { align: undefined, noindent: false };

export class Reader {
  readonly losses = new Losses();
  readonly notes = new Map<number, readonly Block[]>();
  readonly #known: KnownFiles;
  constructor(known: KnownFiles) {
    this.#known = known;
  }

  blocks(nodes: readonly Node[], within: Line = line, inTable = false): Block[] {
    return new Flow(this, within, inTable).read(nodes, plainDress);
  }
  file(address: string | undefined): KnownFile | undefined {
    const id = fileAddress.exec(address ?? '')?.[1];
    return id === undefined ? undefined : this.#known.get(id);
  }
  inline(nodes: readonly Node[]): readonly Run[] {
    const blocks = new Flow(this, line, true).read(nodes, plainDress);
    const lines = blocks.flatMap((b) => (b.is === 'p' || b.is === 'heading' ? [b.runs] : []));
    return tidy(lines.flatMap((runs, i) => (i === 0 ? runs : [{ is: 'break', dress: plainDress } as const, ...runs])));
  }
}

/** Blocks in order; words between blocks are paragraphs of `within`. */
class Flow {
  readonly #reader: Reader;
  readonly #within: Line;
  readonly #inTable: boolean;
  readonly #out: Block[] = [];
  #runs: Run[] = [];
  constructor(reader: Reader, within: Line, inTable: boolean) {
    this.#reader = reader;
    this.#within = within;
    this.#inTable = inTable;
  }

  read(nodes: readonly Node[], dress: Dress): Block[] {
    this.#walk(nodes, dress);
    this.#end();
    return this.#out;
  }

  #end(): void {
    const runs = tidy(this.#runs);
    this.#runs = [];
    if (runs.length === 0) return;
    const { align, noindent, level } = this.#within;
    this.#out.push(level ? { is: 'heading', level, align, runs } : { is: 'p', align, noindent, runs });
  }
  #put(block: Block): void {
    this.#end();
    this.#out.push(block);
  }
  #walk(nodes: readonly Node[], dress: Dress): void {
    for (const node of nodes) {
      if (isText(node)) this.#runs.push({ is: 'text', text: node.value, dress });
      else if (isElement(node)) this.#element(node, dress);
    }
  }

  #element(element: Element, dress: Dress): void {
    const { tagName } = element;
    if (silent.has(tagName)) return;
    const lost = dropped[tagName] ?? (hidden(element) ? '隐藏的文字' : undefined);
    if (lost) this.#reader.losses.add(lost);
    else if (tagName === 'br') this.#runs.push({ is: 'break', dress });
    else if (tagName === 'img') this.#picture(element, [], attribute(element, 'alt') ?? '');
    else if (tagName === 'a') this.#link(element, dress);
    else if (tagName === 'sup' && classes(element).includes('fnref')) this.#reference(element, dress);
    else if (marks[tagName]) this.#walk(element.childNodes, withMark(dress, tagName));
    else if (!this.#block(element, dress)) this.#walk(element.childNodes, dress);
  }

  /** False: it is no block, and its words go on in the line. */
  #block(element: Element, dress: Dress): boolean {
    const { tagName } = element;
    const level = headings[tagName];
    if (level) this.#nested(element, dress, this.#inTable ? line : { align: alignOf(element), noindent: false, level });
    else if (tagName === 'p') this.#paragraph(element, dress);
    else if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu' || tagName === 'dir') this.#list(element);
    else if (tagName === 'li') this.#nested(element, dress, line);
    else if (tagName === 'blockquote') this.#quote(element);
    else if (tagName === 'hr') this.#put({ is: 'rule' });
    else if (tagName === 'table') this.#table(element);
    else if (tagName === 'figure' && find(element, 'img')) this.#figure(element);
    else if (groups.has(tagName)) this.#nested(element, dress, { ...this.#within, ...ownLine(element) });
    else return false;
    return true;
  }

  #nested(element: Element, dress: Dress, within: Line): void {
    this.#end();
    this.#out.push(...new Flow(this.#reader, within, this.#inTable).read(element.childNodes, dress));
  }

  #paragraph(element: Element, dress: Dress): void {
    const has = classes(element);
    if (has.includes('missing')) {
      // As the last line of a footnote it holds the way back, which is no word of the text.
      const words = wordsIn(element.childNodes.filter((child) => !isWayBack(child))).trim();
      if (words) this.#put({ is: 'missing', words });
      return;
    }
    if (has.includes('attachment') && this.#attachment(element)) return;
    this.#nested(element, dress, { align: undefined, noindent: false, ...this.#quiet(), ...ownLine(element) });
  }
  /** A paragraph inside a heading (a paste's slip) stays a heading. */
  #quiet(): Partial<Line> {
    return this.#within.level ? this.#within : {};
  }

  #attachment(element: Element): boolean {
    const link = find(element, 'a');
    const file = this.#reader.file(link && attribute(link, 'href'));
    if (!link || !file) {
      if (link) this.#reader.losses.add('附件找不到了，只留下名称');
      return false;
    }
    const title = wordsIn(link.childNodes).replace(/\s+/g, ' ').trim();
    this.#put({ is: 'attachment', id: file.id, title: title || file.name });
    return true;
  }

  #list(element: Element): void {
    if (classes(element).includes('footnotes')) {
      this.#notes(element);
      return;
    }
    const ordered = element.tagName === 'ol';
    const items = element.childNodes.filter(isElement).flatMap((child) => {
      const blocks = this.#reader.blocks(child.tagName === 'li' ? child.childNodes : [child], line, this.#inTable);
      return blocks.length > 0 ? [blocks] : [];
    });
    // A list that stands in a list without an item of its own belongs to the item before it.
    const joined: Block[][] = [];
    for (const item of items) {
      const last = joined.at(-1);
      if (item[0]?.is === 'list' && last) last.push(...item);
      else joined.push([...item]);
    }
    const asked = Number.parseInt(attribute(element, 'start') ?? '1', 10);
    const start = ordered && asked >= 2 && asked <= 9999 ? asked : 1;
    if (joined.length > 0) this.#put({ is: 'list', ordered, start, items: joined.map(beginsWithWords) });
  }

  #notes(element: Element): void {
    this.#end();
    for (const item of element.childNodes.filter(isElement)) {
      const n = noteNumber(/^fn-(\d{1,3})$/.exec(attribute(item, 'id') ?? '')?.[1]);
      if (n === undefined) this.#out.push(...this.#reader.blocks(item.childNodes));
      else if (!this.#reader.notes.has(n)) this.#reader.notes.set(n, this.#reader.blocks(item.childNodes, line, true));
    }
  }

  #reference(element: Element, dress: Dress): void {
    const link = find(element, 'a');
    const n = noteNumber(/^#fn-(\d{1,3})$/.exec((link && attribute(link, 'href')) ?? '')?.[1]);
    if (n === undefined) this.#walk(element.childNodes, withMark(dress, 'sup'));
    else this.#runs.push({ is: 'note', n, dress: plainDress });
  }

  #link(element: Element, dress: Dress): void {
    if (isWayBack(element)) return;
    const asked = attribute(element, 'href');
    const own = asked !== undefined && /^\/files\//.test(asked.trim());
    const file = own ? this.#reader.file(asked.trim()) : undefined;
    const href = file ? addressIn(file) : own ? undefined : asked === undefined ? undefined : addressOf(asked);
    if (asked !== undefined && href === undefined && !asked.startsWith('#'))
      this.#reader.losses.add(own ? '附件找不到了，只留下名称' : '不能用的链接，只留下文字');
    this.#walk(element.childNodes, { ...dress, href: href ?? dress.href });
  }

  #quote(element: Element): void {
    const blocks = this.#reader.blocks(element.childNodes, line, this.#inTable);
    if (blocks.length > 0) this.#put({ is: 'quote', blocks });
  }

  #table(element: Element): void {
    this.#end();
    if (this.#inTable) {
      this.#out.push(...flattened(element, this.#reader.losses));
      return;
    }
    const caption = element.childNodes.filter(isElement).find((child) => child.tagName === 'caption');
    const rows = readRows(element, (nodes) => this.#reader.blocks(nodes, line, true));
    if (rows.length > 0)
      this.#out.push({ is: 'table', caption: caption ? this.#reader.inline(caption.childNodes) : [], rows });
  }

  #figure(element: Element): void {
    const image = find(element, 'img');
    const caption = find(element, 'figcaption');
    if (!image) return;
    this.#picture(image, caption ? this.#reader.inline(caption.childNodes) : [], attribute(image, 'alt') ?? '');
  }

  #picture(image: Element, caption: readonly Run[], alt: string): void {
    const src = (attribute(image, 'src') ?? '').trim();
    const file = this.#reader.file(src);
    if (file?.kind === 'picture') {
      this.#put({ is: 'figure', id: file.id, alt: alt.replace(/\s+/g, ' ').trim(), caption });
      return;
    }
    if (tiny(image)) {
      this.#reader.losses.add('看不见的图片');
      return;
    }
    this.#put({ is: 'missing', words: whyMissing(src) });
    if (caption.length > 0) this.#put({ is: 'p', align: 'center', noindent: false, runs: caption });
  }
}

const noteNumber = (digits: string | undefined): number | undefined => {
  const n = Number(digits);
  return Number.isInteger(n) && n >= 1 ? n : undefined;
};

const withMark = (dress: Dress, tag: string): Dress => {
  const mark = marks[tag];
  return mark ? { ...dress, marks: new Set([...dress.marks, mark]) } : dress;
};

const empty: Block = { is: 'p', align: undefined, noindent: false, runs: [] };
const beginsWithWords = (item: readonly Block[]): readonly Block[] => (item[0]?.is === 'p' ? item : [empty, ...item]);

function alignOf(element: Element): Align {
  const has = classes(element);
  if (has.includes('al-center')) return 'center';
  if (has.includes('al-right')) return 'right';
  const style = /text-align\s*:\s*(center|right)/i.exec(attribute(element, 'style') ?? '')?.[1];
  const asked = (style ?? attribute(element, 'align') ?? (element.tagName === 'center' ? 'center' : '')).toLowerCase();
  return asked === 'center' || asked === 'right' ? asked : undefined;
}

/** What the element itself says about its lines; nothing said, nothing changed. */
function ownLine(element: Element): Partial<Line> {
  const align = alignOf(element);
  return { ...(align ? { align } : {}), ...(classes(element).includes('noindent') ? { noindent: true } : {}) };
}

/** Looked for before cleaning: afterwards a hidden link would be a visible one. */
function hidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== undefined) return true;
  const style = (attribute(element, 'style') ?? '').toLowerCase().replace(/\s+/g, '');
  return /(^|;)(display:none|visibility:hidden|mso-hide:all|font-size:0(px|pt|em|rem|%)?(;|$|!)|opacity:0(;|$|!))/.test(
    style,
  );
}

/** One or two pixels each way: a counter, not a picture. */
const tiny = (image: Element): boolean =>
  ['width', 'height'].every((name) => /^[012](px)?$/.test((attribute(image, name) ?? '').trim()));

function whyMissing(src: string): string {
  if (/^https?:|^\/\//i.test(src)) return '【图片在别的网站上，没有带来，请下载后上传】';
  if (/^\/files\//.test(src)) return '【图片找不到了，请重新上传】';
  return '【图片没有带来，请单独上传】';
}

const isWayBack = (node: Node): boolean => isElement(node) && classes(node).includes('back');
