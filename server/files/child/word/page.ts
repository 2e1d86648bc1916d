/** From lines to what mammoth is given: each paragraph has a made-up style, whose path says what html it becomes. */
import { Lists } from './lists.ts';
import type { Block, Line, Picture, Table } from './model.ts';
import { isXml, type Xml, xml } from './xml.ts';

export type Look = {
  /** h2, h3 or h4 of each heading level in the text: no level is skipped. */
  readonly headings: ReadonlyMap<number, string>;
  /** Some first lines are indented: then the others begin at the margin on purpose. */
  readonly indents: boolean;
};

export class Page {
  readonly #styles = new Map<string, string>();
  readonly #look: Look;
  readonly #relationOf: (picture: Picture) => string;
  /** `relationOf`: the id under which mammoth finds a picture. */
  constructor(look: Look, relationOf: (picture: Picture) => string) {
    this.#look = look;
    this.#relationOf = relationOf;
  }

  /** What each made-up style becomes, as mammoth writes it. */
  get styleMap(): readonly string[] {
    return [...this.#styles].map(([path, id]) => `p.${id} => ${path}`);
  }

  write(blocks: readonly Block[], inTable = false): Xml[] {
    const lists = new Lists();
    return blocks.map((block, i) => {
      if (block.is === 'table') {
        lists.close();
        return this.#table(block);
      }
      const captions = block.is === 'line' && isCaption(block, blocks[i - 1]);
      if (block.is === 'line' && !captions) return this.#line(block, lists, inTable);
      // A picture between two items of a list belongs to the first.
      const within = lists.around(nextNumber(blocks, i));
      if (block.is === 'line') return this.#paragraph(`${within}figure.picture > figcaption:fresh`, block.runs);
      return this.#other(block, within);
    });
  }

  #other(block: Exclude<Block, Line | Table>, within: string): Xml {
    if (block.is === 'missing') return this.#paragraph(`${within}p.missing:fresh`, [run(block.words)]);
    const image = drawing(this.#relationOf(block), block.alt);
    return this.#paragraph(`${within}figure.picture:fresh`, [xml('w:r', {}, [image])]);
  }

  #line(line: Line, lists: Lists, inTable: boolean): Xml {
    const { number, level, align } = line;
    const text = number?.is === 'text' ? [run(number.text)] : [];
    if (level !== undefined) {
      lists.close();
      const tag = this.#look.headings.get(level) ?? 'h4';
      return this.#paragraph(`${tag}${align ? `.al-${align}` : ''}:fresh`, [...text, ...line.runs.map(unbold)]);
    }
    const place = lists.place(number);
    if (place !== undefined) return this.#paragraph(place, [...text, ...line.runs]);
    const flush = this.#look.indents && !inTable && !line.indented && !number && align === undefined;
    const kind = align ? `.al-${align}` : flush ? '.noindent' : '';
    return this.#paragraph(`p${kind}:fresh`, [...text, ...line.runs]);
  }

  #paragraph(path: string, runs: readonly Xml[]): Xml {
    const id = this.#styles.get(path) ?? `m${this.#styles.size + 1}`;
    this.#styles.set(path, id);
    return xml('w:p', {}, [xml('w:pPr', {}, [xml('w:pStyle', { 'w:val': id })]), ...runs]);
  }

  #table({ head, rows }: Table): Xml {
    const written = rows.map((cells, y) =>
      xml('w:tr', {}, [
        xml('w:trPr', {}, y < head ? [xml('w:tblHeader')] : []),
        ...cells.map(({ span, merge, blocks }) => {
          const across = span > 1 ? [xml('w:gridSpan', { 'w:val': String(span) })] : [];
          const down = merge ? [xml('w:vMerge', { 'w:val': merge === 'begins' ? 'restart' : 'continue' })] : [];
          return xml('w:tc', {}, [xml('w:tcPr', {}, [...across, ...down]), ...this.write(blocks, true)]);
        }),
      ]),
    );
    return xml('w:tbl', {}, written);
  }
}

const run = (text: string): Xml => xml('w:r', {}, [xml('w:t', {}, [text])]);

/** A heading is bold by itself. */
const unbold = (of: Xml): Xml => ({
  ...of,
  children: of.children
    .filter((one) => !isXml(one) || one.name !== 'w:b')
    .map((one) => (isXml(one) ? unbold(one) : one)),
});

const drawing = (relation: string, alt: string): Xml => {
  const blip = xml('a:blip', { 'r:embed': relation });
  const graphic = xml('a:graphic', {}, [
    xml('a:graphicData', {}, [xml('pic:pic', {}, [xml('pic:blipFill', {}, [blip])])]),
  ]);
  return xml('w:drawing', {}, [xml('wp:inline', {}, [xml('wp:docPr', { descr: alt }), graphic])]);
};

/** A line in the style of captions, or 图1 in the middle, right below a picture. */
const isCaption = ({ caption, align, text, level }: Line, before: Block | undefined): boolean =>
  before?.is === 'picture' &&
  level === undefined &&
  (caption || (align === 'center' && text.length <= 60 && /^\s*图\s*[\d一二三四五六七八九十]/.test(text)));

function nextNumber(blocks: readonly Block[], from: number): Line['number'] {
  const next = blocks.slice(from + 1, from + 20).find((block, i, rest) => {
    const before = i === 0 ? blocks[from] : rest[i - 1];
    return block.is === 'table' || (block.is === 'line' && !isCaption(block, before));
  });
  return next?.is === 'line' && next.level === undefined ? next.number : undefined;
}
