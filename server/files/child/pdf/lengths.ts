/**
 * The lengths of streams, said where they belong. Many programs write a stream's length as an object of its own, after
 * the stream; pdf-lib, which reads from front to back, then looks for the word `endstream` and loses a line end that was
 * the last byte of a picture, or whole objects where the content itself holds that word.
 */

const said = /\/Length\s+(\d{1,10})(?:\s+(\d{1,5})\s+R\b)?/g;
const number = /(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj\s+(\d{1,10})\s+endobj/g;
const opens = /\bstream(\r\n|\n|\r)|endobj/g;
const closes = /\s{0,2}endstream/y;

/** The same file; where a length behind a reference leads to `endstream`, it stands in its place. */
export function withLengths(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const lengths = new Map<string, number>();
  for (const [, object, generation, length] of text.matchAll(number))
    lengths.set(`${object} ${generation}`, Number(length));
  if (lengths.size === 0) return bytes;
  const parts: Buffer[] = [];
  let copied = 0;
  said.lastIndex = 0;
  for (let match = said.exec(text); match; match = said.exec(text)) {
    const [whole, first, generation] = match;
    const length = generation === undefined ? Number(first) : lengths.get(`${first} ${generation}`);
    const end = length === undefined ? undefined : streamEnd(text, said.lastIndex, length);
    if (end === undefined) continue;
    // Nothing is looked for inside the stream.
    said.lastIndex = end;
    if (generation === undefined) continue;
    parts.push(bytes.subarray(copied, match.index), Buffer.from(`/Length ${length} `, 'latin1'));
    copied = match.index + whole.length;
  }
  return parts.length > 0 ? Buffer.concat([...parts, bytes.subarray(copied)]) : bytes;
}

/** Where the stream ends whose dictionary goes on at `from`, if `endstream` stands there. */
function streamEnd(text: string, from: number, length: number): number | undefined {
  opens.lastIndex = from;
  const open = opens.exec(text);
  if (!open || open[0] === 'endobj') return undefined;
  closes.lastIndex = opens.lastIndex + length;
  return closes.test(text) ? closes.lastIndex : undefined;
}
