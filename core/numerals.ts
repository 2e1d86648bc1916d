/** Numbers written in other signs than figures: as Word numbers paragraphs, and as lists of html are numbered. */

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
/** i, iv, mmmcmxcix: 1 to 5,000; beyond, as 5,000. */
export function roman(n: number): string {
  let rest = Math.min(n, 5000);
  return romans
    .map(([value, sign]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return sign.repeat(times);
    })
    .join('');
}
