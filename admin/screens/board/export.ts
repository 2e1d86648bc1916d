/** The board as a table: a row for each cell, so that it can be sorted and counted elsewhere. */
import { statusNames } from '../../../core/duty/verdict.ts';
import type { BoardView } from '../../../server/contract/duties.ts';
import { saveTable } from '../../parts/save-table.ts';

const head = ['规定', '采用单位', '对象', '职责', '依据', '状态', '情况', '进度', '共几项', '违反或将到期'];

export function saveBoard({ at, rules }: BoardView, title: string): void {
  const rows = rules.flatMap((rule) =>
    rule.tables.flatMap((table) =>
      table.rows.flatMap(({ thing, cells }) =>
        cells.flatMap((cell, i) => {
          const duty = table.duties[i];
          if (!cell || !duty) return [];
          const said = [statusNames[cell.status], cell.words, cell.measure, cell.lines, cell.trouble];
          return [[rule.title, rule.unit.name, thing.name, duty.name, duty.law.cite, ...said]];
        }),
      ),
    ),
  );
  saveTable(`值守看板 ${title} ${at.slice(0, 10)}`, [head, ...rows]);
}
