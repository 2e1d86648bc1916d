/** The uploads of one writing page, and what the editor asks of them. */
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { FileView, UploadView } from '../../server/contract/files.ts';
import { Refused } from '../api.ts';
import type { Upload as EditorUpload } from '../editor/props.ts';
import { isUnderWay, Uploads } from './queue.ts';
import { rememberedFor } from './remembered.ts';
import type { At } from './upload.ts';
import { ways } from './ways.ts';

/** Leaving the page while something is on its way: the browser asks first. */
function useAskBeforeUnload(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy) return;
    const ask = (e: BeforeUnloadEvent) => e.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);
}

export function useUploads(article: string) {
  const { uploads, left } = useMemo(() => {
    const remembered = rememberedFor(article);
    return { uploads: new Uploads(ways, remembered), left: remembered.left };
  }, [article]);
  useEffect(() => {
    window.addEventListener('online', uploads.wake);
    return () => {
      window.removeEventListener('online', uploads.wake);
      uploads.end();
    };
  }, [uploads]);
  const jobs = useSyncExternalStore(uploads.subscribe, uploads.jobs);
  useAskBeforeUnload(jobs.some(isUnderWay));
  return { uploads, jobs, left };
}

/** How it goes, for who waits at the place in the text: 0–1, and words when it stands still. */
function progress(at: At, size: number): [number, string?] {
  const part = Math.min(1, at.sent / size);
  if (at.kind === 'checking') return [1, at.waiting ?? '正在检查'];
  if (at.kind === 'paused') return [part, '已暂停'];
  if (at.kind === 'waiting') return [part, '排队等着传'];
  if (at.kind === 'away') return [part, at.words];
  return [part];
}

/** What the editor calls for a picture or an attachment. `onFile` gets to know every file that was taken. */
export function useEditorUpload(uploads: Uploads, onFile: (file: FileView) => void): EditorUpload {
  return useCallback(
    async (file, purpose, { onProgress, signal }) => {
      const view = await uploads.send(file, purpose, (at) => onProgress(...progress(at, file.size)), signal);
      const kept = fileOf(view);
      onFile(kept);
      return kept;
    },
    [uploads, onFile],
  );
}

function fileOf(view: UploadView): FileView {
  if (!view.file)
    throw new Refused(500, { code: 'unreadable', message: '服务器收下了文件，却没有说它在哪里，请再传一次' });
  return view.file;
}
