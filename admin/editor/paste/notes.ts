/** Footnotes and endnotes: found by the names that Word, WPS and LibreOffice give them, numbered as they are met in the text. */
import type { Block } from './model.ts';

const numberMax = 999;

/** The name of the note that a link in the text leads to: #_ftn1 → ftn1. */
export function noteOf(href: string | null): string | undefined {
  const [, word, libre, number] =
    /#(?:_((?:ftn|edn)\d{1,5})|(sdfootnote|sdendnote)(\d{1,5})sym)$/i.exec(href ?? '') ?? [];
  return (word ?? (libre && `${libre}${number}`))?.toLowerCase();
}

/** The name of the note whose text a link back belongs to: #_ftnref1 → ftn1. */
export function backOf(href: string | null): string | undefined {
  const [, word, number, libre, digits] =
    /#(?:_(ftn|edn)ref(\d{1,5})|(sdfootnote|sdendnote)(\d{1,5})anc)$/i.exec(href ?? '') ?? [];
  return (word ? `${word}${number}` : libre && `${libre}${digits}`)?.toLowerCase();
}

/** The name of the note that an element holds: id=ftn1. */
export const noteIn = (id: string | null): string | undefined =>
  /^(?:(?:ftn|edn)\d{1,5}|(?:sdfootnote|sdendnote)\d{1,5})$/i.exec(id ?? '')?.[0].toLowerCase();

export class Notes {
  readonly #texts = new Map<string, Block[]>();
  readonly #order = new Set<string>();

  refer(key: string): void {
    this.#order.add(key);
  }
  add(key: string, blocks: readonly Block[]): void {
    if (blocks.length > 0) this.#texts.set(key, [...(this.#texts.get(key) ?? []), ...blocks]);
  }

  /**
   * `numbers`: 1–999 by name, in the order of the text. `texts` in that order. `loose`: notes that nothing refers to, or
   * beyond 999. `noteless`: how many references have no text.
   */
  settle(): {
    numbers: ReadonlyMap<string, number>;
    texts: readonly Block[][];
    loose: readonly Block[];
    noteless: number;
  } {
    const numbers = new Map<string, number>();
    const texts: Block[][] = [];
    let noteless = 0;
    for (const key of this.#order) {
      const text = this.#texts.get(key);
      if (!text) noteless++;
      else if (texts.length < numberMax) {
        texts.push(text);
        numbers.set(key, texts.length);
      }
    }
    const loose = [...this.#texts].filter(([key]) => !numbers.has(key)).flatMap(([, blocks]) => blocks);
    return { numbers, texts, loose, noteless };
  }
}
