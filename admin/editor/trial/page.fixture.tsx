/** A page with nothing but the editor, for its tests: uploads end in memory, and when the test says so. */
import '../../style/base.css';
import '../../style/parts.css';
import '../../style/fields.css';
import '../../style/notice.css';
import '../../style/dialog.css';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { FileView } from '../../../server/contract/files.ts';
import { giveStylesTheNonce, nonce } from '../../nonce.ts';
import { placeTokens, theme } from '../../tokens.ts';
import { ArticleEditor } from '../editor.tsx';
import type { ArticleEditorHandle, Cleaned, Figures, Upload } from '../props.ts';

type Sent = { name: string; purpose: string; end: (words?: string) => void; progress: (part: number) => void };
type Trial = {
  /** Every change that came out, in order. */
  changes: { html: string; figures: Figures; composing: boolean }[];
  left: number;
  /** Uploads that wait for the test when `hold` is set. */
  hold: boolean;
  sent: Sent[];
  set: (html: string, readOnly?: boolean) => void;
  flush: () => { html: string; figures: Figures };
};
declare global {
  interface Window {
    trial: Trial;
    serverClean?: (html: string) => Promise<Cleaned>;
  }
}

giveStylesTheNonce();
placeTokens(document.documentElement);

const signs = 'abcdefghijklmnopqrstuvwxyz234567';
let files = 0;
/** An id as the server makes them, its first sign telling the kind: the test's own list of known files goes by that. */
function viewOf(file: File, picture: boolean): FileView {
  files += 1;
  const id = (picture ? 'p' : 'd') + 'a'.repeat(23) + signs[Math.floor(files / 32) % 32] + signs[files % 32];
  const base = { id, name: file.name, size: file.size, scanned: true, notes: [] };
  if (!picture) return { ...base, kind: 'document', type: 'PDF', address: `/files/${id}/file.pdf` };
  const address = `/files/${id}/w960.jpg`;
  return {
    ...base,
    kind: 'picture',
    type: 'JPEG',
    address,
    width: 960,
    height: 640,
    srcset: `/files/${id}/w480.jpg 480w, ${address} 960w`,
  };
}

const upload: Upload = (file, purpose, { onProgress, signal }) =>
  new Promise((resolve, reject) => {
    const end = (words?: string) => (words ? reject(new Error(words)) : resolve(viewOf(file, purpose === 'picture')));
    window.trial.sent.push({ name: file.name, purpose, end, progress: onProgress });
    signal.addEventListener('abort', () => reject(new Error('停下了')));
    onProgress(0.4);
    if (!window.trial.hold) setTimeout(end, 20);
  });

const clean = async (html: string): Promise<Cleaned> => {
  if (!window.serverClean) throw new Error('服务器连不上，请稍后再试');
  return window.serverClean(html);
};

let composing = false;
document.addEventListener(
  'compositionstart',
  () => {
    composing = true;
  },
  true,
);
document.addEventListener(
  'compositionend',
  () => {
    composing = false;
  },
  true,
);

function Page() {
  const [{ html, readOnly, round }, setText] = useState({ html: '', readOnly: false, round: 0 });
  const handle = useRef<ArticleEditorHandle>(null);
  window.trial.set = (next, locked = false) =>
    setText((was) => ({ html: next, readOnly: locked, round: was.round + 1 }));
  window.trial.flush = () => handle.current?.flush() ?? { html: '', figures: {} as Figures };
  return (
    <main>
      <h1>写稿件</h1>
      <label htmlFor="text">正文</label>
      <ArticleEditor
        key={round}
        ref={handle}
        id="text"
        label="正文"
        html={html}
        readOnly={readOnly}
        upload={upload}
        clean={clean}
        onChange={(next, figures) => window.trial.changes.push({ html: next, figures, composing })}
        onLeave={() => {
          window.trial.left += 1;
        }}
      />
      <button type="button">后面的按钮</button>
    </main>
  );
}

window.trial = {
  changes: [],
  left: 0,
  hold: false,
  sent: [],
  set: () => undefined,
  flush: () => ({ html: '', figures: {} as Figures }),
};
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <Page />
    </ConfigProvider>,
  );
