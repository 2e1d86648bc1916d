/** What the editor has to say; each word stays until it is read and closed. */
import { useSyncExternalStore } from 'react';
import { Light } from '../../parts/light.tsx';
import type { Notices } from '../notices.ts';

const linesShown = 20;

export function NoticeList({ notices }: { notices: Notices }) {
  const all = useSyncExternalStore(notices.watch, notices.all);
  return (
    <div className="editor-notices" role="status" aria-label="编辑器的提示">
      {all.map(({ id, tone, title, lines }) => (
        <div key={id} className={`notice ${tone}`}>
          <Light tone={tone} />
          <div>
            <b>{title}</b>
            {lines.length > 0 && (
              <ul className="small">
                {lines.slice(0, linesShown).map((line) => (
                  <li key={line}>{line}</li>
                ))}
                {lines.length > linesShown && <li>…… 还有 {lines.length - linesShown} 条</li>}
              </ul>
            )}
          </div>
          <button type="button" className="close" aria-label={`关上提示：${title}`} onClick={() => notices.close(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
