/** A number as Word's numbering formats write it. */

const digits = [...'〇一二三四五六七八九'];
const units = ['', '十', '百', '千'];

/** 一, 十一, 一百零一: 1 to 9,999; beyond, its digits. */
export function chinese(n: number, signs: readonly string[] = [...'零一二三四五六七八九'], unit = units): string {
  if (n > 9999) return [...String(n)].map((d) => signs[Number(d)] ?? d).join('');
  let words = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(n / 10 ** power) % 10;
    if (digit === 0) gap ||= words !== '';
    else {
      words += `${gap ? signs[0] : ''}${signs[digit]}${unit[power]}`;
      gap = false;
    }
  }
  // 十二, not 一十二; but 壹拾贰.
  return n >= 10 && n < 20 && unit === units ? words.slice(1) : words;
}

const letters = (n: number, first: number): string =>
  String.fromCharCode(first + ((n - 1) % 26)).repeat(Math.min(Math.ceil(n / 26), 20));

const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;
function roman(n: number): string {
  let rest = Math.min(n, 5000);
  return romans
    .map(([value, sign]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return sign.repeat(times);
    })
    .join('');
}

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
