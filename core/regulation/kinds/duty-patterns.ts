/** The phrases of the seven patterns: what may stand after `rate:`, `gap:`, `due:` and the others. */

import { isDay } from '../../day.ts';
import { type Subject, subjects, subjectWords } from '../../vocabulary/subjects.ts';
import { unknownWord } from '../body.ts';
import {
  type Count,
  type DueDay,
  type Gap,
  keepable,
  type Quota,
  type Rest,
  type Share,
  type Standing,
  type Term,
} from '../duty-types.ts';
import type { Form, Reading } from '../form.ts';
import { amount, bound, clockTime, duration, period } from '../measure.ts';
import { type Amount, type Duration, isExact, isValue, type PeriodName, periodNames } from '../measures.ts';
import { aNumber, type Phrase, phrase } from '../phrase.ts';
import { event } from '../references.ts';

/** Longer than nothing. */
export function someTime(words: Phrase, reading: Reading): Duration {
  const time = duration(words, reading);
  return !isValue(time) && time.n === 0 ? words.say('这里的时长要大于零') : time;
}
export const someDuration: Form<Duration> = phrase('DURATION', someTime);
/** `0 days` is the end of the same day. */
export const limit: Form<Duration> = phrase('DURATION', duration);

const most = (words: Phrase, n: Amount, least: number, message: string): Amount =>
  isValue(n) || n >= least ? n : words.say(message);
const whole = (words: Phrase, reading: Reading): Amount => {
  const n = amount(words, reading);
  return isValue(n) || Number.isInteger(n) ? n : words.say('次数、条数要写整数');
};

export const quota: Form<Quota> = phrase('BOUND N [items | days] per PERIOD', (words, reading): Quota => {
  const how = bound(words);
  const n = most(words, whole(words, reading), how === 'at most' || how === 'exactly' ? 0 : 1, '至少要写 1');
  const of = words.take('items', 'item', 'days', 'day')?.startsWith('day') ? 'days' : 'items';
  words.need('per');
  return { bound: how, n, of, per: period(words, reading) };
});

export const gap: Form<Pick<Gap, 'bound' | 'limit'>> = phrase('at most | below DURATION', (words, reading) => {
  const how = words.need('at most', 'below') as Gap['bound'];
  return { bound: how, limit: someTime(words, reading) };
});

export const rest: Form<Rest> = phrase('EVENT..EVENT at most DURATION in all', (words, reading): Rest => {
  const [from = '', to = ''] = words.match(/^[\w.-]+?\.\.[\w.-]+/, '从哪个事件到哪个事件，如 a.b..c.d').split('..');
  const known = (text: string) => words.within(text, (inner) => event(inner, reading));
  const ends = [known(from), known(to)] as const;
  words.need('at most');
  const atMost = someTime(words, reading);
  words.need('in all');
  return { from: ends[0], to: ends[1], atMost };
});

const periodOf = (words: Phrase): PeriodName =>
  words.need(...periodNames.toSorted((a, b) => b.length - a.length)) as PeriodName;

export const dueDay: Form<DueDay> = phrase(
  'day N of each PERIOD | last [working] day of each PERIOD | MM-DD | DURATION before|after EVENT',
  (words, reading): DueDay => {
    if (words.take('day')) {
      const day = whole(words, reading);
      if (!isValue(day) && (day < 1 || day > 31)) words.say('日要在 1 到 31 之间');
      words.need('of each');
      return { day, of: periodOf(words) };
    }
    const last = words.take('last working day', 'last day');
    if (last) {
      words.need('of each');
      return { last: last === 'last day' ? 'day' : 'working day', of: periodOf(words) };
    }
    if (/^\d\d?-\d\d?/.test(words.ahead)) {
      const date = words.match(/^\d\d-\d\d/, 'MM-DD');
      // 29 February is a day of its own: in other years it falls on the last of the month.
      if (!isDay(`2024-${date}`)) words.say(`没有 ${date} 这一天`);
      const [month = 0, day = 0] = date.split('-').map(Number);
      return { month, date: day };
    }
    const time = duration(words, reading);
    if (!isValue(time) && isExact(time.unit)) words.say('到期按天算：写 days、working days、weeks、months 或 years');
    const side = words.need('before', 'after') as 'before' | 'after';
    return { time, side, event: event(words, reading) };
  },
);

