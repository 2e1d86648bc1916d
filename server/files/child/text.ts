// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control signs are what is looked for
/** Whether bytes are a text, and in which encoding: a file that isn't readable as text isn't a .txt. */

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

// What a text may hold beside printing signs: tab, line feed, form feed, carriage return.
const unprintable = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff\ufdd0-\ufdef]/;

/** The encoding in which all of `bytes` is a text; undefined when there is none. UTF-8 first: GB18030 reads nearly anything. */
export function encodingOf(bytes: Uint8Array): Encoding | undefined {
  const marked: readonly Encoding[] =
    bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : bytes[0] === 0xfe && bytes[1] === 0xff ? ['utf-16be'] : [];
  const candidates: readonly Encoding[] = marked.length > 0 ? marked : ['utf-8', 'gb18030'];
  return candidates.find((encoding) => {
    try {
      return !unprintable.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch {
      return false;
    }
  });
}
