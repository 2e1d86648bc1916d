/** A small regulation around the blocks under test: they begin at line `blocksFrom`. */
const head = `---
regulation: sample
title: 某局网站管理规定
issuer: 某局
version: 1
in_force: from adoption
roles:
  office:  { name: 办公室, is: unit }
  section: { name: 处室, is: units }
scale: { weight: [general, important], reach: [section, bureau] }
---

## 第一条 栏目和岗位 {#1}

正文。

\`\`\`columns main
list: [ { id: news, name: 新闻, nature: dynamic, lead: office } ]
\`\`\`

\`\`\`posts all
list:
  - { id: undertaker, name: 主办人员, of: section, may: [write, submit, publish, withdraw] }
  - { id: head, name: 负责人, of: section, may: [approve] }
  - { id: vice-leader, of: self, may: [approve] }
\`\`\`

## 第二条 试的这一条 {#2}

试文。

`;

export const blocksFrom = head.split('\n').length;

/** The blocks as written, each with its fences. */
export const sampleWith = (...blocks: readonly string[]): string => `${head}${blocks.join('\n\n')}\n`;

/** `fence('flow main', 'for: {}', …)`: the fence at the first line, its body from the second. */
export const fence = (opening: string, ...lines: readonly string[]): string =>
  `\`\`\`${opening}\n${lines.join('\n')}\n\`\`\``;

/** A whole flow, so that a test says only what it is about. */
export const plainFlow = (id: string, forWhat: string, ...steps: readonly string[]): string =>
  fence(`flow ${id}`, `for: ${forWhat}`, 'steps:', ...steps.map((step) => `  - ${step}`), 'publish: { by: author }');
export const headApproves = '{ post: head, of: author.unit, act: approve }';
