/**
 * What a search compares, and where in a text it was found. Chinese has no blanks between words, so that what is typed
 * is looked for as it is, anywhere in a text; blanks divide what has to be found into several.
 */

/** Signs that nobody sees, and blanks: content.plain in migration 0006 takes away the same ones. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what nobody sees
  /[\u0001-\u0020\u007f-\u00a0\u00ad\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]+/g;

/** Full width as half width, small letters (a to z only), no blanks, no signs without width. */
export const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(unseen, '');

/** What all has to be found: at most `max` pieces, longest first, none inside another. Empty when nothing visible was typed. */
export function termsOf(typed: string, max = 8): readonly string[] {
  const pieces = [
    ...new Set(
      typed
        .normalize('NFKC')
        .split(/[\s\u3000]+/)
        .map(plain),
    ),
  ].filter((one) => one !== '');
  const long = pieces.toSorted((a, b) => b.length - a.length);
  return long.filter((one, i) => !long.slice(0, i).some((other) => other.includes(one))).slice(0, max);
}

/** A piece of a text; `hit`: what was searched for. */
export type Piece = { readonly text: string; readonly hit: boolean };

/** A text with the place of each of its plain signs in it. */
type Mapped = { readonly text: string; readonly plain: string; readonly at: readonly number[] };

function mapped(text: string): Mapped {
  const at: number[] = [];
  let all = '';
  for (const { 0: sign, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const flat = plain(sign);
    for (let i = 0; i < flat.length; i++) at.push(index);
    all += flat;
  }
  at.push(text.length);
  return { text, plain: all, at };
}

/** `from` and `to` in plain signs, the terms' places in order, none over another. */
type Span = { readonly from: number; readonly to: number };
function spansOf({ plain: all }: Mapped, terms: readonly string[]): readonly Span[] {
  const found: Span[] = [];
  for (const term of terms)
    for (let from = all.indexOf(term); term && from >= 0; from = all.indexOf(term, from + term.length))
      found.push({ from, to: from + term.length });
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter((one, i) => !found.slice(0, i).some((other) => one.from < other.to));
}

/** The whole of a text with what was searched for marked in it: for titles. */
export const marked = (text: string, terms: readonly string[]): readonly Piece[] => {
  const map = mapped(text);
  return cut(map, spansOf(map, terms), { from: 0, to: map.plain.length });
};

/**
 * The first place of a text where something of it was found, with up to `around` signs on either side, marked; without
 * a hit its beginning. `…` stands where something was left off.
 */
export function inContext(text: string, terms: readonly string[], around = 40): readonly Piece[] {
  const map = mapped(text);
  const spans = spansOf(map, terms);
  const first = spans[0] ?? { from: 0, to: 0 };
  const window = { from: Math.max(0, first.from - around), to: Math.min(map.plain.length, first.to + around * 2) };
  return cut(map, spans, window);
}

function cut(map: Mapped, spans: readonly Span[], { from, to }: Span): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (a: number, b: number, hit: boolean) => {
    const text = map.text.slice(map.at[a], map.at[b]).replace(/\s+/g, ' ');
    if (text) pieces.push({ text, hit });
  };
  let at = from;
  for (const span of spans.filter((one) => one.to > from && one.from < to)) {
    add(at, Math.max(from, span.from), false);
    add(Math.max(from, span.from), Math.min(to, span.to), true);
    at = Math.min(to, span.to);
  }
  add(at, to, false);
  const before = from > 0 ? [{ text: '…', hit: false }] : [];
  const after = to < map.plain.length ? [{ text: '…', hit: false }] : [];
  return [...before, ...pieces, ...after];
}

/** Pairs of neighbouring signs: how alike two titles are, whichever of them has a slip. At most 24 of them. */
export function pairsOf(typed: string): readonly string[] {
  const signs = [...plain(typed)];
  return [...new Set(signs.slice(1).map((sign, i) => `${signs[i]}${sign}`))].slice(0, 24);
}
