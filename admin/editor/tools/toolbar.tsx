/** The bar above the text. */
import { type FocusEvent, useRef, useState } from 'react';
import type { Desk } from '../desk.ts';
import { levelAt, setLevel } from '../insert/blocks.ts';
import { Icon } from './icons.tsx';
import { onArrow, onStop } from './roving.ts';
import { groups, type Open, type Tool } from './tools.ts';
import { useWatch } from './watch.ts';

type Props = { desk: Desk; open: (what: Open) => void };

const aria = (keys: string) => keys.replace('Ctrl', 'Control');

function ToolButton({ desk, tool, open }: Props & { tool: Tool }) {
  const { name, words, keys } = tool;
  const { on, why } = useWatch(desk.editor, (editor) => ({ on: tool.isOn?.(editor), why: tool.why?.(editor) }));
  return (
    <button
      type="button"
      className={tool.first ? 'tool first' : 'tool'}
      tabIndex={-1}
      aria-label={words}
      data-tip={why ?? (keys ? `${words}（${keys}）` : words)}
      {...(on !== undefined && { 'aria-pressed': on })}
      {...(keys && { 'aria-keyshortcuts': aria(keys) })}
      {...(why && { 'aria-disabled': true, 'aria-description': why })}
      // The text keeps its selection, and a phone its keyboard.
      onMouseDown={(e) => e.preventDefault()}
      onClick={() => (why ? desk.notices.tell(why) : tool.does(desk, open))}
    >
      <Icon name={name} />
      <span>{words}</span>
    </button>
  );
}

const levels = [
  [0, '正文'],
  [2, '一级小标题'],
  [3, '二级小标题'],
  [4, '三级小标题'],
] as const;

function Level({ desk }: { desk: Desk }) {
  // Who goes through the choices with the arrow keys stays here; who points at one goes on writing.
  const byKey = useRef(false);
  const { level } = useWatch(desk.editor, ({ state }) => ({ level: levelAt(state) }));
  return (
    <select
      className="tool-level"
      aria-label="段落样式"
      value={level ?? ''}
      onKeyDown={() => {
        byKey.current = true;
      }}
      onPointerDown={() => {
        byKey.current = false;
      }}
      onChange={(e) => {
        setLevel(desk.editor, Number(e.target.value));
        if (!byKey.current) desk.editor.view.focus();
      }}
    >
      {(level === undefined || level === null) && <option value="">{level === null ? '其他' : '几种样式'}</option>}
      {levels.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}

export function Toolbar({ desk, open }: Props) {
  const [unfolded, setUnfolded] = useState(false);
  return (
    <div
      role="toolbar"
      aria-label="正文工具"
      className={unfolded ? 'tools-bar unfolded' : 'tools-bar'}
      onKeyDown={(e) => onArrow(e, () => desk.editor.view.focus())}
      onFocus={(e: FocusEvent<HTMLDivElement>) => onStop(e.currentTarget, e.target as HTMLElement)}
    >
      <Level desk={desk} />
      {groups.map((group) => (
        <div className="tools-group" key={group[0]?.name}>
          {group.map((tool) => (
            <ToolButton key={tool.name} desk={desk} tool={tool} open={open} />
          ))}
        </div>
      ))}
      <button
        type="button"
        className="tool more"
        tabIndex={-1}
        aria-expanded={unfolded}
        onMouseDown={(e) => e.preventDefault()}
        onClick={() => setUnfolded(!unfolded)}
      >
        <Icon name="more" />
        <span>{unfolded ? '收起' : '更多'}</span>
      </button>
    </div>
  );
}
