/** The words of one paragraph: runs and links that mammoth reads right, and what stood among them. */
import type { Losses } from '../../../html/losses.ts';
import { type Around, choice, drawn, missing } from './drawing.ts';
import { equation } from './equation.ts';
import { codeIn, type Fields } from './fields.ts';
import type { Block } from './model.ts';
import type { RunLook, Styles } from './styles.ts';
import { isSymbolFont, symbol, symbolCode } from './symbols.ts';
import { child, elements, inside, isXml, type Node, textOf, type Xml, xml } from './xml.ts';

/** What a part of the file gives its paragraphs. */
export type Reading = Around & {
  readonly styles: Styles;
  readonly losses: Losses;
  readonly fields: Fields;
  /** The id under which mammoth finds that address. */
  link(address: string): string;
  /** Whether there is such a note: `footnote 3`. */
  hasNote(which: string): boolean;
};

/** Their words stand in the line; the element says nothing of its own. */
const through = new Set(['w:smartTag', 'w:customXml', 'w:dir', 'w:bdo', 'w:sdtContent', 'm:oMathPara']);
const accepted = new Set(['w:ins', 'w:moveTo']);
const rejected = new Set(['w:del', 'w:moveFrom']);

export class Inline {
  readonly runs: Xml[] = [];
  text = '';
  size = 0;
  red = false;
  /** What stood before the first word, and after it: blocks can't stand in a line. */
  readonly before: Block[] = [];
  readonly after: Block[] = [];
  readonly #reading: Reading;
  readonly #pPr: Xml | undefined;
  #href: string | undefined;

  constructor(reading: Reading, pPr: Xml | undefined) {
    this.#reading = reading;
    this.#pPr = pPr;
  }

  read(nodes: readonly Node[]): void {
    for (const node of nodes) if (isXml(node)) this.#one(node);
  }

