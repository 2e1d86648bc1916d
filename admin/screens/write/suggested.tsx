/** What the reviewer would write instead (JY-13): its author looks at it, and takes it over or not. */
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { PlacementView, SuggestionView } from '../../../server/contract/views.ts';
import type { Draft } from '../../local.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Waiting } from '../../parts/empty.tsx';
import { Notice } from '../../parts/error-box.tsx';
import { When } from '../../parts/time.tsx';

const Compare = lazy(async () => ({ default: (await import('../review/compare.tsx')).Compare }));

type Props = {
  view: PlacementView;
  ended: NonNullable<PlacementView['ended']>;
  suggestion: SuggestionView;
  /** Puts it on the page in place of what stands there, as one step that can be undone. */
  onTake: (text: Partial<Draft['body']>) => void;
};

export function Suggested({ view, ended, suggestion, onTake }: Props) {
  const [looking, setLooking] = useState(false);
  const [taken, setTaken] = useState(false);
  const { files, text, postName, ...words } = suggestion;
  const name = `${postName}建议的改法`;
  const take = () => {
    onTake(words);
    setTaken(true);
    setLooking(false);
  };
  return (
    <Notice tone="warned">
      <p>
        {ended.by.name}（<When at={ended.at} />
        ）退回{ended.words ? `：${ended.words}` : '。'}
      </p>
      <p>
        {taken ? '已照建议改好，请看过再送审；还可以接着改。' : `附有${name}。采纳不采纳由您定，采纳了仍是您的稿件。`}
      </p>
      <div className="buttons">
        <Button onClick={() => setLooking(true)}>看改了什么</Button>
        {!taken && (
          <Button type="primary" onClick={take}>
            照此修改
          </Button>
        )}
      </div>
      {looking && (
        <Dialog title={name} side="right" onClose={() => setLooking(false)}>
          <Suspense fallback={<Waiting lines={8} />}>
            <Compare before={view.shown} after={{ ...view.shown, ...words, files, text }} name="建议的改法" />
          </Suspense>
          {!taken && (
            <Button type="primary" onClick={take}>
              照此修改
            </Button>
          )}
        </Dialog>
      )}
    </Notice>
  );
}
