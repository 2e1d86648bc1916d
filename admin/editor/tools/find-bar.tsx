/** The box to find and replace in. It stands beside the text, so that every hit can be seen. */
import { Button, Checkbox, Input, type InputRef } from 'antd';
import { type KeyboardEvent, type Ref, useEffect, useState } from 'react';
import type { Desk } from '../desk.ts';
import { look, replaceAll, replaceOne, searchOf, step } from '../find/find.ts';
import { useWatch } from './watch.ts';

type Props = { desk: Desk; first: string; input: Ref<InputRef>; onClose: () => void };

function counted(wish: boolean, hits: number, at: number): string {
  if (!wish) return '';
  return hits === 0 ? '没有找到' : `第 ${at + 1} 处，共 ${hits} 处`;
}

export function FindBar({ desk, first, input, onClose }: Props) {
  const { view } = desk.editor;
  const [text, setText] = useState(first);
  const [exact, setExact] = useState(false);
  const [other, setOther] = useState('');
  const [said, setSaid] = useState('');
  const { hits, at, wish } = useWatch(desk.editor, ({ state }) => {
    const search = searchOf(state);
    return { hits: search.hits.length, at: search.at, wish: search.wish !== undefined };
  });
  useEffect(() => look(view, { text, exact }), [view, text, exact]);
  useEffect(
    () => () => {
      if (!view.isDestroyed) look(view, undefined);
    },
    [view],
  );
  const close = () => {
    onClose();
    view.focus();
  };
  const onKey = (e: KeyboardEvent) => {
    // What is still being composed is the input method's.
    if (e.nativeEvent.isComposing) return;
    if (e.key === 'Escape') {
      e.preventDefault();
      e.stopPropagation();
      close();
    } else if (e.key === 'Enter' && (e.target as HTMLElement).closest('.find-text')) {
      e.preventDefault();
      step(view, e.shiftKey ? -1 : 1);
    }
  };
  const all = () => {
    const n = replaceAll(view, other);
    setSaid(n > 0 ? `换好了 ${n} 处，按 Ctrl+Z 可以一次退回` : '没有可以换的');
  };
  return (
    <search className="find-bar" aria-label="查找和替换" onKeyDown={onKey}>
      <Input
        ref={input}
        className="find-text"
        aria-label="查找"
        placeholder="查找"
        value={text}
        onChange={(e) => {
          setText(e.target.value);
          setSaid('');
        }}
      />
      <span className="small find-count" role="status">
        {said || counted(wish, hits, at)}
      </span>
      <Button onClick={() => step(view, -1)}>上一处</Button>
      <Button onClick={() => step(view, 1)}>下一处</Button>
      <Checkbox checked={exact} onChange={(e) => setExact(e.target.checked)}>
        区分大小写
      </Checkbox>
      <Input
        className="find-other"
        aria-label="替换为"
        placeholder="替换为"
        value={other}
        onChange={(e) => setOther(e.target.value)}
      />
      <Button onClick={() => setSaid(replaceOne(view, other) ? '' : '没有可以换的')}>替换</Button>
      <Button onClick={all}>全部替换</Button>
      <Button onClick={close}>关上查找</Button>
    </search>
  );
}
