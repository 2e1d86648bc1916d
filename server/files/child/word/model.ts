/** A Word text as its reader sees it, between reading the file and writing the page. */
import type { Numbered } from './numbering.ts';
import type { Xml } from './xml.ts';

export type Picture = { readonly is: 'picture'; readonly part: string; readonly alt: string };
/** Something that could not come, in its place. `words` with 【】. */
export type Missing = { readonly is: 'missing'; readonly words: string };
export type Line = {
  readonly is: 'line';
  /** 1–9 of a heading. */
  readonly level: number | undefined;
  /** The style says that this is the text's title, or a picture's caption. */
  readonly titled: boolean;
  readonly caption: boolean;
  readonly align: 'center' | 'right' | undefined;
  /** The first line is indented, by the paragraph's format or by spaces. */
  readonly indented: boolean;
  readonly number: Numbered | undefined;
  /** Half points of its largest words. */
  readonly size: number;
  readonly red: boolean;
  /** w:r and w:hyperlink, with nothing in them that mammoth reads wrong. */
  readonly runs: readonly Xml[];
  /** Its words, the number not included. */
  readonly text: string;
};
export type Cell = {
  readonly span: number;
  readonly merge: 'begins' | 'goes on' | undefined;
  readonly blocks: readonly Block[];
};
export type Table = { readonly is: 'table'; readonly head: number; readonly rows: readonly (readonly Cell[])[] };
export type Block = Line | Picture | Missing | Table;

/** All lines, also those in tables. */
export const linesIn = (blocks: readonly Block[]): Line[] =>
  blocks.flatMap((block) =>
    block.is === 'line'
      ? [block]
      : block.is === 'table'
        ? block.rows.flatMap((row) => row.flatMap((cell) => linesIn(cell.blocks)))
        : [],
  );
export const picturesIn = (blocks: readonly Block[]): Picture[] =>
  blocks.flatMap((block) =>
    block.is === 'picture'
      ? [block]
      : block.is === 'table'
        ? block.rows.flatMap((row) => row.flatMap((cell) => picturesIn(cell.blocks)))
        : [],
  );
