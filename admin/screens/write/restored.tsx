/** Says from where the text on the page comes when it isn't the last revision, and lets the writer give it up. */
import { Button } from 'antd';
import { useState } from 'react';
import type { PlacementView } from '../../../server/contract/views.ts';
import { api } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorBox, Notice } from '../../parts/error-box.tsx';
import { dayAndTime, timeOfDay } from '../../parts/time.tsx';
import type { Opened } from './opened.ts';

type Props = {
  opened: Opened;
  /** Whether the server has it by now. */
  saved: boolean;
  id: string;
  view: PlacementView | undefined;
  onDrop: () => Promise<void>;
};

function says({ opened, view, saved }: Props): string | undefined {
  if (opened.from === 'here') {
    const at = timeOfDay(opened.at ?? 0);
    if (opened.theirs) return `这是本机 ${at} 存的内容，上次没存到服务器。`;
    return saved ? `接着本机 ${at} 存的内容，服务器也有了。` : `这是本机 ${at} 存的内容，服务器还没有；现在接着存。`;
  }
  if (opened.from !== 'scratch') return undefined;
  const at = opened.at ? `（${dayAndTime(opened.at)} 存）` : '';
  return view ? `这是您上次没送出的修改${at}。` : `这是您上次没写完的草稿${at}。`;
}

export function Restored(props: Props) {
  const { id, view, onDrop } = props;
  const [asking, setAsking] = useState(false);
  const [dropped, setDropped] = useState(false);
  const [error, setError] = useState<unknown>();
  const text = says(props);
  if (!text || dropped) return null;
  const what = view ? '不要这次修改' : '不要这份草稿';
  const drop = async () => {
    try {
      await api.content.dropScratch({ id });
      await onDrop();
      setDropped(true);
    } catch (e) {
      setError(e);
    }
    setAsking(false);
  };
  return (
    <>
      {error ? <ErrorBox error={error} /> : null}
      <Notice tone="pending">
        <p>
          {text}{' '}
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {what}
          </button>
        </p>
      </Notice>
      {asking && (
        <Dialog title={`${what}？`} onClose={() => setAsking(false)}>
          <p>{view ? '页面会回到最近一稿的内容。' : '写的内容会删掉，找不回来。'}</p>
          <div className="buttons">
            <Button danger onClick={() => void drop()}>
              {what}
            </Button>
            <Button onClick={() => setAsking(false)}>留着</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
