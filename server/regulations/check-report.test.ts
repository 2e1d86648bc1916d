import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allSound, checkFile, reportJson, reportText } from './check-report.ts';

const source = (name: string) => readFileSync(new URL(`../../regulations/${name}`, import.meta.url), 'utf8');
const zj = checkFile('zj-portal.md', source('zj-portal.md'));

test('a sound text is told article by article, chain by chain, block by block', () => {
  const text = reportText([zj]);
  expect(allSound([zj])).toBe(true);
  for (const line of [
    'zj-portal.md：《市质监局门户网站管理规定（试行）》第 1 版，没有错误',
    '  已写明，系统还不能办：18.5 （五）（保存期限还不核对）',
    '  有一部分系统还不能办：5 第五条 办公室（备案还不能在系统里报）',
    '      2. 办公室的保密审查员审核',
    '      然后办公室的信息发布人员发布',
    '      由网站主管单位自己的规定定流程，没有定以前不能发布',
    '  13.3 flow sub-site：发布信息（网站为子网站）的流程由网站主管单位自定，至少要有：审批',
    '      读法（采用时确认）：市局网站的每条信息，发布前都经办公室保密审查',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  expect(text).toMatch(
    /^共 48 条：由程序执行 34 条（其中 \d+ 条系统还不能办），由人判断 3 条（.*），由系统保证 5 条（其中 4 条系统还不能办），只作说明 6 条$/m,
  );
});

test('errors come with file, line and column, and nothing else is said of such a file', () => {
  const broken = checkFile('zj.md', source('zj-portal.md').replace('kind: purpose', 'kind: purpos'));
  expect(allSound([zj, broken])).toBe(false);
  const [first, last] = reportText([broken]).split('\n');
  expect(first).toMatch(/^zj\.md:37:7: 错误：没有说明的种类“purpos”；可以写：purpose、/);
  expect(last).toBe('zj.md：1 处要改，改好以前不能采用');
});

test('the same is given as data', () => {
  const [first] = reportJson([zj]) as [{ regulation: { counts: unknown; chains: { steps: unknown[] }[] } }];
  expect(first).toMatchObject({
    file: 'zj-portal.md',
    sound: true,
    faults: [],
    regulation: { slug: 'zj-portal', counts: { runs: 34, judged: 3, facility: 5, noted: 6, nothing: 0 } },
  });
  expect(first.regulation.chains.map((chain) => chain.steps.length)).toEqual([2, 4, 2, 4, 0, 1, 0, 1]);
  expect(JSON.parse(JSON.stringify(first))).toEqual(first);
});