  #one(of: Xml): void {
    const { name } = of;
    if (name === 'w:r') this.#run(of);
    else if (through.has(name)) this.read(of.children);
    else if (accepted.has(name)) this.#revision(() => this.read(of.children));
    else if (rejected.has(name)) this.#revision(() => {});
    else if (name === 'w:hyperlink') this.#hyperlink(of);
    else if (name === 'w:fldSimple') this.#simpleField(of);
    else if (name === 'w:sdt') this.#control(of);
    else if (name === 'w:ruby') this.#ruby(of);
    else if (name === 'm:oMath') this.#equation(of);
    else if (name === 'mc:AlternateContent') this.read(choice(of)?.children ?? []);
  }

  #revision(read: () => void): void {
    this.#reading.losses.add('修订标记没有带来，文字按“接受全部修订”处理');
    read();
  }

  #hyperlink(of: Xml): void {
    const found = this.#reading.relations.get(of.at['r:id'] ?? '');
    const outer = this.#href;
    if (found?.outside) this.#href = found.target;
    this.read(of.children);
    this.#href = outer;
  }

  #simpleField(of: Xml): void {
    const end = this.#reading.fields.simple(of.at['w:instr'] ?? '', () => this.read(of.children));
    this.#fieldEnds(end, undefined);
  }

  #control(of: Xml): void {
    const about = child(of, 'w:sdtPr');
    if (child(about, 'w:showingPlcHdr')) this.#reading.losses.add('没有填写的输入提示没有带来');
    else this.read(child(of, 'w:sdtContent')?.children ?? []);
  }

  #ruby(of: Xml): void {
    this.#reading.losses.add('文字上的拼音没有带来');
    this.read(child(of, 'w:rubyBase')?.children ?? []);
  }

  #equation(of: Xml): void {
    const pieces = equation(of);
    if (!pieces) {
      this.#noFormula();
      return;
    }
    this.#reading.losses.add('公式改成了一行文字，请核对');
    for (const { text, raised } of pieces)
      this.#put([xml('w:t', {}, [text])], raised && xml('w:rPr', {}, [xml('w:vertAlign', { 'w:val': raised })]), text);
  }

  #noFormula(): void {
    this.#reading.losses.add('公式没有带来');
    this.#put([xml('w:t', {}, ['【公式】'])], undefined, '【公式】');
    this.#block(missing('上面一段里的公式没有带来：请改用文字或图片'));
  }

  #run(of: Xml): void {
    const { styles, losses } = this.#reading;
    const rPr = child(of, 'w:rPr');
    const look = styles.run(rPr, this.#pPr);
    if (look.hidden && !this.#reading.fields.silent && /\S/.test(textOf(of))) losses.add('隐藏的文字没有带来');
    for (const one of elements(of)) {
      if (one.name === 'w:fldChar') this.#fieldEnds(this.#reading.fields.mark(one), look);
      else if (one.name === 'w:instrText') this.#reading.fields.code(codeIn(one));
      else if (!look.hidden && !this.#reading.fields.silent) this.#inRun(one, look);
    }
  }

  #fieldEnds({ text, formula }: { text: string; formula: boolean }, look: RunLook | undefined): void {
    if (this.#reading.fields.silent) return;
    if (formula) this.#noFormula();
    else if (text !== '') this.#words(text, look);
  }

  #inRun(of: Xml, look: RunLook): void {
    const { name } = of;
    if (name === 'w:t') this.#words(textOf(of), look);
    else if (name === 'w:tab' || name === 'w:ptab') this.#words('\u3000', look);
    else if (name === 'w:noBreakHyphen') this.#words('-', look);
    else if (name === 'w:sym') this.#symbol(of.at['w:font'] ?? '', Number.parseInt(of.at['w:char'] ?? '', 16), look);
    else if (name === 'w:br' || name === 'w:cr') this.#put([xml('w:br')], rPrOf(look), '\n');
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') this.#note(of);
    else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') this.#drawn(of);
    else if (name === 'w:ruby') this.#ruby(of);
    else if (name === 'mc:AlternateContent') this.#either(of, look);
    else if (name === 'w:commentReference') this.#reading.losses.add('批注没有带来');
    else if (name === 'w:contentPart') this.#reading.losses.add('手写墨迹没有带来');
  }

  #either(of: Xml, look: RunLook): void {
    for (const one of elements(choice(of))) this.#inRun(one, look);
  }

  #drawn(of: Xml): void {
    this.#reading.fields.shows();
    for (const block of drawn(of, this.#reading)) this.#block(block);
  }
  #block(block: Block): void {
    if (this.text.trim() === '') this.before.push(block);
    else this.after.push(block);
  }

  #note(of: Xml): void {
    const which = `${of.name === 'w:footnoteReference' ? 'footnote' : 'endnote'} ${of.at['w:id']}`;
    if (this.#reading.hasNote(which)) this.runs.push(xml('w:r', {}, [xml(of.name, of.at)]));
    else this.#reading.losses.add('脚注的内容在文件里找不到');
  }

  #words(text: string, look: RunLook | undefined): void {
    if (text.trim() !== '') {
      this.#reading.fields.shows();
      if (look) this.size = Math.max(this.size, look.size);
      this.red ||= look?.red ?? false;
    }
    if (look && isSymbolFont(look.font)) for (const sign of text) this.#inSymbolFont(sign, look);
    else this.#put([xml('w:t', {}, [text])], look && rPrOf(look), text);
  }
  #inSymbolFont(sign: string, look: RunLook): void {
    const code = symbolCode(sign);
    if (code === undefined) this.#put([xml('w:t', {}, [sign])], rPrOf(look), sign);
    else this.#symbol(look.font, code, look);
  }

  #symbol(font: string, code: number, look: RunLook): void {
    const sign = symbol(font, code);
    const char = (Number.isNaN(code) ? 0 : code).toString(16).toUpperCase().padStart(4, '0');
    const known = sign !== undefined ? xml('w:t', {}, [sign]) : xml('w:sym', { 'w:font': font, 'w:char': char });
    this.#put([known], rPrOf(look), sign ?? ' ');
  }

  #put(content: readonly Xml[], rPr: Xml | undefined, text: string): void {
    this.text += text;
    const run = xml('w:r', {}, rPr ? [rPr, ...content] : content);
    const href = this.#reading.fields.href ?? this.#href;
    this.runs.push(href ? xml('w:hyperlink', { 'r:id': this.#reading.link(href) }, [run]) : run);
  }
}

function rPrOf({ bold, italic, underline, strike, raised }: RunLook): Xml {
  return xml('w:rPr', {}, [
    ...(bold ? [xml('w:b')] : []),
    ...(italic ? [xml('w:i')] : []),
    ...(underline ? [xml('w:u', { 'w:val': 'single' })] : []),
    ...(strike ? [xml('w:strike')] : []),
    ...(raised ? [xml('w:vertAlign', { 'w:val': raised })] : []),
  ]);
}

/** Whether anything of a paragraph is to be seen: a picture or a note also counts. */
export const hasNotes = (runs: readonly Xml[]): boolean =>
  runs.some((run) => [...inside(run, 'w:footnoteReference'), ...inside(run, 'w:endnoteReference')].length > 0);
