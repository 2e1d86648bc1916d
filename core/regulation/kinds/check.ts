/**
 * What must or must not stand in a text, a page, a guide: what machines look for, and what people sign with the approval
 * since only they can judge it. JY-16, CS-5, CX-28, QX-12 to 14, ZJ-13.1.
 */
import { checkOutcomes, declarers, detectors, type Outcome, places } from '../../vocabulary/detectors.ts';
import type { Check, Look } from '../block-types.ts';
import { unknownWord } from '../body.ts';
import { type Form, listOf, may, must, oneOrList, prose, record, word } from '../form.ts';
import { given } from '../given.ts';
import { phrase } from '../phrase.ts';
import { kind } from './kind.ts';

const outcomes = ['stop', 'review', 'warn'] as const satisfies readonly Outcome[];
const overs = { article: '稿件', page: '网页', site: '网站', column: '栏目', guide: '办事指南' } as const;
const overWords = ['article', 'page', 'site', 'column', 'guide'] as const satisfies readonly (keyof typeof overs)[];
const runs = { nightly: '每夜', weekly: '每周' } as const;

/** `secrecy-marks`, or `words(violence, obscenity)`. */
const detector: Form<Pick<Look, 'find' | 'lists'>> = phrase('检查的名称，如 words(violence)', (words) => {
  const find = words.match(/^[a-z][\w-]*/, '检查的名称');
  const known = Object.hasOwn(detectors, find) ? detectors[find] : undefined;
  if (!known) return words.say(unknownWord(find, '检查', Object.keys(detectors)));
  const told = known.arguments;
  if (!told) return { find, lists: [] };
  const lists: string[] = [];
  for (let more = words.need('('); more !== ')'; more = words.need(',', ')')) {
    lists.push(words.need(...Object.keys(told).toSorted((a, b) => b.length - a.length)));
  }
  return { find, lists };
});

const look = record('{ find, at, then }', {
  find: must(detector, '查什么'),
  at: may(oneOrList(word('位置', Object.keys(places))), '在哪里查；不写是标题、正文和附件'),
  // biome-ignore lint/suspicious/noThenProperty: the word of the language; nobody awaits a table of keys
  then: must(word('处理办法', outcomes), '查到以后怎样'),
});
const declare = record('{ of, lines, else }', {
  of: must(word('签认人', Object.keys(declarers)), '由谁签'),
  lines: must(listOf(prose), '逐条签认的话'),
  else: must(word('处理办法', outcomes), '不签怎样'),
});
const everywhere = ['title', 'body', 'attachments'];

export const check = kind({
  name: 'check',
  keys: {
    over: may(word('检查对象', overWords), '查什么；不写就是稿件，每次报送和发布时查'),
    run: may(word('多久查一次', ['nightly', 'weekly'] as const), '不是稿件的，多久查一次'),
    look: may(listOf(look), '程序要查的'),
    declare: may(declare, '只有人能判断的，签字认定'),
  },
  also: (value, at, reading) => {
    const over = value.over ?? 'article';
    if (!value.look && !value.declare) reading.fault(at(), '缺少 look（程序查什么），或 declare（由人签认什么）');
    if (over !== 'article' && !value.run) reading.fault(at(), `查${overs[over]}要写多久查一次：run: nightly 或 weekly`);
    if (over === 'article' && value.run) reading.fault(at('run'), '稿件在报送和发布时查，不写 run');
    if (over !== 'article' && value.declare) reading.fault(at('declare'), '签认只用于稿件');
    for (const { find } of value.look ?? []) {
      const known = detectors[find.find]?.over ?? [];
      if (!known.includes(over))
        reading.fault(
          at('look'),
          `“${find.find}”不能用来查${overs[over]}，可以查：${known.map((one) => overs[one]).join('、')}`,
        );
    }
  },
  says: (value) => {
    const over = value.over ?? 'article';
    const when = value.run ? `${runs[value.run]}查${overs[over]}，` : '';
    const looked = (value.look ?? []).map(({ find, at, then }) => {
      const where = at ? `（${at.map((place) => places[place]).join('、')}）` : '';
      return `${when}查到“${sayDetector(find)}”${where}：${over === 'article' ? checkOutcomes[then] : sayOutside[then]}`;
    });
    const signed = value.declare
      ? [
          `${declarers[value.declare.of]}逐条签认：${value.declare.lines.join('、')}；不签的${checkOutcomes[value.declare.else]}`,
        ]
      : [];
    return [...looked, ...signed].join('；');
  },
  into: (value, draft, { id, clause }) => {
    const looks = (value.look ?? []).map(({ find, at, then }) => ({ ...find, at: at ?? everywhere, then }));
    const { name, over = 'article', run, declare: signed } = value;
    const compiled: Check = given({ id, clause, name, over, run, look: looks, declare: signed });
    draft.checks.push(compiled);
  },
});

/** Nobody sends or publishes a page or a column: a hit stands there until it is mended. */
const sayOutside: Readonly<Record<Outcome, string>> = { stop: '必须改正', review: '须经人看过', warn: '提醒' };

function sayDetector({ find, lists }: Pick<Look, 'find' | 'lists'>): string {
  const { name = find, arguments: told = {} } = detectors[find] ?? {};
  return lists.length > 0 ? `${name}：${lists.map((list) => told[list] ?? list).join('、')}` : name;
}
