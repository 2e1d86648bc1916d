/** One line of the source as blocks of the article. */
import { isBlank, type Piece, tidy } from './line.ts';
import { numbered, written } from './lists.ts';
import type { Look } from './looks.ts';
import type { Losses } from './losses.ts';
import type { Align, Block, Marker, Run } from './model.ts';

/** What the block that is being read says about its line. */
export type Line = {
  readonly align: Align;
  readonly level: number;
  readonly list: Look['list'];
  readonly indent: number;
  readonly caption: boolean;
};
export const plainLine: Line = { align: '', level: 0, list: undefined, indent: 0, caption: false };
/** Blanks of this many signs before a text are no indent: they place it, as a signature at the right. */
const placedFrom = 8;

/** `marker` and `mark`: how the source numbers it. `words`: the mark as the source writes it out. */
export type Numbered = { readonly marker: Marker | undefined; readonly words: string };

/** The pictures at the beginning of a line stand before it, the others after it, so that no sentence is cut. */
export function blocksOf(pieces: readonly Piece<Block>[], line: Line, number: Numbered, losses: Losses): Block[] {
  const before: Block[] = [];
  const after: Block[] = [];
  const words: Run[] = [];
  let hasWords = false;
  for (const piece of pieces) {
    if (piece.is === 'block') (hasWords ? after : before).push(piece.block);
    else {
      words.push(piece);
      hasWords ||= !isBlankRun(piece);
    }
  }
  const { runs, lead } = tidy(words);
  if (runs.length === 0) return [...before, ...after];
  return [...before, textBlock(withNumber(runs, number, line.level), lead, line, losses), ...after];
}

function textBlock(runs: readonly Run[], lead: number, line: Line, losses: Losses): Block {
  const { align, level, indent, caption } = line;
  if (level > 0) return { is: 'heading', level, align, runs };
  if (align === '' && lead + indent >= placedFrom) losses.add('spaces');
  return { is: 'p', align, runs, indented: lead + indent >= 1, noindent: false, caption };
}

const isBlankRun = (run: Run) => run.is === 'break' || (run.is === 'text' && isBlank(run.text));

/** Numbers that a page's list wouldn't show, and all numbers of headings, are words of the text. */
function withNumber(runs: readonly Run[], { marker, words }: Numbered, level: number): readonly Run[] {
  if (marker?.is === 'words') return numbered(marker.words, runs);
  return marker?.is === 'number' && level > 0 && words !== '' ? numbered(written(words.trim()), runs) : runs;
}
