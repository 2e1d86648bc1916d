/** How long a thing is kept at least: the longest in force holds, and no setting goes below it. ZJ-18.5. */
import { kept } from '../../vocabulary/blocks.ts';
import { must } from '../form.ts';
import { given } from '../given.ts';
import { duration } from '../measure.ts';
import { sayDuration } from '../measure-words.ts';
import { phrase } from '../phrase.ts';
import { kind } from './kind.ts';

const atLeast = phrase('at least DURATION', (words, reading) => {
  words.need('at least');
  return duration(words, reading);
});

export const retention = kind({
  name: 'retention',
  ids: Object.keys(kept),
  keys: { keep: must(atLeast, '至少保存多久；几份规定取最长的') },
  says: (value, words, id) =>
    `${kept[id] ?? id}至少保存 ${sayDuration(value.keep, words)}；几份规定要求不同的，取最长的`,
  into: (value, draft, { id, clause }) => {
    draft.retentions.push(given({ id, clause, name: value.name, keep: value.keep }));
  },
});
