/** How an article is cited: by the regulation's title and the number in words, 《……规定》第十三条（二）. */
import { chinese } from '../numerals.ts';

/** 0 to 999 in Chinese numerals: 10 is 十, 13 is 十三, 102 is 一百零二. Larger ones stay in figures. */
export const chineseNumber = (n: number): string =>
  !Number.isInteger(n) || n < 0 || n > 999 ? String(n) : chinese(n) || '零';

/** `13.2` → 第十三条（二）; `12a` → 第十二条第一款, for paragraphs without a number of their own (JY-12); `0` → 序言. */
export function articleName(id: string): string {
  const [first = '', ...rest] = id.split('.');
  const name = (part: string) => (/^\d+$/.test(part) ? chineseNumber(Number(part)) : part);
  if (first === '0') return '序言';
  const [, number = first, letter = ''] = /^(\d+)([a-z])$/.exec(first) ?? [];
  const paragraph = letter && `第${chineseNumber(letter.charCodeAt(0) - 96)}款`;
  return `第${name(number)}条${paragraph}${rest.map((part) => `（${name(part)}）`).join('')}`;
}

/** Without 市…局 and （试行）, since the reader knows whose it is: people say 《管理规定》. */
export const cite = (title: string, id: string): string => `《${title.replace(/（试行）$/, '')}》${articleName(id)}`;
