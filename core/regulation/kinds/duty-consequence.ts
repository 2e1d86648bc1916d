/** `warn:` and `breach:` of a duty: when to warn, and what follows. The program proposes, a person decides. */
import { isScalar } from 'yaml';
import { type Breach, consequences, type PatternName, type Warn } from '../duty-types.ts';
import { type Form, may, must, record, word } from '../form.ts';
import { bound, clockTime } from '../measure.ts';
import { phrase } from '../phrase.ts';
import { eventWord, standingUnit } from '../references.ts';
import { percent, someDuration, someTime } from './duty-patterns.ts';

export const warn: Form<Warn> = phrase(
  'after DURATION | DURATION before | N % of time | at HH:MM | BOUND N %',
  (words, reading): Warn => {
    if (words.take('after')) return { after: someTime(words, reading) };
    if (/^(at least|at most|above|below|exactly)\b/.test(words.ahead)) {
      const how = bound(words);
      const n = percent(words);
      words.need('%');
      return { bound: how, percent: n };
    }
    if (words.take('at')) return { at: clockTime(words, reading) };
    if (/^\d+(\.\d+)?\s*%/.test(words.ahead)) {
      const n = percent(words);
      words.need('% of time');
      return n > 0 && n < 100 ? { percentOfTime: n } : words.say('提醒要在到期以前：大于 0、小于 100 %');
    }
    const before = someTime(words, reading);
    words.need('before');
    return { before };
  },
);
/** Which way of warning fits which pattern. */
export const warnsOf: Readonly<Record<PatternName, readonly string[]>> = {
  rate: ['before', 'percentOfTime', 'at'],
  gap: ['after', 'before', 'percentOfTime'],
  within: ['after', 'before', 'percentOfTime', 'at'],
  due: ['before', 'at'],
  share: ['bound'],
  keep: [],
  count: [],
};

const consequence = word('后果', consequences);
const keys = {
  do: must(consequence, '做什么；除了提醒，都由人决定'),
  to: may(columnId(), '公布到哪个栏目'),
  from: may(word('从哪里撤', ['main.home'] as const), '从哪里撤下链接'),
  by: may(standingUnit, '由谁做'),
  notice: may(someDuration, '提前多久告知'),
  until: may(eventWord, '到哪个事件为止'),
  within: may(someDuration, '限期'),
  else: may(consequence, '过了限期怎样'),
};
const whole = record('{ do, … }', keys);

const short = phrase('remind POST', (words, reading): Breach => {
  words.need('remind');
  return { do: 'remind', post: words.need(...longestFirst(reading.names.posts.keys())) };
});

/** `remind head`, or a map. */
export const breach: Form<Breach> = {
  shows: 'remind POST | { do, to, from, by, notice, until, within, else }',
  inner: keys,
  read(node, reading) {
    return (isScalar(node) ? short : whole).read(node, reading);
  },
};
function columnId(): Form<string> {
  return phrase('COLUMN', (words, reading) => words.need(...longestFirst(reading.names.columns.keys())));
}
const longestFirst = (ids: Iterable<string>): readonly string[] => [...ids].toSorted((a, b) => b.length - a.length);
