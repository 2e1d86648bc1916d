/** docs/chains.md: every chain of every regulation of the library, as office people read it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, rowsOfMove } from '../../core/regulation/chain-rows.ts';
import { movesOf } from '../../core/regulation/chain-table.ts';
import { articleOf, sayRefused, sayRow } from '../../core/regulation/chain-words.ts';
import { articleName, cite } from '../../core/regulation/cite.ts';
import { readRegulation } from '../../core/regulation/read.ts';
import type { Regulation } from '../../core/regulation/types.ts';
import { carriedMoves, moves } from '../../core/vocabulary/words.ts';
import { root } from '../tidy/tree.ts';
import { notice, table } from './markdown.ts';

const library = join(root, 'regulations');

/** Every regulation of the library by file name. Throws on one that the reader refuses. */
export function libraryOfRegulations(): readonly { readonly file: string; readonly regulation: Regulation }[] {
  const files = readdirSync(library).filter((file) => file.endsWith('.md'));
  return files.sort().map((file) => {
    const { regulation } = readRegulation(readFileSync(join(library, file), 'utf8'));
    if (!regulation) throw new Error(`regulations/${file} has faults: run menhu regulation check`);
    return { file, regulation };
  });
}

/** All rows of a regulation, move by move. */
export const rowsOf = (regulation: Regulation): readonly Row[] =>
  movesOf(regulation).flatMap((move) => rowsOfMove(move, regulation));

export function chainsPage(): string {
  return [
    notice('regulations/ and core/regulation/chain-table.ts'),
    '# 审批流程一览',
    '规定库里的每一份规定：什么信息、由谁写的，走哪几步，最后由谁发布。一行是一条流程，走同一条流程的各种情形写在同一行里；每种情形只在一行里出现。',
    [
      '- **一般作者**：自己不任这条流程里任何一步的岗位的人。**某某自己写的**：写信息（或参与撰写）的人自己就任流程里的那个岗位；自己写的自己不批。',
      '- 按每个岗位只有一个人、每人只任一个岗位来算，这是最紧的情况：岗位有几个人的，由没有参与撰写的人办。',
      '- 采用时，“作者所在单位”“栏目承办单位”和各个角色对应到真实的单位；某单位的分管领导，就是分管这个单位的那一位领导。',
      '- 三种说法：**审核**是把一道关，**审批**是批准，**审定**是最后由领导定。原文只叫“审核”、过了就算批准的，这里写审批，读法里说明。',
      '- **代某某**：那个岗位的人自己写的，这一步由别人代办。',
      '- 情形只写出规定要分的那几项；没有写的，怎样都走这一条。规定没有的轻重或范围，按它认识的、最近的低一级算。',
      '- 步骤后面的括号是定这一步的条；和流程不在同一条的才写。',
    ].join('\n'),
    ...libraryOfRegulations().flatMap(({ file, regulation }) => regulationPart(file, regulation)),
    '',
  ].join('\n\n');
}

function regulationPart(file: string, regulation: Regulation): readonly string[] {
  const rows = rowsOf(regulation);
  const cases = rows.flatMap((row) => row.cases);
  const combinations = new Set(
    rows.flatMap((row) => row.cases.map(({ facets }) => JSON.stringify([row.move, facets]))),
  );
  const going = rows.filter((row) => row.chain).length;
  return [
    `## ${regulation.title}`,
    `规定文本：\`regulations/${file}\`，第 ${regulation.version} 版。`,
    `分类组合 ${combinations.size} 种，连同由谁写的共 ${cases.length} 种情形；不同的流程 ${going} 条。`,
    ...movesOf(regulation).flatMap((move) => movePart(move, rows, regulation)),
  ];
}

function movePart(move: string, all: readonly Row[], regulation: Regulation): readonly string[] {
  const rows = all.filter((row) => row.move === move);
  if (rows.length === 0) return [];
  const flows = regulation.flows.filter((flow) => flow.move === move);
  const carried = carriedMoves.includes(move) ? '' : '（这个版本还不能在系统里办）';
  return [
    `### ${moves[move] ?? move}${carried}`,
    ...flows.flatMap((flow) => {
      const mine = rows.filter(({ chain }) => chain?.flow === flow.id);
      return mine.length > 0 ? flowPart(mine, regulation) : [];
    }),
    ...rows.filter(({ refused }) => refused).map((row) => sayRefused(row, regulation)),
  ];
}

function flowPart(rows: readonly Row[], regulation: Regulation): readonly string[] {
  const chain = rows[0]?.chain;
  if (!chain) return [];
  const added = regulation.steps.filter((step) =>
    rows[0]?.goes.some((one) => articleOf(one.step.clause) === step.clause),
  );
  const readings = [
    ...(chain.reading === undefined ? [] : [chain.reading]),
    ...added.flatMap(({ clause, reading }) => (reading === undefined ? [] : [`${reading}（${articleName(clause)}）`])),
  ];
  return [
    `#### ${cite(regulation.title, articleOf(chain.clause))}`,
    ...(readings.length > 0 ? [`读法：${readings.join('；')}。`] : ['读法：照条文，没有另定读法。']),
    table(
      ['情形', '谁写的', '步骤', '谁发布'],
      rows.map((row, i) => cellsOf(row, rows[i - 1], regulation)),
    ),
  ];
}

/** 同上 where the combinations are those of the row before. A row has one group of writers, or a line for each. */
function cellsOf(row: Row, before: Row | undefined, regulation: Regulation): readonly string[] {
  const said = sayRow(row, regulation);
  const when = said.when.join('<br>');
  const steps = said.steps.map((step, i) => `${i + 1}. ${step}`).join('<br>') || '没有步骤';
  const publish = [...(row.move === 'article.publish' ? [] : ['—']), ...said.publish].join('<br>');
  const same = before !== undefined && sayRow(before, regulation).when.join('<br>') === when;
  return [same ? '同上' : when, said.writers.join('<br>'), steps, publish];
}
