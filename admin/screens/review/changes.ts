/** What changed between two texts: lines first, then the words inside lines that were changed. */
import { type ChangeObject, diffLines, diffWordsWithSpace } from 'diff';

export type Piece = { readonly text: string; readonly is: 'same' | 'added' | 'gone' };

/** Chinese has no spaces: the browser's own word breaks keep 现就 and 现将 apart from the rest of the line. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });

const piece = (c: ChangeObject<string>): Piece => ({
  text: c.value,
  is: c.added ? 'added' : c.removed ? 'gone' : 'same',
});

/** Long or wholly different lines take too long word by word; they are shown as one gone and one added. */
const wordsTimeoutMs = 1_000;

function within(gone: string, added: string): Piece[] {
  const found = diffWordsWithSpace(gone, added, { intlSegmenter: words, timeout: wordsTimeoutMs });
  return found
    ? found.map(piece)
    : [
        { text: gone, is: 'gone' },
        { text: added, is: 'added' },
      ];
}

/** Pieces in reading order; joined without the gone ones they are `after`, without the added ones `before`. */
export function changes(before: string, after: string): Piece[] {
  const lines = diffLines(before, after).map(piece);
  const pieces: Piece[] = [];
  for (let n = 0; n < lines.length; n += 1) {
    const [one, two] = [lines[n]!, lines[n + 1]];
    if (one.is === 'gone' && two?.is === 'added') {
      pieces.push(...within(one.text, two.text));
      n += 1;
    } else pieces.push(one);
  }
  return pieces;
}
