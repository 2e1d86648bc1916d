/** Articles that are only noted (只作说明), and articles that only open columns, read off the eight texts by hand. */
import { expect, test } from 'vitest';
import { regulationFile, soundly } from '../zj.fixture.ts';
import { coverage } from './coverage.ts';
import type { Regulation } from './types.ts';

const texts = Object.fromEntries(
  ['zj-portal', 'jy-education-site', 'cs-portal', 'qx-site', 'dq-enterprise-portal', 'cx-portal'].map((slug) => [
    slug,
    soundly(regulationFile(`${slug}.md`)),
  ]),
);

/** Everything of a text that makes the program do something, with the article that it stands under. */
const effects = (text: Regulation): readonly { readonly clause: string }[] => [
  ...text.flows,
  ...text.steps,
  ...text.posts,
  ...text.columns,
  ...text.remits,
  ...(text.duties ?? []),
  ...(text.checks ?? []),
  ...(text.filings ?? []),
  ...(text.findings ?? []),
  ...(text.letters ?? []),
  ...(text.scores ?? []),
  ...(text.lines ?? []),
  ...(text.awards ?? []),
  ...(text.bulletins ?? []),
  ...(text.retentions ?? []),
];

test.each([
  ['ZJ-1', 'zj-portal', '目的'],
  ['ZJ-2', 'zj-portal', '原则'],
  ['ZJ-25', 'zj-portal', '解释权'],
  ['ZJ-26', 'zj-portal', '施行日期'],
  ['JY-1', 'jy-education-site', '定义'],
  ['JY-2', 'jy-education-site', '目的'],
  ['JY-3', 'jy-education-site', '原则'],
  ['JY-19', 'jy-education-site', '施行日期'],
  ['JY-20', 'jy-education-site', '适用范围'],
  ['CS-13', 'cs-portal', '原文有误'],
  ['QX-16', 'qx-site', '重申他条'],
  ['QX-17', 'qx-site', '施行日期'],
  ['DQ-9', 'dq-enterprise-portal', '解释权'],
  ['CX-8', 'cx-portal', '原则'],
  ['CX-9', 'cx-portal', '原则'],
  ['CX-23.1', 'cx-portal', '定义'],
  ['CX-33', 'cx-portal', '解释权'],
])('%s is told as words and does nothing', (name, slug, kind) => {
  const text = texts[slug] as Regulation;
  const clause = name.slice(3);
  const blocks = text.blocks.filter((block) => block.clause === clause);
  expect(blocks.map((block) => block.kind)).toEqual(['note']);
  expect(blocks[0]?.says).toContain(`（${kind}）`);
  expect(effects(text).filter((one) => one.clause === clause)).toEqual([]);
  expect(coverage(text).find((one) => one.clause === clause)).toMatchObject({ standing: 'noted', why: kind });
});

test.each([
  ['CS-3.1', 'cs-portal', ['法规制度']],
  ['CS-3.2', 'cs-portal', ['规范性文件']],
  ['CS-3.3', 'cs-portal', ['机构职能']],
  ['CS-3.4', 'cs-portal', ['通知公告', '工作信息']],
  ['CS-3.5', 'cs-portal', ['服务投诉建议', '局长信箱', '在线咨询', '技术咨询', '常见问题']],
  ['CX-12', 'cx-portal', ['政务', '新闻', '办事', '咨询', '史料', '公共服务']],
])('%s opens the columns that it lists', (name, slug, columns) => {
  const text = texts[slug] as Regulation;
  expect(text.columns.filter(({ clause }) => clause === name.slice(3)).map((column) => column.name)).toEqual(columns);
});
