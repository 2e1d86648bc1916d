/** What machines look for in an article when it is sent and when it is published. */
import { checkOutcomes, detectors } from '../../vocabulary/detectors.ts';
import { listOf, may, must, record, word } from '../form.ts';
import { kind } from './kind.ts';

const look = record('{ find, then }', {
  find: must(word('查什么', Object.keys(detectors)), '查什么'),
  // biome-ignore lint/suspicious/noThenProperty: the word of the language; nobody awaits a table of keys
  then: must(word('查到以后怎样', ['stop', 'review', 'warn'] as const), '查到以后怎样'),
});

export const check = kind({
  name: 'check',
  keys: {
    over: may(word('查谁', ['article'] as const), '查什么；不写就是稿件，每次报送和发布时查'),
    look: must(listOf(look), '程序要查的'),
  },
  says: ({ look: list }) =>
    list.map(({ find, then }) => `查到“${detectors[find]?.name ?? find}”：${checkOutcomes[then]}`).join('；'),
  into: (value, draft, where) => {
    draft.checks.push({ id: where.id, clause: where.clause, look: value.look });
  },
});
