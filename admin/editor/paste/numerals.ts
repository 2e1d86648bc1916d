/** Numbers as a list of html may show them, for numbers that our pages do not show that way. */

const letters = (n: number): string => {
  let text = '';
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
};

const romans: readonly (readonly [number, string])[] = [
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
];
const roman = (n: number): string => {
  let text = '';
  let rest = n;
  for (const [value, sign] of romans) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
};

const digits = '〇一二三四五六七八九';
/** 1–99; beyond that figures. */
const chinese = (n: number): string => {
  if (n > 99) return String(n);
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 ? '' : digits[n % 10];
  if (tens === 0) return digits[n] ?? '';
  return `${tens === 1 ? '' : digits[tens]}十${ones}`;
};

/** `style`: a `type` attribute or a list-style-type. undefined: figures, which a page shows by itself. */
export function numeral(style: string | undefined, n: number): string | undefined {
  if (n < 1 || n > 3999) return undefined;
  switch (style) {
    case 'a':
    case 'lower-alpha':
    case 'lower-latin':
      return `${letters(n)}.`;
    case 'A':
    case 'upper-alpha':
    case 'upper-latin':
      return `${letters(n).toUpperCase()}.`;
    case 'i':
    case 'lower-roman':
      return `${roman(n)}.`;
    case 'I':
    case 'upper-roman':
      return `${roman(n).toUpperCase()}.`;
    case 'cjk-ideographic':
    case 'simp-chinese-informal':
    case 'trad-chinese-informal':
    case 'cjk-decimal':
      return `${chinese(n)}、`;
    default:
      return undefined;
  }
}
