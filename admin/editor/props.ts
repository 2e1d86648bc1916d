/** What the editor of an article takes and gives. The screen around it brings the uploads and keeps what comes out. */
import type { Ref } from 'react';
import type { Purpose } from '../../server/contract/file-limits.ts';
import type { FileView } from '../../server/contract/files.ts';

/** What the text holds, reckoned from what is on the screen, for the words beside the field. */
export type Figures = {
  /** Signs without spaces, as `countWords` counts. */
  readonly characters: number;
  /** 【图片未带来】 lines that are left. */
  readonly missing: number;
  /** Pictures without an alternative text. */
  readonly speechless: number;
  /** Ids of the files that the text names, each once, in the order of the text. */
  readonly files: readonly string[];
  /** Uploads that aren't done: waiting, on their way, checked, or failed and not yet tried again. None is in the html. */
  readonly uploading: number;
};

export type Watch = {
  /** 0–1, and words for what takes long (病毒检查正忙). */
  readonly onProgress: (part: number, words?: string) => void;
  /** Aborted when the writer cancels, takes the place away or leaves the page. */
  readonly signal: AbortSignal;
};
/** Rejects with an Error whose message is for the writer: what can't be taken, why, and what can be done. */
export type Upload = (file: File, purpose: Exclude<Purpose, 'word'>, watch: Watch) => Promise<FileView>;

export type Cleaned = { readonly html: string; readonly lost: readonly string[] };

export type ArticleEditorHandle = {
  /** Hands out what was typed up to now (through `onChange` too, if it has changed) and answers it. */
  readonly flush: () => { html: string; figures: Figures };
  readonly focus: () => void;
  /** Puts other html in the place of the whole text, as one step that can be undone. */
  readonly replace: (html: string) => void;
};

export type ArticleEditorProps = {
  /**
   * docs/article-html.md. What opens; later a value that `onChange` didn't give last replaces the text, as one step that
   * can be undone. So it may be held as state, but not as deferred state.
   */
  readonly html: string;
  /** At most each 400 ms while typing, never amid a composition, and when the text is left. The server still cleans it. */
  readonly onChange: (html: string, figures: Figures) => void;
  readonly upload: Upload;
  /** What the server makes of html from the source view. Rejects with an Error whose message is for the writer. */
  readonly clean: (html: string) => Promise<Cleaned>;
  /** Name of the text for a screen reader: 正文. */
  readonly label: string;
  /** For the label's `htmlFor`, and so that the screen can put the focus on it. */
  readonly id?: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly readOnly?: boolean;
  /** The focus has left text, toolbar and find box; `onChange` was called before. */
  readonly onLeave?: () => void;
  readonly ref?: Ref<ArticleEditorHandle>;
};
