/** An article of a regulation: hovering or focusing gives its words, a click opens it to be read. */
import { Tooltip } from 'antd';
import { useState } from 'react';
import type { LawView } from '../../server/contract/views.ts';
import { Dialog } from './dialog.tsx';

const hint = (text: string) => (text.length > 120 ? `“${text.slice(0, 120)}……”` : `“${text}”`);

export function Law({ law }: { law: LawView }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tooltip title={hint(law.text)} trigger={['hover', 'focus']}>
        <button type="button" className="law" onClick={() => setOpen(true)}>
          {law.cite}
        </button>
      </Tooltip>
      {open && (
        <Dialog title={law.cite} side="right" onClose={() => setOpen(false)}>
          <div className="law-text">
            {law.text.split('\n').map((line, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never change their order
              <p key={n}>{line}</p>
            ))}
          </div>
        </Dialog>
      )}
    </>
  );
}

/** （《……》第几条）, behind a sentence that rests on an article; nothing where it rests on none. */
export const LawBehind = ({ law }: { law: LawView | undefined }) =>
  law && (
    <>
      （<Law law={law} />）
    </>
  );