function term(words: Phrase, reading: Reading): Term {
  if (/^[a-z_]+\./.test(words.ahead)) return { event: event(words, reading) };
  const things = words.need(...subjectWords) as Subject;
  const id = /^(?!with\b|at\b|above\b|below\b|exactly\b|over\b|per\b)[a-z0-9][\w-]*/.test(words.ahead)
    ? words.match(/^[\w-]+/, '编号')
    : undefined;
  const having = words.take('with') ? event(words, reading) : undefined;
  return { things, ...(id === undefined ? {} : { id }), ...(having === undefined ? {} : { with: having }) };
}

type Shared = Pick<Share, 'part' | 'bound' | 'percent' | 'whole' | 'over'>;
export const share: Form<Shared> = phrase(
  'TERM BOUND N % of TERM over last DURATION | per PERIOD',
  (words, reading): Shared => {
    const part = term(words, reading);
    const how = bound(words);
    const percent = amount(words, reading);
    if (!isValue(percent) && percent > 100) words.say('百分数在 0 到 100 之间');
    words.need('% of');
    const all = term(words, reading);
    const last = words.need('over last', 'per') === 'over last';
    const over = last ? { last: someTime(words, reading) } : { per: period(words, reading) };
    return { part, bound: how, percent, whole: all, over };
  },
);

export const sample: Form<Share['samples'][number]> = phrase('BOUND N per PERIOD', (words, reading) => {
  const how = bound(words);
  const n = whole(words, reading);
  words.need('per');
  return { bound: how, n, per: period(words, reading) };
});
export const hours: Form<NonNullable<Share['between']>> = phrase('HH:MM..HH:MM', (words, reading) => {
  const from = clockTime(words, reading);
  words.need('..');
  const to = clockTime(words, reading);
  return typeof from === 'string' && typeof to === 'string' && from >= to
    ? words.say('时段的终点要晚于起点')
    : { from, to };
});

export const standing: Form<Standing> = phrase(`BOUND N ${keepable.join('|')} [ID]`, (words, reading): Standing => {
  const how = bound(words);
  const n = whole(words, reading);
  const things = words.need(...keepable) as Standing['things'];
  return { bound: how, n, things, ...(words.done ? {} : { id: known(things, words, reading) }) };
});

/** An id of what the file, or the core, knows of this kind. */
export function known(things: Subject, words: Phrase, reading: Reading): string {
  const { names } = reading;
  const ids = {
    post: names.posts.keys(),
    column: names.columns.keys(),
    filing: names.blocks.get('filing')?.keys() ?? [],
  };
  const id = words.match(/^[a-z0-9][\w-]*/, '编号');
  const all = things in ids ? [...ids[things as keyof typeof ids]] : [];
  return all.includes(id) ? id : words.say(unknownWord(id, `${subjects[things].name}的编号`, all));
}

type Counted = Pick<Count, 'bound' | 'n' | 'duties' | 'state' | 'per'>;
export const count: Form<Counted> = phrase(
  'BOUND N of [id, …] breached | met | warned [per PERIOD]',
  (words, reading): Counted => {
    const how = bound(words);
    const n = whole(words, reading);
    words.need('of');
    const list = words.match(/^\[[^\]]*\]/, '[职责编号, …]');
    const duties = list
      .slice(1, -1)
      .split(/[,，\s]+/)
      .filter((id) => id !== '');
    const all = [...(reading.names.blocks.get('duty')?.keys() ?? [])];
    for (const id of duties) if (!all.includes(id)) words.say(unknownWord(id, '职责的编号', all));
    if (duties.length === 0) words.say('至少要写一项职责');
    const state = words.need('breached', 'met', 'warned') as Count['state'];
    const per = words.take('per') ? period(words, reading) : undefined;
    return { bound: how, n, duties, state, ...(per === undefined ? {} : { per }) };
  },
);

/** A number of percent: 0–100. */
export const percent = (words: Phrase): number => {
  const n = Number(aNumber(words));
  return n <= 100 ? n : words.say('百分数在 0 到 100 之间');
};
