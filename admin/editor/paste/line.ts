/** One line of text as a reader sees it: spaces of the source, of the layout and of the writer told apart. */
import { addAll } from './add-all.ts';
import { marks, type Run, type TextRun } from './model.ts';

/** What stands in a line before it is tidied: runs, and blocks (pictures) that have to leave it. */
export type Piece<B> = Run | { readonly is: 'block'; readonly block: B };

/** `lead`: width of the blanks before the text, in signs. */
export type Tidied = { readonly runs: readonly Run[]; readonly lead: number };

const wide = '\u3000';
const hard = '\u00a0';
export const isBlank = (text: string): boolean => !/[^\s\u00a0\u3000\u200b\ufeff]/.test(text);
/** Chinese, Japanese and full-width signs: between two of them a line's end in the source is no space. */
const isFull = (sign: string | undefined) =>
  sign !== undefined && /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee\u2014\u2018-\u201d\u2026]/.test(sign);
const isUnderlined = (run: TextRun) => (run.marks & marks.u) !== 0;

export function widthOfBlanks(text: string): number {
  let width = 0;
  for (const sign of text) width += sign === wide ? 1 : sign === hard || sign === ' ' ? 0.5 : sign === '\t' ? 2 : 0;
  return width;
}

/** Spaces as a browser shows them; blanks at both ends of each line are layout, and go. Underlined ones stay: a form. */
export const tidy = (runs: readonly Run[]): Tidied => trimmed(collapsed(joined(runs)));

/** Neighbours of the same dress become one run. */
function joined(pieces: readonly Run[]): Run[] {
  const out: Run[] = [];
  let texts: string[] = [];
  let last: TextRun | undefined;
  const end = () => {
    if (last) out.push({ ...last, text: texts.join('') });
    last = undefined;
    texts = [];
  };
  for (const piece of pieces) {
    if (piece.is === 'text' && last && last.marks === piece.marks && last.href === piece.href) texts.push(piece.text);
    else {
      end();
      if (piece.is === 'text') {
        last = piece;
        texts.push(piece.text);
      } else out.push(piece);
    }
  }
  end();
  return out;
}

/** Each stretch of white space becomes one space, in the run in which it begins, or none. */
function collapsed(runs: readonly Run[]): Run[] {
  const out: { run: Run; text: string }[] = [];
  /** The sign before, the white space since ('\n': nothing but a line's end of the source), and where that began. */
  let before: string | undefined;
  let gap = '';
  let holder: { text: string } | undefined;
  for (const run of runs) {
    const now = { run, text: '' };
    out.push(now);
    if (run.is !== 'text') {
      before = run.is === 'note' ? ']' : undefined;
      gap = '';
      continue;
    }
    for (const [at, word] of run.text.split(/([ \t\r\n\f]+)/).entries()) {
      if (word === '') continue;
      if (at % 2 === 1) {
        if (gap === '') holder = now;
        gap = gap === ' ' || !/[\r\n]/.test(word) ? ' ' : '\n';
        continue;
      }
      if (holder && gap !== '' && before !== undefined && !(gap === '\n' && isFull(before) && isFull(word[0])))
        holder.text += ' ';
      gap = '';
      now.text += isUnderlined(run) ? word : word.replace(/(?<![\s\u00a0\u3000])\u00a0(?![\s\u00a0\u3000])/g, ' ');
      before = word.at(-1);
    }
  }
  return out.map(({ run, text }) => (run.is === 'text' ? { ...run, text } : run));
}

const atStart = /^[\s\u00a0\u3000\u200b\ufeff]+/;
function trimmed(runs: readonly Run[]): Tidied {
  const out: Run[] = [];
  let lead = 0;
  let fresh = true;
  for (const run of runs) {
    if (run.is === 'break') {
      trimEnd(out);
      if (out.length > 0) out.push(run);
      fresh = true;
      continue;
    }
    if (run.is === 'note') {
      out.push(run);
      fresh = false;
      continue;
    }
    const blanks = fresh && !isUnderlined(run) ? (atStart.exec(run.text)?.[0] ?? '') : '';
    if (out.length === 0) lead += widthOfBlanks(blanks);
    const text = run.text.slice(blanks.length);
    if (text === '') continue;
    out.push({ ...run, text });
    fresh = false;
  }
  trimEnd(out);
  while (out.at(-1)?.is === 'break') {
    out.pop();
    trimEnd(out);
  }
  return { runs: out, lead };
}

function trimEnd(out: Run[]): void {
  for (let last = out.at(-1); last?.is === 'text' && !isUnderlined(last); last = out.at(-1)) {
    const text = last.text.trimEnd();
    out.pop();
    if (text !== '') {
      out.push({ ...last, text });
      return;
    }
  }
}

/**
 * Where one block holds several paragraphs: an empty line, or a line that is indented, is how old pages and many a Word
 * text begin a new paragraph.
 */
export function paragraphsIn<B>(pieces: readonly Piece<B>[]): Piece<B>[][] {
  const paragraphs: Piece<B>[][] = [];
  let current: Piece<B>[] | undefined;
  for (const line of linesOf(pieces)) {
    if (line.every(isBlankPiece)) current = undefined;
    else if (current && leadOf(line) < 1) addAll(current, [{ is: 'break' }, ...line]);
    else {
      current = line;
      paragraphs.push(current);
    }
  }
  return paragraphs;
}

function linesOf<B>(pieces: readonly Piece<B>[]): Piece<B>[][] {
  const lines: Piece<B>[][] = [[]];
  for (const piece of pieces) {
    if (piece.is === 'break') lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines;
}

const isBlankPiece = (piece: Piece<unknown>) => piece.is === 'text' && !isUnderlined(piece) && isBlank(piece.text);

function leadOf(line: readonly Piece<unknown>[]): number {
  let width = 0;
  for (const piece of line) {
    if (piece.is !== 'text' || isUnderlined(piece)) break;
    const blanks = atStart.exec(piece.text)?.[0] ?? '';
    width += widthOfBlanks(blanks.replace(/[ \t\r\n]/g, ''));
    if (blanks.length < piece.text.length) break;
  }
  return width;
}
