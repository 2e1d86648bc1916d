import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { facilities } from '../vocabulary/facilities.ts';
import { soundly } from '../zj.fixture.ts';
import { coverage, type Standing } from './coverage.ts';
import { fence, headApproves, plainFlow, sampleWith } from './sample.fixture.ts';

const standing = (source: string) =>
  Object.fromEntries(coverage(soundly(source)).map((one) => [one.clause, one.standing] as const));

const filing = fence('filing a', 'filed_by: office');
const score = fence('score s', 'over: each of section', 'per: month', 'assess: { by: office }');
const line = (...lines: readonly string[]) => `${score}\n\n${fence('line l', 'of: s', ...lines)}`;

type Row = readonly [name: string, block: string, standing: Standing, why: string, waits?: string];
const rows: readonly Row[] = [
  ['no block', '', 'nothing', '条下没有条款块'],
  ['a note', fence('note a', 'kind: scope', 'why: 甲'), 'noted', '适用范围'],
  ['a flow that runs', plainFlow('a', '{}', headApproves), 'runs', '审批流程'],
  [
    'a flow of a move that nothing carries out',
    fence('flow a', 'for: { move: site.open }', `steps: [ ${headApproves} ]`),
    'runs',
    '审批流程',
    '“开通网站”还不能在系统里办',
  ],
  [
    'a remit that is only stated',
    fence('remit a', 'list: [ { part: plan, who: office } ]'),
    'noted',
    '职责归属，只作说明',
  ],
  ['a remit that runs', fence('remit a', 'list: [ { part: daily, who: office } ]'), 'runs', '职责归属'],
  [
    'a facility without proof',
    fence('facility fast-pages', '{}'),
    'facility',
    '系统的保证',
    '系统的这项保证还没有检验',
  ],
  ['a facility with proof', fence('facility no-public-admin', '{}'), 'facility', 'edge/strangers.test.ts'],
  [
    'posts without a verb',
    fence('posts b', 'list: [ { id: head, of: office } ]'),
    'runs',
    '岗位和权限',
    '只设了岗位，还没有要它做的事',
  ],
  ['posts with verbs', fence('posts b', 'list: [ { id: head, of: office, may: approve } ]'), 'runs', '岗位和权限'],
  ['a filing', filing, 'runs', '备案登记', '备案还不能在系统里报'],
  [
    'a check that the program makes',
    fence('check a', 'look: [ { find: reprint-source, then: stop } ]'),
    'runs',
    '报送和发布时检查',
  ],
  [
    'a check that looks where nothing looks yet',
    fence('check a', 'look: [ { find: secrecy-marks, at: [title, body], then: warn } ]'),
    'runs',
    '报送和发布时检查',
    '这项检查还不能执行',
  ],
  [
    'a check that marks what a reviewer should look at',
    fence('check a', 'look: [ { find: secrecy-marks, at: body, then: warn } ]'),
    'runs',
    '报送和发布时检查',
  ],
  [
    'a check that only people make',
    fence('check a', 'declare: { of: approver, lines: [内容真实], else: stop }'),
    'judged',
    '由人签认',
    '签认还不能在系统里办',
  ],
  [
    'a finding',
    fence('finding a', 'about: site', 'found_by: anyone', 'confirmed_by: office'),
    'judged',
    '由人认定的问题',
    '问题还不能在系统里登记和认定',
  ],
  [
    'a line that is counted',
    line('event: article.published', 'points_each: 1', 'cap: none'),
    'runs',
    '考核表',
    '考核还不能在系统里办',
  ],
  ['a line that people judge', line('judged: grade'), 'judged', '由考核的人判断', '考核还不能在系统里办'],
];

const whole = rows.map(([name, block, standing, why, waits = '']) => [name, block, standing, why, waits] as const);

test.each(whole)('an article with %s', (_name, block, expected, why, waits) => {
  const read = coverage(soundly(sampleWith(block))).find((one) => one.clause === '2');
  expect(read).toMatchObject({ standing: expected, why, title: '第二条 试的这一条' });
  expect(read?.waits ?? '').toBe(waits);
  expect(read?.wholly ?? false).toBe(waits !== '');
});

test('an article of which one part runs and another waits says both', () => {
  const both = `${plainFlow('a', '{}', headApproves)}\n\n${filing}`;
  const [, read] = coverage(soundly(sampleWith(both)));
  expect(read).toMatchObject({ standing: 'runs', why: '审批流程', waits: '备案还不能在系统里报' });
  expect(read?.wholly).toBeUndefined();
});

test('every proof of a facility is a file of this tree', () => {
  const proofs = Object.values(facilities).flatMap(({ proof }) => proof ?? []);
  expect(proofs.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)))).toEqual([]);
});

test('a parent without blocks is covered by its clauses, and a chapter is not counted', () => {
  const source = `${sampleWith('')}\n# 第二章\n\n## 第三条 {#3}\n\n总的。\n\n### （一） {#3.1}\n\n分的。\n`;
  expect(Object.keys(standing(source))).toEqual(['1', '2', '3.1']);
});
