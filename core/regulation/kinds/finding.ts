/** Faults that people find and somebody confirms, with what then follows. CS-13, CX-28, ZJ-24. */
import { abouts, finders, withdrawals } from '../../vocabulary/blocks.ts';
import { listOf, may, must, oneOrList, prose, word } from '../form.ts';
import { given } from '../given.ts';
import { duration } from '../measure.ts';
import { sayDuration } from '../measure-words.ts';
import { phrase } from '../phrase.ts';
import { unit } from '../references.ts';
import { breach } from './duty-consequence.ts';
import { sayBreach } from './duty-words.ts';
import { kind } from './kind.ts';

const within = phrase('within DURATION', (words, reading) => {
  words.need('within');
  return duration(words, reading);
});
const withdraw = phrase('withdraw TYPE', (words) => {
  words.need('withdraw');
  return words.need(...Object.keys(withdrawals));
});

export const finding = kind({
  name: 'finding',
  keys: {
    about: must(word('对象', ['article', 'site', 'letter', 'column', 'unit'] as const), '什么的问题'),
    found_by: must(oneOrList(word('发现人', Object.keys(finders))), '可以由谁发现'),
    confirmed_by: must(unit, '由谁认定'),
    grades: may(listOf(prose), '分几等，由轻到重'),
    appeal: may(within, '认定以后多久可以申诉'),
    // biome-ignore lint/suspicious/noThenProperty: the word of the language; nobody awaits a table of keys
    then: may(withdraw, '认定以后程序做什么'),
    breach: may(oneOrList(breach), '认定以后由人决定的后果'),
  },
  also: (value, at, reading) => {
    if (value.then && value.about !== 'article') reading.fault(at('then'), '只有稿件的问题可以写 then: withdraw');
    if (value.grades && value.grades.length < 2) reading.fault(at('grades'), '分等的至少要有两等');
  },
  says: (value, words, name) => {
    const found = value.found_by.map((one) => finders[one] ?? one).join('、');
    const said = [
      `${abouts[value.about]}的问题“${value.name ?? name}”：${found}发现，${words.unit(value.confirmed_by)}认定`,
      value.grades ? `分为${value.grades.join('、')}` : '',
      value.appeal ? `认定后 ${sayDuration(value.appeal, words)}内可以申诉` : '',
      value.then ? `认定后立即撤下（${withdrawals[value.then]}）` : '',
      value.breach ? `认定后由人决定：${value.breach.map((one) => sayBreach(one, words)).join('、')}` : '',
    ];
    return said.filter((one) => one !== '').join('；');
  },
  into: (value, draft, { id, clause }) => {
    draft.findings.push(
      given({
        id,
        clause,
        name: value.name,
        about: value.about,
        foundBy: value.found_by,
        confirmedBy: value.confirmed_by,
        grades: value.grades ?? [],
        appeal: value.appeal,
        withdraw: value.then,
        breach: value.breach ?? [],
      }),
    );
  },
});
