/** Bulletins: what is counted, told at intervals; to the public in a column, or to each unit as feedback. ZJ-22, JY-17. */
import { shown } from '../../vocabulary/blocks.ts';
import { blockId, columnOrEach } from '../block-references.ts';
import { may, must, oneOrList, word } from '../form.ts';
import { given } from '../given.ts';
import { period } from '../measure.ts';
import { sayEach } from '../measure-words.ts';
import { phrase } from '../phrase.ts';
import { eachUnit } from '../words.ts';
import { kind } from './kind.ts';

const every = phrase('PERIOD | as needed', (words, reading) =>
  words.take('as needed') ? ('as needed' as const) : period(words, reading),
);
const ofScore = ['points', 'ranking', 'prizes'];

export const bulletin = kind({
  name: 'bulletin',
  keys: {
    every: must(every, '多久一次'),
    shows: must(oneOrList(word('通报的内容', Object.keys(shown))), '通报什么'),
    of: may(blockId('score', '考核表'), '哪张考核表的得分、名次、获奖'),
    to: must(columnOrEach, '登在哪个栏目，或反馈给谁'),
  },
  also: (value, at, reading) => {
    const needed = value.shows.find((one) => ofScore.includes(one));
    if (needed !== undefined && value.of === undefined)
      reading.fault(at('shows'), `通报${shown[needed]}要写是哪张考核表的：of`);
  },
  says: (value, words) => {
    const often = value.every === 'as needed' ? '按需要' : sayEach(value.every, words);
    const what = value.shows.map((one) => shown[one] ?? one).join('、');
    const table = value.of === undefined ? '' : `（${words.block('score', value.of)}）`;
    const to =
      'column' in value.to
        ? `登在“${words.column(value.to.column)}”`
        : `反馈给各${value.to.each.map((role) => eachUnit(words.unit(role))).join('、')}`;
    return `${often}通报${what}${table}，${to}`;
  },
  into: (value, draft, { id, clause }) => {
    const { name, every: often, shows, of, to } = value;
    draft.bulletins.push(given({ id, clause, name, every: often, shows, of, to }));
  },
});
