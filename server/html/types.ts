/** What the cleaning profile knows and says. docs/article-html.md has the forms. */

/** A file of ours that a text may name. `pieces`: what the public gets, largest first (a document has one). */
export type KnownFile = {
  readonly id: string;
  readonly kind: 'picture' | 'document';
  readonly name: string;
  /** What a reader is told: PDF, JPEG. */
  readonly type: string;
  readonly pieces: readonly KnownPiece[];
};
/** `name` is the last part of its address: w960.jpg, file.pdf. `size` in bytes; a picture has width and height in px. */
export type KnownPiece = {
  readonly name: string;
  readonly size: number;
  readonly width?: number;
  readonly height?: number;
};
export type KnownFiles = ReadonlyMap<string, KnownFile>;

export type Cleaned =
  | {
      readonly ok: true;
      readonly html: string;
      /** The words, a line for each block: for counting, comparing and searching. */
      readonly text: string;
      /** Ids of the files that it names, each once, in the order of the text. */
      readonly files: readonly string[];
      /** What was in it and could not stay, in the words of the office, each with how often: 脚本（2 处）. */
      readonly lost: readonly string[];
      /** 【图片未带来】 lines that are left, and pictures without an alternative text: a text that has any isn't sent. */
      readonly missing: number;
      readonly speechless: number;
    }
  | { readonly ok: false; readonly code: 'text_too_long' | 'text_too_deep' | 'too_many_files' | 'table_too_big' };
