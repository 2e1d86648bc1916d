/** A binding to fill in, as YAML: every question that the text asks its adopter, with what is known beside it. */
import { cite } from '../../../core/regulation/cite.ts';
import type { Organisation } from '../../../core/regulation/organisation.ts';
import type { Regulation } from '../../../core/regulation/types.ts';
import { guessed } from '../../regulations/plan.ts';

/** Nothing is filled in that a person has to decide: a unit of the same name stands in the comment. */
export function templateOf(
  regulation: Regulation,
  organisation: Organisation,
  unit: { readonly id: string; readonly name: string },
  today: string,
): string {
  const { title, version, roles, columns, values, blocks } = regulation;
  const asked = columns.filter(({ leadOneOf }) => leadOneOf !== undefined);
  const readings = blocks.filter(({ reading }) => reading !== undefined);
  return [
    `# 《${title}》第 ${version} 版：填好以后用 menhu regulation adopt FILE --binding 这个文件 --dry-run 看结果`,
    `unit: ${quoted(unit.name)}`,
    `from: ${today}   # 从哪天起施行`,
    'by:   # 以谁的名义采用：登录名',
    '',
    '# 规定里说的单位，在这里是哪个（哪些）：写单位的名称',
    'roles:',
    ...Object.entries(roles).map(([id, role]) => {
      const guess = guessed(role.name, organisation, unit.id);
      return `  ${id}: []   # ${role.name}，${role.is === 'units' ? '可以几个单位' : '一个单位'}${guess ? `；有同名的单位：${guess.name}` : ''}`;
    }),
    ...(asked.length > 0 ? ['', '# 这些栏目由哪个单位承办', 'leads:'] : []),
    ...asked.map(
      (one) => `  ${one.id}: []   # ${one.name}，从“${roles[one.leadOneOf ?? '']?.name ?? one.leadOneOf}”的单位中选`,
    ),
    ...(Object.keys(values).length > 0 ? ['', '# 规定留给采用单位定的', 'values:'] : []),
    ...Object.entries(values).map(
      ([id, { name, suggest }]) => `  ${id}:   # ${name}${suggest ? `，建议 ${suggest}` : ''}`,
    ),
    ...(columns.length > 0
      ? ['', `# 首页显示哪些栏目，按先后。有：${columns.map(({ id, name }) => `${id} ${name}`).join('、')}`, 'home: []']
      : []),
    ...(readings.length > 0 ? ['', '# 原文没有说清、按这样办的地方：逐条看过，同意的去掉 #', 'readings:'] : []),
    ...readings.map(
      ({ kind, id, clause, reading }) =>
        `#  - ${kind} ${id}   # ${cite(title, clause)}：${reading?.replaceAll('\n', ' ')}`,
    ),
  ].join('\n');
}

const quoted = (text: string): string => JSON.stringify(text);
