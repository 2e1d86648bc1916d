/** Parts of a plan in words, in the language of the regulation. */
import type { Plan, PostLine, SiteLine } from './plan.ts';

export const beforeLines = ({ before, adopting }: Pick<Plan, 'before' | 'adopting'>): readonly string[] =>
  before.map(({ number, fromOn, openRuns }) => {
    if (fromOn > adopting.fromOn) return `第 ${number} 版原定 ${fromOn} 起施行，不再施行`;
    const runs = openRuns > 0 ? `${openRuns} 件正在办的稿件按原来的流程走完` : '没有按它正在办的稿件';
    return `代替第 ${number} 版（${fromOn} 起施行，到 ${adopting.fromOn} 为止）；${runs}`;
  });

export function siteLines({ label, name, columns }: SiteLine): readonly string[] {
  const [there, fresh] = [columns.filter((one) => one.there), columns.filter((one) => !one.there)];
  const named = (all: typeof columns) => all.map((one) => one.name).join('、');
  return [
    `${name}（${label}）`,
    ...(fresh.length > 0 ? [`  采用时就开 ${fresh.length} 个：${named(fresh)}`] : []),
    ...(there.length > 0 ? [`  已有 ${there.length} 个，照旧：${named(there)}`] : []),
    ...(columns.length === 0 ? ['  规定里没有给这个网站的栏目'] : []),
  ];
}

export function postLine({ post, unit, holders, min, max, clause }: PostLine, law: (clause: string) => string): string {
  const wanted =
    min !== undefined && min === max
      ? `要 ${min} 人`
      : [min !== undefined && `至少 ${min} 人`, max !== undefined && `至多 ${max} 人`].filter(Boolean).join('、');
  const now = holders === 0 ? '没有人任职' : `现在 ${holders} 人`;
  return `${unit} ${post}：${now}${wanted ? `，${wanted}` : ''}（${law(clause)}）`;
}
