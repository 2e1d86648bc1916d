/**
 * A revision as its public page: the very page, made by the publisher's own function, in a frame that runs nothing. The
 * frame is of this origin, so that its height can be read and the reviewer's marks drawn over it.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MarkView } from '../../server/contract/views.ts';
import { ErrorBox } from './error-box.tsx';
import { drawMarks } from './page-marks.ts';
import '../style/public-page.css';

type Props = {
  placementId: string;
  revisionId: string;
  phone?: boolean;
  marks?: readonly MarkView[];
  /** The mark to bring into sight, by its number. */
  shown?: number | undefined;
};

const missing = new Error('页面没能生成，请稍后再试');

/** Keeps the frame as high as its page: the console scrolls, not the frame. A phone's frame has a height of its own. */
function useOwnHeight(frame: React.RefObject<HTMLIFrameElement | null>, ready: number, phone: boolean): void {
  useEffect(() => {
    const element = frame.current;
    const page = element?.contentDocument?.documentElement;
    if (ready === 0 || phone || !element || !page) return;
    const asHigh = () => {
      const height = `${page.ownerDocument.body.scrollHeight}px`;
      if (element.style.height !== height) element.style.height = height;
    };
    asHigh();
    const watch = new ResizeObserver(asHigh);
    watch.observe(page.ownerDocument.body);
    return () => watch.disconnect();
  }, [frame, ready, phone]);
}

export function PublicPage({ placementId, revisionId, phone = false, marks = [], shown }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(0);
  const [failed, setFailed] = useState(false);
  const loaded = useCallback(() => {
    const page = frame.current?.contentDocument;
    setFailed(!page?.querySelector('article'));
    setReady((n) => n + 1);
  }, []);
  useOwnHeight(frame, ready, phone);
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (ready > 0 && page) drawMarks(page, marks);
  }, [ready, marks]);
  useEffect(() => {
    if (ready === 0 || shown === undefined) return;
    frame.current?.contentDocument?.getElementById(`mark-${shown}`)?.scrollIntoView({ block: 'center' });
  }, [ready, shown]);
  return (
    <div className={phone ? 'public-page phone' : 'public-page'} aria-busy={ready === 0}>
      {failed && <ErrorBox error={missing} retry={() => frame.current?.contentWindow?.location.reload()} />}
      <iframe
        ref={frame}
        title="公众看到的页面"
        src={`/preview/${placementId}/${revisionId}`}
        sandbox="allow-same-origin"
        onLoad={loaded}
      />
    </div>
  );
}
