/** A .txt: the first line that says something is the title, the rest is the text as it stands. */
export type Piece = {
  readonly title: string;
  readonly text: string;
  /** What the file had and the text has not, each said once, for the person who imports. */
  readonly lost: readonly string[];
};

export function fromPlain(source: string): Piece {
  const lines = source.split(/\r\n|[\n\r\f\u2028\u2029]/).map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''));
  const first = lines.findIndex((line) => line !== '');
  return {
    title: lines[first] ?? '',
    text: lines
      .slice(first + 1)
      .filter((line) => line !== '')
      .join('\n'),
    lost: [],
  };
}
