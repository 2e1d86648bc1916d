/** Somebody else acted while this was being written: says what, keeps what was typed, and lets the writer choose. */
import { Button } from 'antd';
import type { PlacementView } from '../../../server/contract/views.ts';
import { Notice } from '../../parts/error-box.tsx';
import { NewSince } from '../../parts/new-since.tsx';

type Props = { was: PlacementView; now: PlacementView; onTheirs: () => void; onClose: () => void };

export function Stale({ was, now, onTheirs, onClose }: Props) {
  const otherText = was.shown.hash !== now.shown.hash;
  return (
    <Notice tone="warned">
      <p>没送出：您写的时候，这件稿件有了变化。您写的都在，没有丢。</p>
      <NewSince was={was} now={now} />
      <div className="buttons">
        <Button onClick={onClose}>{otherText ? '用我写的，再送一次' : '知道了'}</Button>
        {otherText && (
          <Button
            onClick={() => {
              onTheirs();
              onClose();
            }}
          >
            换成第 {now.shown.number} 稿的内容
          </Button>
        )}
      </div>
    </Notice>
  );
}
