/** The head of a score: over whom, how often, who assesses. Its lines stand under their own articles. MS-2, ZJ-22, CS-12. */
import { blockIdOf, eachOfWords } from '../block-references.ts';
import type { Score, ScoreGroup } from '../block-types.ts';
import { facets } from '../expression.ts';
import { count, type Form, id, listOf, may, must, oneOrList, prose, record, word } from '../form.ts';
import { given } from '../given.ts';
import { duration } from '../measure.ts';
import { sayDuration } from '../measure-words.ts';
import { number, phrase } from '../phrase.ts';
import { unit } from '../references.ts';
import type { Words } from '../words.ts';
import { kind } from './kind.ts';

const things = { person: '人员', column: '栏目', site: '网站', unit: '单位' } as const;
const over: Form<Score['over']> = phrase('each of ROLE | person | column | site | unit', (words, reading) => {
  const sort = words.take('person', 'column', 'site', 'unit');
  return sort === undefined ? { each: eachOfWords(words, reading) } : (sort as keyof typeof things);
});
export const scorePeriods = { month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年' } as const;
export const scorePeriod = word('考核的周期', ['month', 'quarter', 'half-year', 'year'] as const);

const means = { mean: '取平均', sum: '加起来' } as const;
const combine = word('合成的办法', ['mean', 'sum'] as const);
const assess = record('{ by, never, else, combine }', {
  by: must(oneOrList(unit), '谁考核'),
  never: may(word('回避', ['own'] as const), '不考核自己'),
  else: may(unit, '该回避的由谁考核'),
  combine: may(combine, '几家考核的怎样合成'),
});
const year = record('{ combine, at_least }', {
  combine: must(combine, '各期怎样合成全年'),
  at_least: may(phrase('DURATION', duration), '至少有几期才算'),
});
const group = record(
  '分组',
  {
    id: must(id, '分组的编号'),
    name: may(prose, '名称'),
    points: must(count, '满分'),
    without: may(facets, '没有这一块的对象'),
    // biome-ignore lint/suspicious/noThenProperty: the word of the language; nobody awaits a table of keys
    then: may(word('折算办法', ['scale'] as const), '其余各组按比例折算'),
  },
  (value, at, reading) => {
    if ((value.without === undefined) !== (value.then === undefined))
      reading.fault(at(), 'without（哪些没有）和 then: scale（怎样折算）要一起写');
  },
);
const bonus = record('{ above, most }', {
  above: must(count, '高于多少分的才加'),
  most: must(count, '至多加多少分'),
});

export const score = kind({
  name: 'score',
  keys: {
    over: must(over, '考核谁'),
    per: must(scorePeriod, '多久一次'),
    assess: must(assess, '谁考核'),
    year: may(year, '全年怎样算'),
    start: may(number, '起算的分；不写是 0，扣分的写 100'),
    veto: may(oneOrList(blockIdOf('duty', 'finding')), '一项不过就不合格的职责或问题'),
    groups: may(listOf(group), '分组和满分'),
    bonus: may(bonus, '加分'),
  },
  also: (value, at, reading) => {
    const { by, never, else: other, combine: how } = value.assess;
    if (never && by.length === 1 && other === undefined)
      reading.fault(at('assess'), '只有一家考核、又要回避的，要写 else：考核单位自己由谁考核');
    if (by.length > 1 && how === undefined) reading.fault(at('assess'), '几家考核的，要写 combine：怎样合成一个分');
    if (by.length === 1 && how !== undefined) reading.fault(at('assess'), '只有一家考核的，不写 combine');
    const ids = (value.groups ?? []).map((one) => one.id);
    const twice = ids.find((one, i) => ids.indexOf(one) !== i);
    if (twice !== undefined) reading.fault(at('groups'), `分组“${twice}”写了两次`);
  },
  says: (value, words, name) =>
    [`${value.name ?? name}：${sayHead(value, words)}`, ...sayMore(value, words)].join('；'),
  into: (value, draft, where) => {
    const { assess: by, year: yearly } = value;
    const compiled: Score = given({
      id: where.id,
      clause: where.clause,
      name: value.name,
      over: value.over,
      per: value.per,
      assess: by,
      year: yearly && given({ combine: yearly.combine, atLeast: yearly.at_least }),
      start: value.start ?? 0,
      veto: value.veto ?? [],
      groups: (value.groups ?? []).map(
        (one): ScoreGroup => given({ id: one.id, name: one.name, points: one.points, without: one.without }),
      ),
      bonus: value.bonus,
    });
    draft.scores.push({ value: compiled, where });
  },
});

type Value = Pick<Score, 'over' | 'assess'> & {
  readonly per: keyof typeof scorePeriods;
  readonly year?: { readonly combine: 'mean' | 'sum'; readonly at_least?: NonNullable<Score['year']>['atLeast'] };
  readonly start?: number;
  readonly veto?: readonly string[];
  readonly groups?: readonly ScoreGroup[];
  readonly bonus?: Score['bonus'];
};

function sayHead({ over: whom, per, assess: { by, never, else: other, combine: how } }: Value, words: Words): string {
  const what = typeof whom === 'string' ? `按${things[whom]}` : `对${whom.each.map(words.unit).join('、')}逐个`;
  const mean = how === undefined ? '' : `，几家的分${means[how as keyof typeof means]}`;
  const own = never === undefined ? '' : `，不考核自己${other === undefined ? '' : `（由${words.unit(other)}考核）`}`;
  return `${scorePeriods[per]}${what}考核，由${by.map(words.unit).join('、')}考核${mean}${own}`;
}

function sayMore({ year: yearly, start, veto, groups, bonus: more }: Value, words: Words): readonly string[] {
  const least = yearly?.at_least === undefined ? '' : `，至少要有 ${sayDuration(yearly.at_least, words)}的`;
  const duty = (one: string) => words.block('duty', one);
  const ids = (veto ?? []).map((one) => (duty(one) === one ? words.block('finding', one) : duty(one)));
  return [
    yearly ? `全年各期${means[yearly.combine]}${least}` : '',
    start ? `从 ${start} 分起扣` : '',
    ids.length > 0 ? `有下列一项的不合格：${ids.join('、')}` : '',
    groups ? groups.map((one) => `${one.name ?? one.id} ${one.points} 分`).join('、') : '',
    more ? `高于 ${more.above} 分的才加分，至多加 ${more.most} 分` : '',
  ].filter((said) => said !== '');
}
