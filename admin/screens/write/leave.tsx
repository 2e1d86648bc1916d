/** Files that are still on their way stop when the page is left: asked first. */
import { useBlocker } from '@tanstack/react-router';
import { Button } from 'antd';
import { Dialog } from '../../parts/dialog.tsx';
import { isUnderWay, type Job } from '../../upload/queue.ts';

export function LeaveWhileSending({ jobs }: { jobs: readonly Job[] }) {
  const sending = jobs.filter(isUnderWay).length;
  const leaving = useBlocker({ shouldBlockFn: () => sending > 0, enableBeforeUnload: false, withResolver: true });
  if (leaving.status !== 'blocked') return null;
  return (
    <Dialog title={`还有 ${sending} 个文件没传完`} onClose={leaving.reset}>
      <p>现在离开就停在这里，正文里也不会有它们。写的字都存着。回来再选一次同一个文件，会接着传。</p>
      <div className="buttons">
        <Button onClick={leaving.reset}>留下，等它传完</Button>
        <Button danger onClick={leaving.proceed}>
          离开
        </Button>
      </div>
    </Dialog>
  );
}
