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
  #inField = false;
  /** The time came while something was composed. */
  #overdue = false;

  constructor(editor: Editor, html: string, tell: () => Tell) {
    this.#editor = editor;
    this.#tell = tell;
    this.#calm = editor.state.doc;
    this.#given = this.#calm;
    this.#html = html;
  }

  /** A field in the text composes on its own, and the screen around it is left alone as well. Answers how to end that. */
  listen(place: HTMLElement): () => void {
    const begins = () => {
      this.#inField = true;
    };
    const ends = () => {
      this.#inField = false;
      setTimeout(() => this.changed());
    };
    place.addEventListener('compositionstart', begins);
    place.addEventListener('compositionend', ends);
    return () => {
      place.removeEventListener('compositionstart', begins);
      place.removeEventListener('compositionend', ends);
    };
  }
  changed(): void {
    if (this.#isComposing()) return;
    this.#calm = this.#editor.state.doc;
    if (this.#calm === this.#given) return;
    // Who types Chinese composes nearly all the time: the first moment between two words is taken.
    if (this.#overdue) this.flush();
    else this.#timer ??= setTimeout(() => this.#onTime(), pause);
  }
  flush(): { html: string; figures: Figures } {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#overdue = false;
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
  #onTime(): void {
    this.#timer = undefined;
    if (this.#isComposing()) this.#overdue = true;
    else this.flush();
  }
  gave(html: string): boolean {
    return this.#html === html;
  }
  /** What the screen put in is not handed back to it. */
  took(html: string): void {
    this.#html = html;
  }
  #isComposing(): boolean {
    return this.#inField || (!this.#editor.isDestroyed && this.#editor.view.composing);
  }
}
