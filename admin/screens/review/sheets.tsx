/** The ways to look at what is to be decided: the public page, on a phone too, what changed, the Word file it came from. */

import { Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { sizeWords } from '../../../core/size-words.ts';
import type { PlacementView, RevisionView } from '../../../server/contract/views.ts';
import { Waiting } from '../../parts/empty.tsx';
import { PublicPage } from '../../parts/public-page.tsx';
import { dayAndTime } from '../../parts/time.tsx';

/** The comparison brings its own code; most reviews don't open it. */
const Compare = lazy(async () => ({ default: (await import('./compare.tsx')).Compare }));

type Look = 'text' | 'phone' | 'public' | 'before' | 'word';
type Props = { view: PlacementView; read: RevisionView | undefined; mark: number | undefined };

/** What the text may be compared with: what the reader had before a change, what is public, the revision before. */
function beforesOf(view: PlacementView, read: RevisionView | undefined) {
  const open = view.public && view.public.id !== view.shown.id ? view.public : undefined;
  const last = read ?? (view.previous?.id === open?.id ? undefined : view.previous);
  return { public: open, before: last };
}

function Word({ revision }: { revision: RevisionView }) {
  const { original } = revision;
  if (!original) return null;
  return (
    <div className="word-file">
      <p>
        这一稿从 Word 文件导入：
        <a href={original.address} download={original.name}>
          {original.name}
        </a>
        <span className="dim">（{sizeWords(original.size)}，只在内网，不公开）</span>
      </p>
      <p className="dim small">下载后用 Word 或 WPS 打开核对。撰稿人导入后可能改过文字，以公众页面为准。</p>
    </div>
  );
}

export function Sheets({ view, read, mark }: Props) {
  const [asked, setLook] = useState<Look>('text');
  const before = beforesOf(view, read);
  const options: { value: Look; label: string }[] = [
    { value: 'text', label: '公众页面' },
    { value: 'phone', label: '手机预览' },
    ...(before.public ? [{ value: 'public' as const, label: `与公开的第 ${before.public.number} 稿比对` }] : []),
    ...(before.before ? [{ value: 'before' as const, label: `与第 ${before.before.number} 稿比对` }] : []),
    ...(view.shown.original ? [{ value: 'word' as const, label: '原始 Word' }] : []),
  ];
  const look = options.some((o) => o.value === asked) ? asked : 'text';
  const other = look === 'public' ? before.public : look === 'before' ? before.before : undefined;
  const page = { placementId: view.id, revisionId: view.shown.id, marks: view.marks, shown: mark };
  return (
    <section className="box" aria-label="稿件">
      <header>
        <div className="looks">
          <Segmented aria-label="怎么看" options={options} value={look} onChange={setLook} />
        </div>
        <span className="extra dim">
          {view.site.name} · {view.column.name} · {dayAndTime(view.shown.madeAt)} 成稿
        </span>
      </header>
      {look === 'text' && <PublicPage key={view.shown.id} {...page} />}
      {look === 'phone' && <PublicPage key={`${view.shown.id} phone`} {...page} phone />}
      {look === 'word' && <Word revision={view.shown} />}
      {other && (
        <Suspense fallback={<Waiting lines={8} />}>
          <Compare before={other} after={view.shown} />
        </Suspense>
      )}
    </section>
  );
}
