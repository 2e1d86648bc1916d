/** What somebody who wrote figures, times and days in Chinese probably means, in the words of the language. Only for hints. */
const digits = '零一二三四五六七八九';
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const numeral = '[零〇一二两三四五六七八九十百千0-9０-９]+';

/** 十二, 两, 二〇二七, ３ → 12, 2, 2027, 3; undefined when it is no number. */
export function numberOf(text: string): number | undefined {
  if (!new RegExp(`^${numeral}$`).test(text)) return undefined;
  const plain = [...text.normalize('NFKC').replaceAll('〇', '零').replaceAll('两', '二')];
  const figure = (sign: string): number => (/\d/.test(sign) ? Number(sign) : digits.indexOf(sign));
  if (!plain.some((sign) => sign in powers)) return Number(plain.map(figure).join(''));
  let sum = 0;
  let last: number | undefined;
  for (const sign of plain) {
    const power = powers[sign];
    if (power === undefined) last = figure(sign);
    else {
      sum += (last ?? 1) * power;
      last = undefined;
    }
  }
  return sum + (last ?? 0);
}

/** A number with its measure word: 两名 → 2, 一条 → 1. */
export function countOf(text: string): number | undefined {
  const words = new RegExp(`(${numeral})[个名人位条次篇项]?$`).exec(text)?.[1];
  return words === undefined ? undefined : numberOf(words);
}

const units: Readonly<Record<string, string>> = {
  分钟: 'minute',
  小时: 'hour',
  工作日: 'working day',
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  月: 'month',
  年: 'year',
};
const time = new RegExp(`^(每)?(半年|(${numeral})?个?(${Object.keys(units).join('|')}))(?:以?内|一次)?$`);
const day = new RegExp(`(${numeral})年(${numeral})月(${numeral})日`);

/** 二〇二七年一月一日起 → `2027-01-01..`. */
export function dayIn(text: string): string | undefined {
  const numbers = day.exec(text)?.slice(1).map(numberOf);
  return numbers && `${numbers.map((n) => String(n).padStart(2, '0')).join('-')}..`;
}

/** 每半年 → `every 6 months`; 五个工作日内 → `5 working days`; `every 三 months` with its figure. */
export function inWords(text: string): string | undefined {
  const [, each, whole, many, unit = '月'] = time.exec(text.trim()) ?? [];
  if (whole !== undefined) {
    const n = whole === '半年' ? 6 : (numberOf(many ?? '') ?? 1);
    return `${each ? 'every ' : ''}${n} ${units[unit]}${n === 1 ? '' : 's'}`;
  }
  const figures = text.replaceAll(new RegExp(numeral, 'g'), (words) => String(numberOf(words)));
  return figures === text || /\p{Script=Han}/u.test(figures) ? undefined : figures;
}
