/** What `menhu regulation check FILE…` prints: faults, how far the text is carried out, its chains, each block said again. */
import { sayBeside } from '../../core/regulation/basis.ts';
import { type ChainRow, chainTable } from '../../core/regulation/chain-table.ts';
import { sayFacets } from '../../core/regulation/checks/show.ts';
import {
  type ClauseCoverage,
  coverage,
  partlyName,
  type Standing,
  standingNames,
  waitingName,
} from '../../core/regulation/coverage.ts';
import { readRegulation } from '../../core/regulation/read.ts';
import type { Fault, Regulation } from '../../core/regulation/types.ts';
import { moveName } from '../../core/vocabulary/move-name.ts';

/** One file as it was given, with its source as read from disk. */
export type CheckedFile = {
  readonly file: string;
  readonly regulation: Regulation | undefined;
  readonly faults: readonly Fault[];
};

export const checkFile = (file: string, source: string): CheckedFile => ({ file, ...readRegulation(source) });

/** True when no file has an error; warnings don't count. The command ends with 0 then, else with 1. */
export const allSound = (files: readonly CheckedFile[]): boolean => files.every((one) => one.regulation !== undefined);

/** For `--json`: one object per file, in the order given. Positions are 1-based. */
export function reportJson(files: readonly CheckedFile[]): unknown {
  return files.map(({ file, regulation, faults }) => ({
    file,
    sound: regulation !== undefined,
    faults,
    ...(regulation ? { regulation: summary(regulation) } : {}),
  }));
}

function summary(regulation: Regulation) {
  const clauses = coverage(regulation);
  return {
    slug: regulation.slug,
    title: regulation.title,
    version: regulation.version,
    counts: countsOf(clauses),
    clauses,
    blocks: regulation.blocks,
    chains: chainTable(regulation),
  };
}

function countsOf(clauses: readonly ClauseCoverage[]): Readonly<Record<Standing, number>> {
  const counts = { runs: 0, judged: 0, facility: 0, noted: 0, nothing: 0 };
  for (const { standing } of clauses) counts[standing] += 1;
  return counts;
}

/** For people: errors first, as `file:line:column`, so that an editor can jump there. */
export const reportText = (files: readonly CheckedFile[]): string => files.map(fileText).join('\n');

function fileText({ file, regulation, faults }: CheckedFile): string {
  const lines = faults.map(
    ({ line, column, message, warn }) => `${file}:${line}:${column}: ${warn ? '提示' : '错误'}：${message}`,
  );
  if (!regulation) return [...lines, `${file}：${faults.length} 处要改，改好以前不能采用`, ''].join('\n');
  const clauses = coverage(regulation);
  return [
    ...lines,
    `${file}：《${regulation.title}》第 ${regulation.version} 版，没有错误`,
    '',
    ...coverageLines(clauses),
    '',
    '审批流程（每种情形走哪条）',
    ...chainTable(regulation).flatMap(chainLines),
    '',
    '各块的意思（请核对是不是原文的意思）',
    ...regulation.blocks.flatMap((block) => [
      `  ${block.clause} ${block.kind} ${block.id}：${block.says}`,
      ...(block.reading === undefined ? [] : [`      读法（采用时确认）：${block.reading}`]),
      ...sayBeside(block).map((said) => `      ${said}`),
    ]),
    '',
  ].join('\n');
}

/** 由程序执行 41 条（其中 3 条系统还不能办）, one for each figure that isn't 0. */
export const coverageWords = (regulation: Regulation): readonly string[] => figures(coverage(regulation));

function figures(clauses: readonly ClauseCoverage[]): readonly string[] {
  const counts = Object.entries(countsOf(clauses)) as [Standing, number][];
  return counts
    .filter(([, count]) => count > 0)
    .map(([standing, count]) => `${standingNames[standing]} ${count} 条${waitingIn(standing, clauses)}`);
}

function coverageLines(clauses: readonly ClauseCoverage[]): readonly string[] {
  const shown = figures(clauses);
  const bare = clauses.filter((clause) => clause.standing === 'nothing');
  const waiting = clauses.filter((clause) => clause.waits !== undefined);
  return [
    `共 ${clauses.length} 条：${shown.join('，')}`,
    ...bare.map((clause) => `  没有条款块：${clause.clause} ${clause.title}`),
    ...waiting.map(
      ({ clause, title, waits, wholly }) => `  ${wholly ? waitingName : partlyName}：${clause} ${title}（${waits}）`,
    ),
  ];
}

/** Four figures, and inside each how many of them nothing carries out yet. */
function waitingIn(standing: Standing, clauses: readonly ClauseCoverage[]): string {
  const wholly = clauses.filter((one) => one.standing === standing && one.wholly).length;
  return wholly === 0 ? '' : `（其中 ${wholly} 条系统还不能办）`;
}

const refusals = {
  floor_without_chain: '由网站主管单位自己的规定定流程，没有定以前不能发布',
  no_chain: '不归这份规定管',
};

export function chainLines(row: ChainRow): readonly string[] {
  const example = sayFacets(row.combinations[0] ?? {});
  const head = `  ${moveName(row.move)}，${row.combinations.length} 种情形，如：${example}`;
  if (row.refused) return [head, `      ${refusals[row.refused]}`];
  const steps = row.steps.map((step, i) => `      ${i + 1}. ${step}`);
  return [
    `${head}（${row.flow}，${row.clause}）`,
    ...(steps.length > 0 ? steps : ['      没有步骤']),
    ...(row.publish ? [`      然后${row.publish}`] : []),
  ];
}
