/** Somebody else acted while this was being written: says what, keeps what was typed, and lets the writer choose. */
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { PlacementView } from '../../../server/contract/views.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Waiting } from '../../parts/empty.tsx';
import { Notice } from '../../parts/error-box.tsx';
import { NewSince } from '../../parts/new-since.tsx';
import { timeOfDay } from '../../parts/time.tsx';
import type { Theirs } from './autosave.ts';

const Compare = lazy(async () => ({ default: (await import('../review/compare.tsx')).Compare }));

type Props = {
  was: PlacementView;
  now: PlacementView;
  /** The writer had pressed a button, and the server refused. */
  isRefused: boolean;
  onTheirs: () => void;
  onMine: () => void;
};

export function Stale({ was, now, isRefused, onTheirs, onMine }: Props) {
  const [looking, setLooking] = useState(false);
  const otherText = was.shown.hash !== now.shown.hash;
  return (
    <Notice tone="warned">
      <p>{isRefused ? '没送出：' : ''}您写的时候，这件稿件有了变化。您写的都在，没有丢。</p>
      <NewSince was={was} now={now} />
      <div className="buttons">
        {otherText && <Button onClick={() => setLooking(true)}>看他改了什么</Button>}
        <Button onClick={onMine}>{otherText ? '接着用我写的' : '知道了'}</Button>
        {otherText && <Button onClick={onTheirs}>换成第 {now.shown.number} 稿的内容</Button>}
      </div>
      {looking && (
        <Dialog title={`第 ${now.shown.number} 稿改了什么`} side="right" onClose={() => setLooking(false)}>
          <Suspense fallback={<Waiting lines={8} />}>
            <Compare before={was.shown} after={now.shown} />
          </Suspense>
        </Dialog>
      )}
    </Notice>
  );
}

/** The same person saved this draft from another window or machine: neither is overwritten before one is chosen. */
export function Parted(props: { theirs: Theirs; onTheirs: () => void; onMine: () => void }) {
  const { draft, savedAt } = props.theirs;
  return (
    <Notice tone="warned">
      <p>
        这份草稿在另一处也改过，{timeOfDay(savedAt)} 存到了服务器：《{draft.body.title || '还没有标题'}》。
        两处不一样，选好以前这里先不存到服务器。
      </p>
      <div className="buttons">
        <Button onClick={props.onMine}>用这一页的</Button>
        <Button onClick={props.onTheirs}>换成服务器上的</Button>
      </div>
    </Notice>
  );
}
