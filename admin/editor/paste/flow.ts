/** From the browser's inert tree to the forms of an article, in one walk. */
import { addAll } from './add-all.ts';
import { type Around, alignIn, dressed, outside } from './around.ts';
import { blocksOf, type Line, plainLine } from './blocks.ts';
import { captioned } from './captions.ts';
import { isGone } from './gone.ts';
import { depthMax } from './limits.ts';
import { isBlank, type Piece, paragraphsIn } from './line.ts';
import { leadsTo } from './links.ts';
import { markerOf, nested } from './lists.ts';
import type { Look, Looks } from './looks.ts';
import type { Losses } from './losses.ts';
import { type Block, marks } from './model.ts';
import { groups, isCaption, levelOf } from './names.ts';
import { backOf, type Notes, noteIn, noteOf } from './notes.ts';
import type { Pictures } from './pictures.ts';
import { realList } from './real-lists.ts';
import { flattened, readTable } from './tables.ts';

/** What one paste has in common, wherever in it the walk is. */
export type Paste = {
  readonly looks: Looks;
  /** How each level of each list counts: l0/1 → decimal. */
  readonly numbering: ReadonlyMap<string, string>;
  readonly losses: Losses;
  readonly isSheet: boolean;
  readonly pictures: Pictures;
  readonly notes: Notes;
};

export class Flow {
  readonly #paste: Paste;
  readonly #out: Block[] = [];
  #pieces: Piece<Block>[] = [];
  #line: Line = plainLine;
  /** The mark that Word writes out before an item. */
  #mark = '';
  /** The note that this block turned out to be the text of. */
  #note: string | undefined;
  /** Fields that are open in this block: true while what stands there is the field's code, not its text. */
  #fields: boolean[] = [];
  constructor(paste: Paste) {
    this.#paste = paste;
  }

