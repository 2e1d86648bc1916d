/** Signs of symbol fonts. Check boxes become the signs that a Chinese form shows; the rest mammoth knows. */

const symbolFont = /^(?:wingdings(?: ?[23])?|webdings|symbol|zapf ?dingbats)$/i;
export const isSymbolFont = (font: string): boolean => symbolFont.test(font);

const boxes: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: { 111: '□', 113: '□', 114: '□', 168: '□', 251: '✗', 252: '✓', 253: '☒', 254: '☑' },
  wingdings2: { 42: '□', 53: '□', 79: '✗', 80: '✓', 81: '☒', 82: '☑', 83: '☒', 163: '□' },
};

const isPrivate = (code: number): boolean => code >= 0xf000 && code <= 0xf0ff;
const isSign = (code: number): boolean => code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);

/** `code`: the sign's number in the font, also where it lies in F000–F0FF. undefined: mammoth is to be asked. */
export function symbol(font: string, code: number): string | undefined {
  const at = isPrivate(code) ? code - 0xf000 : code;
  if (isSymbolFont(font)) return boxes[font.toLowerCase().replace(' ', '')]?.[at];
  // An ordinary font: the number is the sign itself.
  return isSign(at) ? String.fromCodePoint(at) : undefined;
}

/** The number that a sign in the words of a symbol font stands for; undefined: an ordinary sign, set in another font. */
export function symbolCode(sign: string): number | undefined {
  const code = sign.codePointAt(0) ?? 0;
  if (isPrivate(code)) return code - 0xf000;
  return code > 0x20 && code < 0x100 ? code : undefined;
}
