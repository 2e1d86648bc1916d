/** The known word nearest to a mistyped one, or undefined when none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, word.length / 2.5);
  for (const candidate of known) {
    const steps = distance(word, candidate);
    if (steps < least || (steps === least && best === undefined)) [best, least] = [candidate, steps];
  }
  return best;
}

/** `，你是不是要写“x”？`, or nothing. */
export function hint(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === undefined || near === word ? '' : `；是不是“${near}”？`;
}

/** Levenshtein; a beginning or an end left off counts less, since that is how long words are mistyped. */
function distance(a: string, b: string): number {
  if (a.length > 60 || b.length > 60) return Number.POSITIVE_INFINITY;
  if (a.length > 2 && (b.startsWith(a) || a.startsWith(b))) return Math.abs(a.length - b.length) * 0.6;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
