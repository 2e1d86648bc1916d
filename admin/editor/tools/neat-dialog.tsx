/** 一键排版: says what it would change before it changes anything, and lets each kind be left out. */

import { closeHistory } from '@tiptap/pm/history';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import type { Desk } from '../desk.ts';
import { type Kind, names, neaten, survey, unitOf } from '../neat/neat.ts';
import { closeThen } from './close-then.ts';

const kinds = Object.keys(names) as Kind[];

export function NeatDialog({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const { editor, notices } = desk;
  const [{ counts, promoted }] = useState(() => survey(editor.state.doc));
  const there = kinds.filter((kind) => counts[kind] > 0);
  const [wanted, setWanted] = useState<ReadonlySet<Kind>>(new Set(there));
  const toggle = (kind: Kind) => setWanted(new Set(there.filter((k) => (k === kind ? !wanted.has(k) : wanted.has(k)))));
  const neat = () => {
    const done = neaten(editor.state, wanted);
    closeThen(onClose, () => {
      if (done) editor.view.dispatch(closeHistory(done.tr));
      if (done) notices.tell('排版好了', [done.says], 'met');
      editor.view.focus();
    });
  };
  return (
    <Dialog title="一键排版" onClose={onClose}>
      {there.length === 0 ? (
        <p>看过全文了，没有要整理的地方。</p>
      ) : (
        <>
          <ul className="neat-list">
            {there.map((kind) => (
              <li key={kind}>
                <Checkbox checked={wanted.has(kind)} onChange={() => toggle(kind)}>
                  {names[kind]} <b>{counts[kind]}</b> {unitOf(kind)}
                </Checkbox>
                {kind === 'headings' && (
                  <ul className="small dim">
                    {promoted.slice(0, 12).map(({ words, level }, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once and never changes
                      <li key={i}>
                        {level === 2 ? '一级' : '二级'}：{words}
                      </li>
                    ))}
                    {promoted.length > 12 && <li>…… 还有 {promoted.length - 12} 个</li>}
                  </ul>
                )}
              </li>
            ))}
          </ul>
          <p className="small dim">英文、数字、网址和手写的编号不动。整理以后按 Ctrl+Z 可以整个退回。</p>
        </>
      )}
      <div className="buttons">
        {there.length > 0 && (
          <Button type="primary" disabled={wanted.size === 0} onClick={neat}>
            整理正文
          </Button>
        )}
        <Button onClick={onClose}>{there.length > 0 ? '不整理' : '关上'}</Button>
      </div>
      {there.length > 0 && wanted.size === 0 && <p className="why">一项都没有选。请至少选一项。</p>}
    </Dialog>
  );
}
