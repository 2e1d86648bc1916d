/** How an article is cited: by the regulation's title and the number in words, 《……规定》第十三条（二）. */
const digits = '零一二三四五六七八九';

/** 0 to 999 in Chinese numerals: 10 is 十, 13 is 十三, 102 is 一百零二. Larger ones stay in figures. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 999) return String(n);
  if (n < 10) return digits[n] ?? '';
  const hundreds = Math.floor(n / 100);
  const tens = Math.floor((n % 100) / 10);
  const ones = n % 10;
  const head = hundreds ? `${digits[hundreds]}百` : '';
  const middle = tens ? `${tens === 1 && !hundreds ? '' : digits[tens]}十` : hundreds && ones ? '零' : '';
  return head + middle + (ones ? (digits[ones] ?? '') : '');
}

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