  /** The blocks inside a node. */
  read(parent: Node, around: Around): Block[] {
    this.#line = { ...plainLine, align: around.align };
    this.#inside(parent, around);
    return this.#read();
  }
  /** The blocks of one node. */
  readOne(node: Node, around: Around): Block[] {
    this.#node(node, around);
    return this.#read();
  }
  #read(): Block[] {
    this.#end();
    return captioned(nested(this.#out));
  }

  #inside(parent: Node, around: Around): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) this.#node(node, around);
  }
  #node(node: Node, around: Around): void {
    if (node.nodeType === 3) this.#text((node as Text).data, around);
    else if (node.nodeType === 1) this.#element(node as Element, around);
    // The text of a drawn box is in a part for Word alone; the html has a picture of it.
    else if (node.nodeType === 8 && (node as Comment).data.includes('<v:textbox')) this.#paste.losses.add('textBox');
  }

  #text(text: string, around: Around): void {
    if (this.#fields.includes(true)) return;
    if (around.tiny) {
      if (!isBlank(text)) this.#paste.losses.add('hidden');
      return;
    }
    // A link is underlined by itself.
    const bits = around.href === '' ? around.marks : around.marks & ~marks.u;
    const lines = around.keepsLines ? text.split('\n') : [text];
    for (const [at, line] of lines.entries()) {
      if (at > 0) this.#pieces.push({ is: 'break' });
      this.#pieces.push({ is: 'text', text: line, marks: bits, href: around.href });
    }
  }

  #element(element: Element, around: Around): void {
    const tag = element.localName;
    const names = element.getAttribute('class') ?? '';
    const look = this.#paste.looks.of(element);
    if (isGone(element, names, look, this.#paste.losses) || this.#isPart(look.part)) return;
    const inner = dressed(around, tag, look);
    if (look.listMark) this.#mark += element.textContent ?? '';
    else if (look.tab && !(inner.marks & marks.u)) this.#text('\t', inner);
    else if (tag === 'br') this.#break(look);
    else if (tag === 'img') this.#picture(element, around);
    else if (tag === 'a') this.#link(element, inner);
    else if (tag === 'hr') this.#rule(element);
    else if (tag === 'ul' || tag === 'ol' || tag === 'menu' || tag === 'dir') this.#list(element, inner);
    else if (tag === 'blockquote') this.#quote(element, inner);
    else if (tag === 'table') this.#table(element as HTMLTableElement, inner);
    else if (groups.has(tag)) this.#group(element, names, look, inner);
    else {
      if (tag === 'math' || tag === 'm:omath') this.#paste.losses.add('formula');
      this.#inside(element, inner);
    }
  }

  /** Fields: their code stands in the html too, between two empty elements. */
  #isPart(part: string | undefined): boolean {
    if (part === 'field-begin') this.#fields.push(true);
    else if (part === 'field-separator') this.#fields.splice(-1, 1, false);
    else if (part === 'field-end') this.#fields.pop();
    else return false;
    return true;
  }

  #break(look: Look): void {
    if (!look.pageBreak) this.#pieces.push({ is: 'break' });
  }
  #picture(image: Element, around: Around): void {
    const block = this.#paste.pictures.read(image, around.href !== '');
    if (block) this.#pieces.push({ is: 'block', block });
  }
  /** The short line above footnotes is none of the text. */
  #rule(rule: Element): void {
    if (rule.getAttribute('width') !== '33%') this.#put({ is: 'rule' });
  }

  #link(link: Element, around: Around): void {
    const href = link.getAttribute('href');
    const note = noteOf(href);
    const back = backOf(href);
    if (note) {
      this.#paste.notes.refer(note);
      this.#pieces.push({ is: 'note', key: note });
    } else if (back) this.#note ??= back;
    else {
      const leads = leadsTo(href);
      if (leads === 'dead' && !isBlank(link.textContent ?? '')) this.#paste.losses.add('link');
      this.#inside(link, { ...around, href: typeof leads === 'string' ? around.href : leads.href });
    }
  }

  #list(list: Element, around: Around): void {
    this.#end();
    if (around.depth >= depthMax) {
      this.#paste.losses.add('deep');
      this.#inside(list, around);
      return;
    }
    const inside = { ...around, align: '', isQuiet: true, depth: around.depth + 1 } as const;
    const read = (node: Node) => {
      const flow = new Flow(this.#paste);
      return (node as Element).localName === 'li' ? flow.read(node, inside) : flow.readOne(node, inside);
    };
    addAll(this.#out, realList(list, this.#paste.looks.of(list).numbering, read));
  }

  #quote(quote: Element, around: Around): void {
    if (around.depth >= depthMax) {
      this.#paste.losses.add('deep');
      this.#inside(quote, around);
      return;
    }
    const blocks = new Flow(this.#paste).read(quote, { ...around, align: '', isQuiet: true, depth: around.depth + 1 });
    if (blocks.length > 0) this.#put({ is: 'quote', blocks });
  }

  #table(table: HTMLTableElement, around: Around): void {
    this.#end();
    const { looks, losses } = this.#paste;
    const only = table.rows.length === 1 && table.rows[0]?.cells.length === 1 ? table.rows[0].cells[0] : undefined;
    if (only) {
      this.#group(only, '', looks.of(only), dressed(around, 'td', looks.of(only)));
      return;
    }
    const inside = (cell: Element, look: Look) => {
      const inner = dressed(around, 'td', look);
      const own = { ...inner, align: alignIn(cell, look, ''), inCell: true, isQuiet: true };
      return new Flow(this.#paste).read(cell, own);
    };
    const blocks = readTable(table, { ...this.#paste, inside });
    const caption = table.caption ? new Flow(this.#paste).read(table.caption, { ...around, isQuiet: true }) : [];
    for (const block of caption) this.#out.push(block.is === 'p' ? { ...block, caption: true } : block);
    if (around.inCell && blocks.some((block) => block.is === 'table')) losses.add('nestedTable');
    addAll(this.#out, around.inCell ? flattened(blocks) : blocks);
  }

  #group(element: Element, names: string, look: Look, around: Around): void {
    const { notes } = this.#paste;
    this.#end();
    const note = noteIn(element.id);
    if (note) {
      notes.add(note, new Flow(this.#paste).read(element, { ...outside, inCell: true, isQuiet: true }));
      return;
    }
    const outer = this.#line;
    const align = alignIn(element, look, around.align);
    const level = around.isQuiet ? 0 : levelOf(element, names, look.outline) || outer.level;
    const caption = isCaption(names) || element.localName === 'figcaption';
    this.#line = { align, level, list: look.list, indent: look.indent ?? 0, caption };
    const keepsLines = around.keepsLines || element.localName === 'pre';
    this.#inside(element, { ...around, align, keepsLines });
    this.#end();
    this.#line = outer;
  }

  #put(block: Block): void {
    this.#end();
    this.#out.push(block);
  }

  /** The line that was read becomes a block, or several. */
  #end(): void {
    const [pieces, mark, note] = [this.#pieces, this.#mark, this.#note];
    this.#pieces = [];
    this.#mark = '';
    this.#note = undefined;
    this.#fields = [];
    if (pieces.length === 0) return;
    const { list, level } = this.#line;
    const lines = list || level > 0 ? [pieces] : paragraphsIn(pieces);
    const marker = list || mark ? markerOf(mark, this.#numbering(list)) : undefined;
    const blocks = lines.flatMap((line, at) =>
      blocksOf(line, this.#line, { marker: at === 0 ? marker : undefined, words: mark }, this.#paste.losses),
    );
    if (note) this.#paste.notes.add(note, blocks);
    else if (list && marker && level === 0 && blocks.some((block) => block.is === 'p')) {
      if (mark === '' && marker.is === 'number' && this.#numbering(list) !== 'decimal')
        this.#paste.losses.add('numbering');
      this.#out.push({ is: 'item', level: list.level, marker, blocks });
    } else addAll(this.#out, blocks);
  }

  #numbering(list: Look['list']): string | undefined {
    return list && this.#paste.numbering.get(`${list.id}/${list.level}`);
  }
}
