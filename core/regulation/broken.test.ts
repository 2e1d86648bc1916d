/** Three texts as a clerk might write them, with what the clerk is told. */
import { expect, test } from 'vitest';
import { readRegulation } from './read.ts';

const told = (source: string) =>
  readRegulation(source).faults.map((fault) => `${fault.line}:${fault.column} ${fault.message}`);

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

test('a text that copies a block twice, leaves a fence open and asks for a kind of a later version', () => {
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
    '26:4 这一类条款块（duty，职责和期限）还不能执行：请先删去这个块，保留条文；以后的版本会支持',
    '33:1 这个围栏没有结尾：它后面的内容全被当成了块里的内容，请补上一行 ```',
  ]);
});
