/** Duties with a limit of time over an article (`within`). The other six patterns of the language come later. */
import { events } from '../../vocabulary/events.ts';
import { facets } from '../expression.ts';
import { type Form, may, must, oneOrList, word } from '../form.ts';
import { aNumber, type Phrase, phrase } from '../phrase.ts';
import { event, postOf, unit } from '../references.ts';
import type { Duty } from '../types.ts';
import { kind } from './kind.ts';

/** Patterns and keys of the language that nothing carries out yet. */
const later = {
  rate: '更新频度',
  gap: '最长间隔',
  due: '到期日',
  share: '比例',
  keep: '常设要求',
  count: '次数',
  event: '计什么事件',
  in: '计哪些事件',
  credit: '算谁的',
  lasting: '至少保留多久',
  if: '有条件的期限',
  pauses: '期限中止',
  restarts: '期限重起',
  extension: '延期',
  about: '报哪一期',
  opens: '何时可报',
  sample: '最少样本',
  between: '计算时段',
  grace: '宽限',
  leave_out: '不重复计',
  breach: '违反的后果',
  holidays: '节假日',
  force: '约束力',
} as const;

const exactUnits = { minute: 1, minutes: 1, hour: 60, hours: 60 } as const;
const laterUnits = ['working days', 'working day', 'days', 'day', 'weeks', 'week', 'months', 'month', 'years', 'year'];

/** Minutes, exact by the clock: local days and working days need the calendar, which isn't there yet. */
function exactly(words: Phrase): number {
  const n = Number(aNumber(words));
  const late = words.take(...laterUnits);
  if (late) return words.say('按天、工作日、周、月、年计算的期限还不能执行：现在只能写 minutes 或 hours');
  return n * exactUnits[words.need('minutes', 'minute', 'hours', 'hour') as keyof typeof exactUnits];
}
const someTime = (words: Phrase): number => {
  const minutes = exactly(words);
  return minutes > 0 && Number.isInteger(minutes) ? minutes : words.say('期限要大于零，并且是整数分钟');
};

type Warn = { readonly after: number } | { readonly before: number } | { readonly percent: number };
const warn: Form<Warn> = phrase('after DURATION | DURATION before | N % of time', (words): Warn => {
  if (words.take('after')) return { after: someTime(words) };
  const percent = /^\d+\s*%/.exec(words.ahead) && Number(aNumber(words));
  if (percent) {
    words.need('% of time');
    return percent < 100 ? { percent } : words.say('提醒要在到期以前：小于 100 %');
  }
  const before = someTime(words);
  words.need('before');
  return { before };
});

/** Minutes after the start. */
const warnAt = (one: Warn, within: number): number =>
  'after' in one ? one.after : 'before' in one ? within - one.before : Math.floor((within * one.percent) / 100);

const articleEvent = phrase('EVENT', (words, reading) => {
  const name = event(words, reading);
  return name.startsWith('article.')
    ? name
    : words.say(`“${name}”不是稿件的事件：期限现在只能从稿件的事件算起、到稿件的事件为止`);
});
const over = word('管什么', ['article'] as const);
const bearer: Form<Duty['by']> = {
  shows: 'UNIT | { post, of }',
  read: (node, reading) => ('items' in node ? postOf : unit).read(node, reading),
};

const minutesInWords = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`);
const named = (list: readonly string[]): string => list.map((one) => `“${events[one] ?? one}”`).join('或');

export const duty = kind({
  name: 'duty',
  keys: {
    over: must(over, '管什么；现在只有稿件'),
    where: may(facets, '哪些稿件；按批准时的分类'),
    by: must(bearer, '谁负责'),
    from: must(oneOrList(articleEvent), '从哪个事件起算'),
    to: must(oneOrList(articleEvent), '到哪个事件为止；列表取最先的'),
    within: must(phrase('N hours | N minutes', someTime), '期限；按钟点连续计算，不除节假日'),
    warn: may(oneOrList(warn), '何时提醒'),
  },
  later,
  also: (value, at, reading) => {
    const late = (value.warn ?? []).some(
      (one) => warnAt(one, value.within) <= 0 || warnAt(one, value.within) >= value.within,
    );
    if (late) reading.fault(at('warn'), '提醒要在起算以后、到期以前');
  },
  says: (value, words) => {
    const about = value.where ? `${words.facets(value.where)}的稿件` : '稿件';
    const who = typeof value.by === 'string' ? words.unit(value.by) : words.post(value.by);
    const told = (value.warn ?? []).map((one) => `起算 ${minutesInWords(warnAt(one, value.within))}后`);
    const warned = told.length > 0 ? `；${told.join('、')}提醒` : '';
    return `${about}，${named(value.from)}以后 ${minutesInWords(value.within)}内要${named(value.to)}，由${who}负责${warned}`;
  },
  into: (value, draft, { id, clause }) => {
    draft.duties.push({
      id,
      clause,
      where: value.where ?? { all: [] },
      by: value.by,
      from: value.from,
      to: value.to,
      within: value.within,
      warn: (value.warn ?? []).map((one) => warnAt(one, value.within)).toSorted((a, b) => a - b),
      ...(value.reading === undefined ? {} : { reading: value.reading }),
    });
  },
});
