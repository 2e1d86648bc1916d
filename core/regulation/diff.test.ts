/** Two versions compared in what they do. Every change is made by hand in a text of the library. */
import { expect, test } from 'vitest';
import { regulationFile, soundly } from '../zj.fixture.ts';
import { compareRegulations } from './diff.ts';

const source = regulationFile('zj-portal.md');
const old = soundly(source);
/** The comparison with the text in which these pieces are replaced. */
function after(...changes: readonly (readonly [string, string])[]) {
  const changed = changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the text has no “${from}”`);
    return text.replace(from, to);
  }, source);
  return compareRegulations(old, soundly(changed));
}
const told = (all: ReturnType<typeof after>['duties']) =>
  all.map(({ change, name, differs, after: now }) => [change, name, differs.join('、'), now?.article]);

test('a text beside itself has no differences', () => {
  expect(after()).toEqual({ duties: [], chains: [], tooMany: [], others: [], wordsOnly: [] });
});

test('a duty is stricter, laxer, gone, new, or as strict and otherwise different; each with its article', () => {
  const { duties, others } = after(
    ['rate: at least 1 per day\nholidays: count', 'rate: at least 2 per day\nholidays: count'],
    ['within: 3 working days\nfrom: leg.received', 'within: 5 working days\nfrom: leg.received'],
    ['by: column.lead\nevent: [article.published', 'by: office\nevent: [article.published'],
    ['grace: $manned', 'grace: 5 working days'],
    ['```duty business-weekly', '```duty business-cadence'],
  );
  expect(told(duties)).toEqual([
    [
      'not comparable',
      '一直要有至少 1 人在岗“主办人员”、至少 1 人在岗“处室负责人”；出缺的，5 个工作日内补上',
      '要做什么',
      '第十二条',
    ],
    ['stricter', '每天至少 2 次“发布”，节假日也计', '要做什么', '第十四条'],
    ['added', '每周至少 1 次“发布”', '', '第十四条'],
    ['changed', '每年 1 月 10 日、每年 7 月 10 日以前（最早提前 10 日）要“发布”或“更新发布”', '由谁负责', '第十四条'],
    ['laxer', '有过“承办单位转出”的，“承办单位接件”以后 5 个工作日内要“承办单位转出”', '要做什么', '第十五条'],
    ['removed', '每周至少 1 次“发布”', '', undefined],
  ]);
  expect(others).toEqual([]);
});

test('a step less is said for every combination that loses it, and for no other', () => {
  const { chains, duties } = after([
    '  - { post: head, of: office, act: review, when: [ { weight: important.. }, { sensitive: yes } ], else: { post: vice-leader, of: office } }\n',
    '',
  ]);
  expect(duties).toEqual([]);
  const first = chains.map(({ move, before, after: now }) => [
    move,
    before.steps.length,
    now.steps.length,
    before.steps.filter((step) => !now.steps.includes(step)),
    now.article,
  ]);
  const gone = ['办公室领导审核；办不了时由办公室的分管局领导办'];
  expect(first).toEqual([
    ['发布信息', 4, 3, gone, '第十三条（二）'],
    ['发布信息', 4, 3, gone, '第十三条（二）'],
  ]);
  expect(chains[1]?.when).toBe('主站、种类为公告通知、涉及范围为全局：敏感的，或者轻重为重要的');
  expect(chains.map(({ before }) => before.publish)).toEqual([['报送人自己发布'], ['办公室的信息发布人员发布']]);
});

test('columns, rights, remits and values differ by name, and an article whose words alone changed is named', () => {
  const { others, wordsOnly, duties } = after(
    ['min: 1, max: 1 }', 'min: 1, max: 2 }'],
    ['suggest: 3 months', 'suggest: 2 months'],
    ['part: [design, daily], who: site.owner', 'part: [design], who: site.owner'],
    ['规划设计以服务社会为宗旨', '规划和设计以服务社会为宗旨'],
  );
  const said = others.map(({ kindName, name, change, differs, before, after: now }) => [
    `${kindName} ${name}`,
    `${change} ${differs.join()}`,
    [before, now].map((side) => `${side?.says}（${side?.article ?? '前言'}）`),
  ]);
  expect(said).toEqual([
    [
      '岗位和权限 机关处室的处室负责人',
      'changed 内容',
      ['可以审批（至少 1 人，至多 1 人）（第六条（一））', '可以审批（至少 1 人，至多 2 人）（第六条（一））'],
    ],
    // Article 17 gives it to the same.
    [
      '职责归属 （网站为子网站）日常维护',
      'changed 所在的条款',
      ['归网站主管单位（第七条（一））', '归网站主管单位（第十七条）'],
    ],
    ['待定的值 整改期限', 'changed 内容', ['时长，建议 3 个月（前言）', '时长，建议 2 个月（前言）']],
  ]);
  expect([duties, wordsOnly]).toEqual([[], ['第九条']]);
});
