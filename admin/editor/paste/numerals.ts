/** Numbers as a list of html may show them, for numbers that our pages do not show that way. */

import { chinese, roman } from '../../../core/numerals.ts';

const letters = (n: number): string => {
  let text = '';
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
};

/** 1–99; beyond that figures. */
const counted = (n: number): string => (n > 99 ? String(n) : chinese(n));

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
      return `${counted(n)}、`;
    default:
      return undefined;
  }
}
