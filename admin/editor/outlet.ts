/** Hands the text out: not at each key, and never in the middle of a composition, whose words aren't there yet. */
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { figuresOf } from './figures.ts';
import { writeDoc } from './html/write.ts';
import type { Figures } from './props.ts';

const pause = 400;
type Tell = (html: string, figures: Figures) => void;

export class Outlet {
  readonly #editor: Editor;
  readonly #tell: () => Tell;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The text when nothing was being composed. */
  #calm: Node;
  #given: Node;
  /** What was given last, or put in by the screen. */
  #html: string;

  constructor(editor: Editor, html: string, tell: () => Tell) {
    this.#editor = editor;
    this.#tell = tell;
    this.#calm = editor.state.doc;
    this.#given = this.#calm;
    this.#html = html;
  }

  changed(): void {
    if (this.#isComposing()) return;
    this.#calm = this.#editor.state.doc;
    if (this.#calm === this.#given) return;
    this.#timer ??= setTimeout(() => this.flush(), pause);
  }
  flush(): { html: string; figures: Figures } {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#isComposing()) this.#calm = this.#editor.state.doc;
    const html = writeDoc(this.#calm);
    const figures = figuresOf(this.#calm);
    if (this.#calm !== this.#given) {
      this.#given = this.#calm;
      this.#html = html;
      this.#tell()(html, figures);
    }
    return { html, figures };
  }
  gave(html: string): boolean {
    return this.#html === html;
  }
  /** What the screen put in is not handed back to it. */
  took(html: string): void {
    this.#html = html;
  }
  #isComposing(): boolean {
    return !this.#editor.isDestroyed && this.#editor.view.composing;
  }
}
