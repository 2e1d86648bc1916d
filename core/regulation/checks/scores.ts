/** A score has lines, and their groups are its own. MS-3. */
import { type Report, unknownWord } from '../body.ts';
import type { Draft } from '../draft.ts';

export function checkScores(draft: Draft, report: Report): void {
  for (const { value, where } of draft.scores) {
    if (!draft.lines.some((line) => line.value.of === value.id))
      report(
        { line: where.line, column: 4 },
        `考核表 ${value.id} 一个项目也没有：请在有关的条下写 line 块，of: ${value.id}`,
      );
  }
  for (const { value, where } of draft.lines) {
    const groups = draft.scores.find((score) => score.value.id === value.of)?.value.groups.map(({ id }) => id) ?? [];
    if (value.group !== undefined && !groups.includes(value.group))
      report(where.at('group'), unknownWord(value.group, '这张考核表的分组', groups));
  }
}
