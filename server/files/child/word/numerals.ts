/** A number as Word's numbering formats write it. */

import { chinese, roman } from '../../../../core/numerals.ts';

const digits = [...'〇一二三四五六七八九'];
const letters = (n: number, first: number): string =>
  String.fromCharCode(first + ((n - 1) % 26)).repeat(Math.min(Math.ceil(n / 26), 20));

/** The n-th of signs that stand in a row; beyond its end, the plain number. */
const row = (n: number, first: number, last: number): string =>
  first + n - 1 <= last ? String.fromCodePoint(first + n - 1) : String(n);
const oneOf = (n: number, signs: string): string => [...signs][(n - 1) % [...signs].length] ?? String(n);
const byDigit = (n: number, signs: readonly string[]): string =>
  [...String(n)].map((d) => signs[Number(d)] ?? d).join('');
const legal = (n: number, signs: string): string => chinese(n, [...signs], ['', '拾', '佰', '仟']);

const formats: Readonly<Record<string, (n: number) => string>> = {
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => byDigit(n, [...'０１２３４５６７８９']),
  decimalFullWidth2: (n) => byDigit(n, [...'０１２３４５６７８９']),
  upperLetter: (n) => letters(n, 65),
  lowerLetter: (n) => letters(n, 97),
  upperRoman: (n) => roman(n).toUpperCase(),
  lowerRoman: roman,
  chineseCounting: (n) => chinese(n),
  chineseCountingThousand: (n) => chinese(n),
  taiwaneseCounting: (n) => chinese(n),
  taiwaneseCountingThousand: (n) => chinese(n),
  japaneseCounting: (n) => chinese(n),
  ideographDigital: (n) => byDigit(n, digits),
  japaneseDigitalTenThousand: (n) => byDigit(n, digits),
  taiwaneseDigital: (n) => byDigit(n, digits),
  ideographTraditional: (n) => oneOf(n, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (n) => oneOf(n, '子丑寅卯辰巳午未申酉戌亥'),
  chineseLegalSimplified: (n) => legal(n, '零壹贰叁肆伍陆柒捌玖'),
  ideographLegalTraditional: (n) => legal(n, '零壹貳參肆伍陸柒捌玖'),
  japaneseLegal: (n) => legal(n, '零壱弐参四伍六七八九'),
  decimalEnclosedCircle: (n) => row(n, 0x2460, 0x2473),
  decimalEnclosedCircleChinese: (n) => row(n, 0x2460, 0x2473),
  decimalEnclosedParen: (n) => row(n, 0x2474, 0x2487),
  decimalEnclosedFullstop: (n) => row(n, 0x2488, 0x249b),
  ideographEnclosedCircle: (n) => row(n, 0x3280, 0x3289),
  none: () => '',
};

/** `n` from 0 on. A format that isn't known gives the plain number, as a reader would expect. */
export const numeral = (n: number, format: string): string => (n > 0 ? formats[format]?.(n) : undefined) ?? String(n);
