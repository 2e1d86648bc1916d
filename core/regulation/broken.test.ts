/** Texts as a clerk might write them, with what the clerk is told: here three short ones, and three whole ones in broken/. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRegulation } from './read.ts';

const told = (source: string) =>
  readRegulation(source).faults.map((fault) => `${fault.line}:${fault.column} ${fault.message}`);
const fileOf = (name: string) => readFileSync(new URL(`./broken/${name}`, import.meta.url), 'utf8');

test('a text pasted from Word, with its own colons, quotes and spaces', () => {
  const source = `---
regulation: town-portal
title: “镇网站管理办法”
issuer: 某镇
version: 一
in_force: 2024-1-1..
roles: { office: { name: 党政办, is: unit } }
---

## 第一条 栏目 {#1}

工作动态由党政办承办。

\`\`\`columns main
list：
  - { id: news, name: 工作动态, nature: dynamic, lead: office }
\`\`\`

## 第二条 审批

信息由党政办负责人审批。
`;
  expect(told(source)).toEqual([
    '3:8 外面是 Word 的弯引号“ ”：请改成半角引号 " "，或者不加引号',
    '5:10 数字请写阿拉伯数字：“一”写成 1',
    '6:11 没有写法“2024-1-1..”；可以写：from adoption 或 YYYY-MM-DD..',
    '15:5 键后面用了全角冒号“：”：请改成半角冒号加一个空格“: ”',
    '19:1 “第二条 审批”没有编号：请在标题末尾加 {#…}，如 {#13.2}',
  ]);
});

test('a chain that forgets a post, a value and a case', () => {
  const source = `---
regulation: town-portal
title: 镇网站管理办法
issuer: 某镇
version: 1
in_force: from adoption
roles: { office: { name: 党政办, is: unit }, section: { name: 各办, is: units } }
---

## 第一条 岗位 {#1}

\`\`\`posts all
list: [ { id: undertaker, name: 信息员, of: section, may: [write, submit, publish, withdraw] } ]
\`\`\`

## 第二条 审批 {#2}

\`\`\`flow main-site
for: { site: main, weight: general }
steps: [ { post: head, of: author.unit, act: approve } ]
publish: { by: author }
\`\`\`
`;
  expect(told(source)).toEqual([
    '19:6 有的情形没有流程：网站=主站，轻重=重要',
    '20:18 流程要“负责人”（head）来办，可是这个岗位在 posts 块里没有声明：请在 posts 块里写 may: [approve]',
  ]);
});

test('a text that copies a block twice, leaves a fence open and has a duty that nobody bears', () => {
  const source = `---
regulation: town-portal
title: 镇网站管理办法
issuer: 某镇
version: 1
in_force: from adoption
roles: { office: { name: 党政办, is: unit } }
---

## 第一条 目的 {#1}

\`\`\`note purpose
kind: purpose
why: 只说目的
\`\`\`

\`\`\`note purpose
kind: purpose
why: 只说目的
\`\`\`

## 第二条 更新 {#2}

每周至少更新一条。

\`\`\`duty weekly
over: column
rate: at least 1 per week
\`\`\`

## 第三条 施行 {#3}

\`\`\`note commencement
kind: commencement
why: 生效日由采用时给出
`;
  expect(told(source)).toEqual([
    '17:4 note purpose 写了两次，第一次在第 12 行：请换一个编号，或合成一个块',
    '27:1 缺少“by”（谁负责）',
    '33:1 这个围栏没有结尾：它后面的内容全被当成了块里的内容，请补上一行 ```',
  ]);
});

test('clauses copied from a colleague, with his numbers, his block and his roles', () => {
  expect(told(fileOf('copied.md'))).toEqual([
    '28:1 编号 {#2} 在第 18 行已经用过：每条用自己的编号；标题写的是“第三条 栏目”，是不是 {#3}？',
    '40:4 flow main-site 写了两次，第一次在第 22 行：请换一个编号，或合成一个块',
    expect.stringMatching(/^42:28 没有单位或角色“offices”；可以写：office、section、.*；是不是“office”？$/),
    expect.stringMatching(/^43:24 没有岗位“publsher”；可以写：author、head、.*；是不是“publisher”？$/),
  ]);
});

test('numbers, times and days in Chinese', () => {
  expect(told(fileOf('numerals.md'))).toEqual([
    '6:11 没有写法“二〇二七年一月一日起”；可以写：from adoption 或 YYYY-MM-DD..；是不是“2027-01-01..”？',
    '9:46 没有写法“每周一条”；可以写：阿拉伯数字；整个写法是：数，如 5；是不是“1”？',
    '10:48 没有写法“五个工作日”；可以写：阿拉伯数字；整个写法是：时长，如 5 working days；是不是“5 working days”？',
    '18:106 数字请写阿拉伯数字：“一”写成 1',
    '18:114 数字请写阿拉伯数字：“两名”写成 2',
    '27:68 没有词“每半年”；可以写：every；整个写法是：every DURATION；是不是“every 6 months”？',
    '28:76 没有写法“三”；可以写：阿拉伯数字；整个写法是：every DURATION；是不是“every 3 months”？',
  ]);
});

test('quotes, colons and commas of Word; the blocks under a heading that lost its number are read all the same', () => {
  expect(told(fileOf('word.md'))).toEqual([
    '16:11 编号““information-officer””不行：只用小写字母、数字和“-”，以字母或数字开头；外面是 Word 的弯引号，请去掉',
    expect.stringMatching(
      /^16:64 没有动词“write，submit”；可以写：write、submit、.*；是不是“write, submit”？（逗号用半角）$/,
    ),
    '20:1 条的编号要写在标题末尾，用半角：{#2}',
    '26:16 键后面用了全角冒号“：”：请改成半角冒号加一个空格“: ”',
    expect.stringMatching(
      /^35:44 没有栏目性质““dynamic””；可以写：dynamic、.*；是不是“dynamic”？（外面是 Word 的弯引号：/,
    ),
    '44:5 键后面用了全角冒号“：”：请改成半角冒号加一个空格“: ”',
  ]);
});

test.each(['numerals.md', 'word.md'])('%s is read once it is mended as it was told', (name) => {
  expect(told(mend(fileOf(name)))).toEqual([]);
});

test('the copied clauses are read once they are mended, and the post that they brought along is declared', () => {
  const mended = mend(fileOf('copied.md'));
  expect(told(mended)).toEqual([
    '43:10 流程要“信息发布人员”（publisher）来办，可是这个岗位在 posts 块里没有声明：请在 posts 块里写 may: [publish]',
  ]);
  const post = '  - { id: publisher, of: office, may: [publish] }\n';
  expect(told(mended.replace('  - { id: head', `${post}  - { id: head`))).toEqual([]);
});

/** What the messages say, done by hand. */
function mend(text: string): string {
  const changes: readonly (readonly [string, string])[] = [
    ['## 第三条 栏目 {#2}', '## 第三条 栏目 {#3}'],
    ['```flow main-site\nfor: { kind: notice }', '```flow notices\nfor: { kind: notice }'],
    ['of: offices', 'of: office'],
    ['publsher', 'publisher'],
    ['in_force: 二〇二七年一月一日起', 'in_force: 2027-01-01..'],
    ['每周一条', '1'],
    ['五个工作日', '5 working days'],
    ['min: 一, max: 两名', 'min: 1, max: 2'],
    ['review: 每半年', 'review: every 6 months'],
    ['every 三 months', 'every 3 months'],
    ['“information-officer”', 'information-officer'],
    ['write，submit', 'write, submit, publish'],
    ['｛#2｝', '{#2}'],
    ['post：head', 'post: head'],
    ['“dynamic”', 'dynamic'],
    ['list： [', 'list: ['],
  ];
  return changes.reduce((now, [from, to]) => now.replaceAll(from, to), text);
}

test('fifty slips, one in each block, are told in one run, each in its line and no other', () => {
  const source = fileOf('fifty.md');
  const planted = source.split('\n').flatMap((line, i) => (line.endsWith('# 错') ? [i + 1] : []));
  const { regulation, faults } = readRegulation(source);
  expect(regulation).toBeUndefined();
  expect(planted).toHaveLength(50);
  expect(faults.map((fault) => fault.line)).toEqual(planted);
  for (const { message } of faults) expect(message).toMatch(/可以写|要|不行|只用于|没有|还缺|请|不能|写成|至多/);
});
