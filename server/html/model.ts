/** The forms of an article, as docs/article-html.md lists them: what a tree is read into and printed from. */
export const markTags = ['strong', 'em', 'u', 's', 'sup', 'sub'] as const;
export type MarkTag = (typeof markTags)[number];

/** How a run of text is dressed: marks in the order of `markTags`, and where it links to. */
export type Dress = { readonly href?: string | undefined; readonly marks: ReadonlySet<MarkTag> };
export type Run =
  | { readonly is: 'text'; readonly text: string; readonly dress: Dress }
  | { readonly is: 'break'; readonly dress: Dress }
  | { readonly is: 'note'; readonly n: number; readonly dress: Dress };

export type Align = 'center' | 'right' | undefined;
export type Cell = {
  readonly head: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly blocks: readonly Block[];
};
export type Block =
  | { readonly is: 'p'; readonly align: Align; readonly noindent: boolean; readonly runs: readonly Run[] }
  | { readonly is: 'heading'; readonly level: 2 | 3 | 4; readonly align: Align; readonly runs: readonly Run[] }
  | { readonly is: 'missing'; readonly words: string }
  | {
      readonly is: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly is: 'quote'; readonly blocks: readonly Block[] }
  | { readonly is: 'rule' }
  | { readonly is: 'figure'; readonly id: string; readonly alt: string; readonly caption: readonly Run[] }
  | { readonly is: 'attachment'; readonly id: string; readonly title: string }
  | { readonly is: 'table'; readonly caption: readonly Run[]; readonly rows: readonly (readonly Cell[])[] };

/** A footnote's blocks under its number. */
export type Notes = ReadonlyMap<number, readonly Block[]>;

export const plainDress: Dress = { marks: new Set() };
export const sameDress = (a: Dress, b: Dress): boolean =>
  a.href === b.href && a.marks.size === b.marks.size && [...a.marks].every((m) => b.marks.has(m));
