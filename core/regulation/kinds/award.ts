/** Prizes by a score, and what follows for those below the pass mark. MS-5, CX-32, ZJ-22. */
import { blockId, inColumn } from '../block-references.ts';
import type { Award } from '../block-types.ts';
import { count, listOf, may, must, oneOrList, prose, record, word } from '../form.ts';
import { given } from '../given.ts';
import { amount } from '../measure.ts';
import { sayAmount } from '../measure-words.ts';
import { phrase } from '../phrase.ts';
import { breach } from './duty-consequence.ts';
import { sayBreach } from './duty-words.ts';
import { kind } from './kind.ts';
import { scorePeriod, scorePeriods } from './score.ts';

const prize = record('奖项', {
  name: must(prose, '奖项的名称'),
  count: must(count, '几名'),
  gives: may(prose, '给什么奖励'),
});

export const award = kind({
  name: 'award',
  keys: {
    of: must(blockId('score', '考核表'), '按哪张考核表'),
    per: must(scorePeriod, '多久评一次'),
    prizes: may(listOf(prize), '奖项，由高到低'),
    only: may(word('得奖范围', ['passed', 'all'] as const), '只有及格的可以得奖；不写是所有的'),
    pass: may(phrase('N | $value', amount), '及格的分数'),
    ties: may(word('同分的办法', ['all', 'decided'] as const), '同分的都给，或由考核单位定；不写是由考核单位定'),
    below: may(oneOrList(breach), '不及格的怎样'),
    to: may(inColumn, '登在哪个栏目'),
  },
  also: (value, at, reading) => {
    if (!value.prizes && !value.below) reading.fault(at(), '缺少 prizes（奖项），或 below（不及格的怎样）');
    if ((value.only === 'passed' || value.below) && value.pass === undefined)
      reading.fault(at(), '写了及格的事（only: passed 或 below），就要写 pass：多少分及格');
    for (const { name, count: n } of value.prizes ?? []) if (n === 0) reading.fault(at('prizes'), `“${name}”至少一名`);
  },
  says: (value, words) => {
    const prizes = (value.prizes ?? []).map(
      (one) => `${one.name} ${one.count} 名${one.gives ? `（${one.gives}）` : ''}`,
    );
    const below = (value.below ?? []).map((one) => sayBreach(one, words));
    return [
      `${scorePeriods[value.per]}按“${words.block('score', value.of)}”${prizes.length > 0 ? `评奖：${prizes.join('、')}` : '定合格不合格'}`,
      value.only === 'passed' ? '及格的才可以得奖' : '',
      value.pass === undefined ? '' : `${sayAmount(value.pass, words)} 分及格`,
      value.ties === 'all' ? '同分的都给' : '',
      below.length > 0 ? `不及格的：${below.join('，')}` : '',
      value.to === undefined ? '' : `登在“${words.column(value.to)}”`,
    ]
      .filter((said) => said !== '')
      .join('；');
  },
  into: (value, draft, { id, clause }) => {
    const compiled: Award = given({
      id,
      clause,
      name: value.name,
      of: value.of,
      per: value.per,
      prizes: (value.prizes ?? []).map((one) => given({ name: one.name, count: one.count, gives: one.gives })),
      only: value.only ?? 'all',
      pass: value.pass,
      ties: value.ties ?? 'decided',
      below: value.below ?? [],
      to: value.to,
    });
    draft.awards.push(compiled);
  },
});
