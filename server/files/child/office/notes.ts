/** What was changed or left out, counted, in the words of the office. */
export type Notes = {
  /** `words` holds N where the number goes, if it is to be said. */
  readonly add: (words: string, times?: number) => void;
  readonly lines: () => string[];
};

export function makeNotes(): Notes {
  const counts = new Map<string, number>();
  return {
    add: (words, times = 1) => void counts.set(words, (counts.get(words) ?? 0) + times),
    lines: () => [...counts].map(([words, count]) => words.replace('N', String(count))),
  };
}
