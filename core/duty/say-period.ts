/** Which period a quota was of, as people say it: the one that runs, or an earlier one by its date. */
import { addDays, type Day } from '../day.ts';
import type { Span } from '../period.ts';
import type { PeriodName } from '../regulation/measures.ts';

const thisNames: Readonly<Record<PeriodName, string>> = {
  day: '今天',
  'working day': '今天',
  week: '本周',
  'half-month': '本半月',
  month: '本月',
  quarter: '本季度',
  'half-year': '本半年',
  year: '今年',
};

/** `本周`; of another week `11-16 至 11-22`; of another year with the year before it. */
export function sayPeriod(per: PeriodName, { from, to }: Span, today: Day): string {
  if (from <= today && today < to) return thisNames[per];
  const [year, month, day] = [from.slice(0, 4), Number(from.slice(5, 7)), Number(from.slice(8, 10))];
  const dated = (words: string, other = `${year} 年 `) => (year === today.slice(0, 4) ? words : `${other}${words}`);
  switch (per) {
    case 'day':
    case 'working day':
      return dated(from.slice(5), `${year}-`);
    case 'week':
      return dated(`${from.slice(5)} 至 ${addDays(to, -1).slice(5)}`, `${year}-`);
    case 'half-month':
      return dated(`${month} 月${day < 16 ? '上' : '下'}半月`);
    case 'month':
      return dated(`${month} 月`);
    case 'quarter':
      return dated(`第 ${Math.ceil(month / 3)} 季度`);
    case 'half-year':
      return dated(month < 7 ? '上半年' : '下半年');
    case 'year':
      return `${year} 年`;
  }
}
