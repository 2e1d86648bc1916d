/** Paragraphs and tables of a part of the file, read as Word shows them. */
import { choice, missing } from './drawing.ts';
import { Inline, type Reading } from './inline.ts';
import type { Block, Line } from './model.ts';
import type { Numbering } from './numbering.ts';
import { headingLevel, isCaption, isTitle } from './styles.ts';
import { readTable } from './table.ts';
import { child, elements, isXml, type Node, val, type Xml } from './xml.ts';

export class Body {
  readonly #reading: Reading;
  readonly #numbering: Numbering;
  /** Of paragraphs whose end is deleted: their words go on in the next one. */
  #carried: Node[] = [];

  constructor(reading: Omit<Reading, 'blocks'>, numbering: Numbering) {
    // A text box has paragraphs of its own, which know nothing of the paragraph around.
    this.#reading = { ...reading, blocks: (content) => new Body(reading, numbering).read(content.children) };
    this.#numbering = numbering;
  }

  read(nodes: readonly Node[]): Block[] {
    const blocks = nodes.filter(isXml).flatMap((node) => this.#one(node));
    return this.#carried.length > 0 ? [...blocks, ...this.#paragraph({ name: 'w:p', at: {}, children: [] })] : blocks;
  }

  #one(of: Xml): readonly Block[] {
    const { losses } = this.#reading;
    switch (of.name) {
      case 'w:p':
        return this.#paragraph(of);
      case 'w:tbl':
        return readTable(of, this.#reading, (cell) => new Body(this.#reading, this.#numbering).read(cell));
      case 'w:sdt':
        return this.#control(of);
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:smartTag':
        return elements(of).flatMap((one) => this.#one(one));
      case 'mc:AlternateContent':
        return elements(choice(of)).flatMap((one) => this.#one(one));
      case 'm:oMathPara':
      case 'm:oMath':
        return this.#paragraph({ name: 'w:p', at: {}, children: [of] });
      case 'w:altChunk':
        losses.add('插入的其他文件没有带来');
        return [missing('这里插入的另一个文件没有带来：请打开它，把内容复制过来')];
      default:
        return [];
    }
  }

  #control(of: Xml): readonly Block[] {
    const gallery = val(child(child(of, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
    if (gallery !== 'Table of Contents') return elements(child(of, 'w:sdtContent')).flatMap((one) => this.#one(one));
    this.#reading.losses.add('目录没有带来');
    return [];
  }

  #paragraph(of: Xml): readonly Block[] {
    const pPr = child(of, 'w:pPr');
    const mark = child(pPr, 'w:rPr');
    const content = [...this.#carried, ...of.children];
    this.#carried = [];
    if (child(mark, 'w:del') || child(mark, 'w:moveFrom')) {
      this.#carried = content;
      return [];
    }
    const inline = new Inline(this.#reading, pPr);
    inline.read(content);
    const line = this.#line(pPr, inline);
    const seen = inline.runs.length > 0 && (inline.text.trim() !== '' || inline.runs.some(speaks));
    return [...inline.before, ...(seen ? [line] : []), ...inline.after];
  }

  #line(pPr: Xml | undefined, inline: Inline): Line {
    const { styles } = this.#reading;
    const chain = styles.paragraphChain(pPr);
    const outline = Number(val(pPr, 'w:outlineLvl') ?? styles.paragraph(pPr, 'w:outlineLvl')?.at['w:val'] ?? 9);
    const level = outline <= 8 ? outline + 1 : val(pPr, 'w:outlineLvl') === '9' ? undefined : headingLevel(chain);
    const spaces = leading(inline.text);
    const indent = indentOf(styles.paragraph(pPr, 'w:ind'));
    const pushed = inline.text.trim().length <= 40 && (spaces >= 8 || indent >= 8);
    return {
      is: 'line',
      level,
      titled: level === undefined && isTitle(chain),
      caption: isCaption(chain),
      align: alignOf(styles.paragraph(pPr, 'w:jc'), styles.paragraph(pPr, 'w:bidi')) ?? (pushed ? 'right' : undefined),
      indented: spaces > 0 || indent > 0,
      // Asked of an empty paragraph too: Word counts it.
      number: this.#numbering.next(pPr, level !== undefined),
      size: inline.size,
      red: inline.red,
      runs: inline.runs,
      text: inline.text,
    };
  }
}

const speaks = (run: Xml): boolean => run.children.some((one) => isXml(one) && /Reference$|^w:sym$/.test(one.name));

/** Wide signs of white space at the beginning. */
function leading(text: string): number {
  const spaces = /^[\s\u00a0\u3000]*/.exec(text.replace(/^\n+/, ''))?.[0] ?? '';
  return [...spaces].reduce((sum, space) => sum + (space === '　' ? 1 : 0.5), 0);
}

/** In wide signs, roughly: how far the first line begins from the margin. */
function indentOf(ind: Xml | undefined): number {
  const of = (...names: readonly string[]) => names.map((name) => Number(ind?.at[name] ?? 0)).find(Boolean) ?? 0;
  const signs = of('w:firstLineChars') / 100 || of('w:firstLine') / 320;
  const left = of('w:startChars', 'w:leftChars') / 100 || of('w:start', 'w:left') / 320;
  return Math.max(signs, 0) + (left >= 8 ? left : 0);
}

function alignOf(jc: Xml | undefined, bidi: Xml | undefined): 'center' | 'right' | undefined {
  const asked = jc?.at['w:val'] ?? 'start';
  if (asked === 'center') return 'center';
  const mirrored = bidi !== undefined && !['0', 'false'].includes(bidi.at['w:val'] ?? '');
  const atEnd = mirrored ? ['left', 'start'] : ['right', 'end'];
  return atEnd.includes(asked) ? 'right' : undefined;
}
