/** A letterbox is a column for letters, and one desk answers for it. ZJ-15, CS-10, HD-2. */
import type { Report } from '../body.ts';
import type { Draft } from '../draft.ts';
import type { Column } from '../types.ts';

export function checkLetters(draft: Draft, columns: readonly Column[], report: Report): void {
  const taken = new Map<string, number>();
  for (const { value, where } of draft.letters) {
    for (const id of value.columns) {
      const column = columns.find((one) => one.id === id);
      if (column && column.nature !== 'letters')
        report(where.at('columns'), `“${column.name}”不是来信栏目：来信只办性质为 letters 的栏目`);
      const line = taken.get(id);
      if (line !== undefined)
        report(where.at('columns'), `“${column?.name ?? id}”的来信在第 ${line} 行已经写了怎样办：一个栏目只写一次`);
      taken.set(id, line ?? where.line);
    }
  }
}
