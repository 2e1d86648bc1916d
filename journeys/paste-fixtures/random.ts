/** Word texts put together by chance, whose visible words are known because they were chosen first. */

/** The same numbers for the same seed: 0–1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const signs = [...'水务局检查通知（一）、。；：“”—…ABCabc019𠮷😀é₂&<>"\'#{}\\〇'];
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

class Writer {
  readonly words: string[] = [];
  readonly #next: () => number;
  constructor(next: () => number) {
    this.#next = next;
  }
  #one<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.#next() * choices.length)] as T;
  }

  /** Words that a reader sees, noted down. Their first sign is no blank and no mark of a list. */
  text(): string {
    const text = Array.from({ length: 1 + Math.floor(this.#next() * 6) }, () => this.#one(signs)).join('');
    this.words.push(text);
    return escaped(text);
  }

  inline(depth: number): string {
    const inner = () => (depth > 0 ? this.inline(depth - 1) : this.text());
    return this.#one([
      () => this.text(),
      () => `<b style='mso-bidi-font-weight:normal'>${inner()}</b>${inner()}`,
      () => `<span lang=EN-US style='font-size:16.0pt;font-family:黑体'>${inner()}</span>`,
      () => `<del>删去</del>${inner()}<span style='display:none'>藏起</span>`,
      () => `<a href="https://x.example/">${inner()}</a><o:p></o:p>`,
      () => `<u>${inner()}</u>\n<i>${inner()}</i>`,
      () => `${inner()}<!--[if gte vml 1]><v:shape>画</v:shape><![endif]-->${inner()}`,
      () => `${inner()}<br>${inner()}<br><br>　　${inner()}`,
      () => `<sup>${inner()}</sup><font color=red>${inner()}</font>`,
    ])();
  }

  block(depth: number): string {
    const inner = () => (depth > 0 ? this.block(depth - 1) : `<p>${this.inline(1)}</p>`);
    return this.#one([
      () => `<p class=MsoNormal style='text-indent:32.0pt'>　　${this.inline(2)}</p>\n`,
      () =>
        `<p class=MsoListParagraph style='mso-list:l0 level${this.#one([1, 2, 3])} lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>${this.inline(1)}</p>`,
      () => `<h${this.#one([1, 2, 3])}>${this.inline(1)}</h1>`.replace('<h1>', '<h1>'),
      () => `<div align=center>${this.inline(1)}${inner()}${this.inline(0)}</div>`,
      () => `<ul><li>${this.inline(1)}<li>${inner()}</ul>`,
      () => `<blockquote>${inner()}${this.inline(0)}</blockquote>`,
      () => `<table><tr><td>${inner()}<td rowspan=2>${inner()}<tr><td>${this.inline(1)}</table>`,
      () => `<div style='mso-element:footnote' id=ftn${this.words.length}>${inner()}</div>`,
      () => `<section><section>${inner()}</section>${this.inline(1)}</section>`,
    ])();
  }
}

/** `words`: what a reader sees, in no certain order (notes move to the end). */
export function randomText(seed: number): { readonly html: string; readonly words: readonly string[] } {
  const next = chance(seed);
  const writer = new Writer(next);
  const html = Array.from({ length: 1 + Math.floor(next() * 6) }, () => writer.block(2)).join('');
  return { html, words: writer.words };
}
