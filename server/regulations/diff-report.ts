/** What `menhu regulation diff OLD NEW` prints: duties, chains and what else two versions settle, each with its article. */

import { type Compared, type Comparison, compareRegulations, type Side } from '../../core/regulation/diff.ts';
import type { ChainSide, ComparedChain } from '../../core/regulation/diff-chains.ts';
import { changeNames, itemChangeName } from '../../core/regulation/diff-words.ts';
import type { Regulation } from '../../core/regulation/types.ts';

export type Versions = { readonly old: Regulation; readonly now: Regulation };

export function diffText({ old, now }: Versions): readonly string[] {
  const { duties, chains, tooMany, others, wordsOnly } = compareRegulations(old, now);
  const edition = ({ title, version }: Regulation) => `《${title}》第 ${version} 版`;
  const found = [
    ...part('职责', duties.flatMap(dutyLines)),
    ...part('审批流程', chains.flatMap(chainLines)),
    ...part(
      '没有比较的流程（分出的情形太多）',
      tooMany.map((move) => `  ${move}`),
    ),
    ...part('栏目、岗位、待定的值和其他条款块', others.flatMap(itemLines)),
    ...part('只改了文字的条款', wordsOnly.length > 0 ? [`  ${wordsOnly.join('、')}`] : []),
  ];
  return [
    `${edition(old)} → ${edition(now)}`,
    ...(old.slug === now.slug ? [] : ['这不是同一份规定的两个版本：编号相同的职责才能逐项比较']),
    ...(found.length > 0 ? found : ['两版做的事完全一样。']),
  ];
}

/** For --json. */
export const diffJson = ({
  old,
  now,
}: Versions): Comparison & { readonly before: unknown; readonly after: unknown } => {
  const edition = ({ slug, title, version }: Regulation) => ({ slug, title, version });
  return { before: edition(old), after: edition(now), ...compareRegulations(old, now) };
};

const part = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? ['', title, ...lines] : [];

const dutyLines = (one: Compared) => lines(changeNames[one.change], one);
const itemLines = (one: Compared) => lines(itemChangeName(one.change), one);

function lines(change: string, { kindName, name, before, after, differs }: Compared): readonly string[] {
  return [
    `  ${change}：${kindName} ${name}${differs.length > 0 ? `（改的是${differs.join('、')}）` : ''}`,
    ...(before ? [`      原来：${sayOne(before)}`] : []),
    ...(after ? [`      现在：${sayOne(after)}`] : []),
  ];
}
const sayOne = ({ says, article }: Side): string => `${says}${article === undefined ? '' : `（${article}）`}`;

function chainLines({ move, when, before, after }: ComparedChain): readonly string[] {
  return [`  ${move}，${when}`, `      原来：${sayChain(before)}`, `      现在：${sayChain(after)}`];
}
function sayChain({ steps, publish, refused, article }: ChainSide): string {
  if (refused !== undefined) return refused;
  const numbered = steps.map((step, i) => `${i + 1}. ${step}`);
  const way = [...(numbered.length > 0 ? numbered : ['没有步骤']), ...publish.map((last) => `然后${last}`)].join('；');
  return `${way}（${article}）`;
}
