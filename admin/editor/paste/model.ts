/** What a paste is read into: the forms of docs/article-html.md, before they are written as html. */

/** Marks of a run, as bits, in the order in which they are written. */
export const marks = { strong: 1, em: 2, u: 4, s: 8, sup: 16, sub: 32 } as const;
export type MarkTag = keyof typeof marks;
export const markTags = Object.keys(marks) as readonly MarkTag[];
/** 黑体: never written, but it is how an office document sets off the head of a table. */
export const blackFace = 64;

export type Align = '' | 'center' | 'right';
/** `href` is '' where there is no link. */
export type TextRun = { readonly is: 'text'; readonly text: string; readonly marks: number; readonly href: string };
/** A reference to a footnote, by the name that the source gives it: ftn1, edn2. */
export type NoteRun = { readonly is: 'note'; readonly key: string };
export type BreakRun = { readonly is: 'break' };
export type Run = TextRun | NoteRun | BreakRun;

export type Paragraph = {
  readonly is: 'p';
  readonly align: Align;
  readonly runs: readonly Run[];
  /** The source indents it, by its format or by blanks. */
  readonly indented: boolean;
  readonly noindent: boolean;
  /** The source says that it is the title of a picture or table beside it. */
  readonly caption: boolean;
};
/** `level` as the source counts, from 1; `print.ts` turns it into h2–h4. */
export type Heading = {
  readonly is: 'heading';
  readonly level: number;
  readonly align: Align;
  readonly runs: readonly Run[];
};
export type Figure = {
  readonly is: 'figure';
  readonly picture: Source;
  readonly alt: string;
  readonly caption: readonly Run[];
};
/** A picture that came with the paste, by its key, or one of ours, by its address. */
export type Source = { readonly key: string } | { readonly src: string };
export type Missing = { readonly is: 'missing'; readonly words: string };
export type List = {
  readonly is: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: Block[][];
};
/** A paragraph that Word counts as a list item. `lists.ts` nests these; none is left afterwards. */
export type Item = {
  readonly is: 'item';
  readonly level: number;
  readonly marker: Marker;
  readonly blocks: readonly Block[];
};
/** How an item begins. words: a number that a page's list would show differently, so it is written out. */
export type Marker =
  | { readonly is: 'bullet' }
  | { readonly is: 'number'; readonly n: number | undefined }
  | { readonly is: 'words'; readonly words: string };
export type Cell = {
  readonly head: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly blocks: readonly Block[];
};
export type Table = {
  readonly is: 'table';
  readonly caption: readonly Run[];
  /** How many leading rows are the head. */
  readonly head: number;
  readonly rows: readonly (readonly Cell[])[];
};
export type Block =
  | Paragraph
  | Heading
  | Figure
  | Missing
  | List
  | Item
  | Table
  | { readonly is: 'quote'; readonly blocks: readonly Block[] }
  | { readonly is: 'rule' };

export const textOf = (runs: readonly Run[]): string => {
  let text = '';
  for (const run of runs) text += run.is === 'text' ? run.text : '';
  return text;
};
