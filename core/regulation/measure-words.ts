/** Quantities in plain Chinese; a value that the adopter sets is called as the text calls it, in 「」. */
import {
  type Amount,
  type Bound,
  type Duration,
  type DurationUnit,
  isValue,
  type Period,
  type PeriodName,
} from './measures.ts';
import type { Words } from './words.ts';

type Names = Pick<Words, 'value'>;

const unitNames: Readonly<Record<DurationUnit, string>> = {
  minute: '分钟',
  hour: '小时',
  day: '日',
  'working day': '个工作日',
  week: '周',
  month: '个月',
  year: '年',
};
const eachNames: Readonly<Record<PeriodName, string>> = {
  day: '每天',
  'working day': '每个工作日',
  week: '每周',
  'half-month': '每半月',
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
};
const boundNames: Readonly<Record<Bound, string>> = {
  'at least': '至少',
  'at most': '至多',
  above: '多于',
  below: '少于',
  exactly: '正好',
};

export const sayAmount = (n: Amount, words: Names): string => (isValue(n) ? `「${words.value(n.value)}」` : String(n));
/** 至少 2 次, 至少「若干」次. */
export const sayCount = (bound: Bound, n: Amount, unit: string, words: Names): string =>
  `${boundNames[bound]}${isValue(n) ? sayAmount(n, words) : ` ${n} `}${unit}`;
export const sayBound = (bound: Bound): string => boundNames[bound];
export const sayDuration = (time: Duration, words: Names): string =>
  isValue(time) ? `「${words.value(time.value)}」` : `${sayAmount(time.n, words)} ${unitNames[time.unit]}`;
/** 每周; a period that is bound per subject differs from one to the other. */
export const sayEach = (period: Period, words: Names): string =>
  isValue(period) ? `每个周期（「${words.value(period.value)}」）` : eachNames[period];
