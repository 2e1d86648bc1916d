/** Tools of the table in which the cursor stands. */
import type { Desk } from '../desk.ts';
import { type Act, actOnTable, boxOf, canAct, isInCell } from '../insert/table.ts';
import { onArrow, onStop } from './roving.ts';
import { useWatch } from './watch.ts';

const cell = '请先把光标放进表格的格子里。';
const acts: readonly (readonly [Act, string, string])[] = [
  ['rowBefore', '上面加行', cell],
  ['rowAfter', '下面加行', cell],
  ['rowGone', '删行', cell],
  ['columnBefore', '左边加列', cell],
  ['columnAfter', '右边加列', cell],
  ['columnGone', '删列', cell],
  ['merge', '合并格子', '请先选中相邻的几个格子（按住鼠标拖，或按住 Shift 用方向键），再合并。'],
  ['split', '拆开格子', '这个格子没有合并过，不用拆。'],
  ['header', '首行作表头', cell],
  ['caption', '表格标题', ''],
  ['gone', '删除表格', ''],
];

function TableButton({ desk, act, words, why }: { desk: Desk; act: Act; words: string; why: string }) {
  const { editor, notices } = desk;
  const { can, on } = useWatch(editor, ({ state }) => ({ can: canAct(state, act), on: isOn(state, act) }));
  return (
    <button
      type="button"
      className="tool"
      tabIndex={act === 'rowBefore' ? 0 : -1}
      aria-label={words}
      {...(!can && { 'aria-disabled': true, 'aria-description': why, 'data-tip': why })}
      {...(on !== undefined && { 'aria-pressed': on })}
      onMouseDown={(e) => e.preventDefault()}
      onClick={() => {
        if (!can) return notices.tell(why);
        actOnTable(editor, act);
        editor.view.focus();
      }}
    >
      {words}
    </button>
  );
}

function isOn(state: Desk['editor']['state'], act: Act): boolean | undefined {
  const box = boxOf(state);
  if (act === 'caption') return (box?.node.childCount ?? 0) > 1;
  if (act !== 'header') return undefined;
  let all = true;
  box?.table.firstChild?.forEach((one) => {
    if (one.type.name !== 'tableHeader') all = false;
  });
  return all;
}

export function TableBar({ desk }: { desk: Desk }) {
  const { shown } = useWatch(desk.editor, ({ state }) => ({ shown: boxOf(state) !== undefined || isInCell(state) }));
  if (!shown) return null;
  return (
    <div
      role="toolbar"
      aria-label="表格工具"
      className="tools-bar table-tools unfolded"
      onKeyDown={(e) => onArrow(e, () => desk.editor.view.focus())}
      onFocus={(e) => onStop(e.currentTarget, e.target as HTMLElement)}
    >
      {acts.map(([act, words, why]) => (
        <TableButton key={act} desk={desk} act={act} words={words} why={why} />
      ))}
    </div>
  );
}
