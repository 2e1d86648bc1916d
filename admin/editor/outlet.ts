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
  #drawn = false;
  #inField = false;
  /** The time came while something was composed. */
  #overdue = false;

  constructor(editor: Editor, opened: Node, html: string, tell: () => Tell) {
    this.#editor = editor;
    this.#tell = tell;
    this.#calm = opened;
    this.#given = this.#calm;
    this.#html = html;
  }

  /** The text is drawn. A field in it composes on its own, and the screen around is left alone then as well. */
  begin(place: HTMLElement): void {
    this.#drawn = true;
    const begins = () => {
      this.#inField = true;
    };
    const ends = () => {
      this.#inField = false;
      setTimeout(() => this.changed());
    };
    place.addEventListener('compositionstart', begins);
    place.addEventListener('compositionend', ends);
  }

  changed(): void {
    if (!this.#drawn || this.#isComposing()) return;
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
    if (this.#drawn && !this.#isComposing()) this.#calm = this.#editor.state.doc;
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
