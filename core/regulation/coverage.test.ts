import { expect, test } from 'vitest';
import { regulationFile, soundly } from '../zj.fixture.ts';
import { coverage, type Standing } from './coverage.ts';
import { fence, headApproves, plainFlow, sampleWith } from './sample.fixture.ts';

const standing = (source: string) =>
  Object.fromEntries(coverage(soundly(source)).map((one) => [one.clause, one.standing] as const));

/** Read off the articles by hand: what this version carries out, and what waits for a later one. */
const zjByHand: Readonly<Record<string, Standing>> = {
  '1': 'noted',
  '2': 'noted',
  '3': 'noted',
  '4.1': 'noted',
  '4.2': 'runs',
  '4.3': 'nothing',
  '4.4': 'nothing',
  '4.5': 'nothing',
  '5': 'runs',
  '6.1': 'runs',
  '6.2': 'nothing',
  '6.3': 'nothing',
  '7.1': 'runs',
  '7.2': 'runs',
  '8': 'nothing',
  '9': 'nothing',
  '10': 'nothing',
  '11': 'noted',
  '12': 'nothing',
  '13.1': 'runs',
  '13.2': 'runs',
  '13.3': 'runs',
  '13.4': 'nothing',
  '14': 'nothing',
  '15': 'nothing',
  '16.1': 'runs',
  '16.2': 'runs',
  '16.3': 'runs',
  '16.4': 'runs',
  '16.5': 'runs',
  '16.6': 'runs',
  '16.7': 'runs',
  '16.8': 'runs',
  '16.9': 'runs',
  '17': 'runs',
  '18.1': 'nothing',
  '18.2': 'nothing',
  '18.3': 'nothing',
  '18.4': 'nothing',
  '18.5': 'nothing',
  '19': 'nothing',
  '20': 'nothing',
  '21': 'nothing',
  '22': 'nothing',
  '23': 'nothing',
  '24': 'nothing',
  '25': 'noted',
  '26': 'noted',
};

test('ZJ says honestly, article by article, what runs and what waits', () => {
  expect(standing(regulationFile('zj-portal.md'))).toEqual(zjByHand);
});

test('every article of the branch’s own rule runs or is noted', () => {
  expect(standing(regulationFile('substation-portal.md'))).toEqual({
    '1': 'noted',
    '2': 'runs',
    '3': 'runs',
    '4': 'runs',
    '5': 'runs',
    '6': 'runs',
    '7': 'noted',
  });
});

test.each<readonly [string, string, Standing, string]>([
  ['no block', '', 'nothing', '条下没有条款块'],
  ['a note', fence('note a', 'kind: scope', 'why: 甲'), 'noted', '适用范围'],
  ['a flow that runs', plainFlow('a', '{}', headApproves), 'runs', '审批流程'],
  [
    'a flow of a move that nothing carries out',
    fence('flow a', 'for: { move: site.open }', `steps: [ ${headApproves} ]`),
    'nothing',
    '流程已写明，“开通网站”还不能在系统里办',
  ],
  [
    'a remit that is only stated',
    fence('remit a', 'list: [ { part: plan, who: office } ]'),
    'noted',
    '职责归属，只作说明',
  ],
  ['a remit that runs', fence('remit a', 'list: [ { part: daily, who: office } ]'), 'runs', '职责归属'],
  ['a facility without proof', fence('facility fast-pages', '{}'), 'nothing', '系统的这项保证还没有检验'],
  [
    'posts without a verb',
    fence('posts b', 'list: [ { id: head, of: office } ]'),
    'nothing',
    '只设了岗位，还没有要它做的事',
  ],
  ['posts with verbs', fence('posts b', 'list: [ { id: head, of: office, may: approve } ]'), 'runs', '岗位和权限'],
])('an article with %s', (_name, block, expected, why) => {
  const read = coverage(soundly(sampleWith(block)));
  expect(read.find((one) => one.clause === '2')).toMatchObject({ standing: expected, why, title: '第二条 试的这一条' });
});

test('a parent without blocks is covered by its clauses, and a chapter is not counted', () => {
  const source = `${sampleWith('')}\n# 第二章\n\n## 第三条 {#3}\n\n总的。\n\n### （一） {#3.1}\n\n分的。\n`;
  expect(Object.keys(standing(source))).toEqual(['1', '2', '3.1']);
});
