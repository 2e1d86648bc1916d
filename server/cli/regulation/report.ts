/** A plan in words, for the adopter to read before agreeing; in the language of the regulation. */
import { chainTable } from '../../../core/regulation/chain-table.ts';
import { cite } from '../../../core/regulation/cite.ts';
import { chainLines } from '../../regulations/check-report.ts';
import type { Plan, ReadingLine, RoleLine } from '../../regulations/plan.ts';
import { beforeLines, postLine, siteLines } from '../../regulations/plan-words.ts';

export function planText(plan: Plan): readonly string[] {
  const { regulation, unit, adopting } = plan;
  const law = (clause: string) => cite(regulation.title, clause);
  return [
    `《${regulation.title}》第 ${regulation.version} 版，${unit.name}采用，${adopting.fromOn} 起施行`,
    ...beforeLines(plan),
    ...part('角色对应的单位', plan.roles.map(roleLine)),
    ...part('栏目', plan.sites.length > 0 ? plan.sites.flatMap(siteLines) : ['这个单位没有自己的网站，不开栏目']),
    ...part(
      '审批流程（每种情形走哪条）',
      chainTable(regulation)
        .flatMap(chainLines)
        .map((line) => line.slice(2)),
    ),
    ...part(
      '任职不够的岗位',
      plan.posts.map((post) => postLine(post, law)),
    ),
    ...part(
      '读法（原文没有说清的，按这样办；逐条看过再同意）',
      plan.readings.flatMap((one) => readingLines(one, law)),
    ),
    ...part(
      '已写明、系统还不能办的条款',
      plan.idle.map(({ clause, why, waits }) => `${law(clause)}：${waits ?? why}`),
    ),
    ...part('要知道的', plan.weighed.warnings),
    ...(plan.weighed.reasons.length > 0 ? part('现在还不能采用', plan.weighed.reasons) : ['', '可以采用。']),
  ];
}

const part = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];

function roleLine({ id, name, many, units, guess }: RoleLine): string {
  if (units.length > 0) return `${name}（${id}）：${units.join('、')}`;
  const hint = guess ? `；有同名的单位，是它就写 --bind ${id}=${guess}` : '';
  return `${name}（${id}，${many ? '可以几个单位' : '一个单位'}）：还没有对应${hint}`;
}

const readingLines = (
  { id, clause, says, accepted }: ReadingLine,
  law: (clause: string) => string,
): readonly string[] => [
  `${accepted ? '[已同意]' : '[没有同意]'} ${law(clause)}：${says}`,
  ...(accepted ? [] : [`    同意就写 --accept '${id}'`]),
];

/** For --json. */
export function planJson(plan: Plan): Readonly<Record<string, unknown>> {
  const { regulation, unit, adopting, weighed, adopting: _, ...rest } = plan;
  return {
    slug: regulation.slug,
    title: regulation.title,
    number: regulation.version,
    unit: unit.name,
    from: adopting.fromOn,
    ...rest,
    reasons: weighed.reasons,
    warnings: weighed.warnings,
  };
}
