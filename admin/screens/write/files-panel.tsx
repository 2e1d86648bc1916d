/** 本文附件和图片: what the text names, in its order, whether it was searched for viruses, and the way to its place. */
import { sizeWords } from '../../../core/size-words.ts';
import { allowed, limits } from '../../../server/contract/file-limits.ts';
import type { FileView } from '../../../server/contract/files.ts';
import { Box } from '../../parts/box.tsx';
import type { Job, Uploads } from '../../upload/queue.ts';
import { UploadList } from '../../upload/upload-list.tsx';
import { toFile } from './jump.ts';
import type { KnownFiles } from './known-files.ts';

type Props = {
  ids: readonly string[];
  known: KnownFiles;
  jobs: readonly Job[];
  uploads: Uploads;
  /** Names of what had not come through when the page was loaded. */
  left: readonly string[];
};

const what = ({ type, size, width, height }: FileView): string =>
  [type, width && height ? `${width}×${height}` : '', sizeWords(size)].filter(Boolean).join('，');

function Line({ id, file, isAsking }: { id: string; file: FileView | undefined; isAsking: boolean }) {
  if (!file) return <li className="dim">{isAsking ? '正在查这个文件' : '查不到这个文件，可能不归您看；请换一个'}</li>;
  return (
    <li>
      <button type="button" className="link" onClick={() => toFile(id)} aria-label={`到《${file.name}》在正文里的位置`}>
        {file.name}
      </button>
      <span className="small dim">
        {file.kind === 'picture' ? '图片' : '附件'}，{what(file)}，{file.scanned ? '已查毒' : '未查毒'}
      </span>
      {file.notes.map((note) => (
        <span key={note} className="small dim">
          {note}
        </span>
      ))}
    </li>
  );
}

export function FilesPanel({ ids, known, jobs, uploads, left }: Props) {
  const files = ids.map((id) => ({ id, file: known.of(id) }));
  const unscanned = files.some(({ file }) => file && !file.scanned);
  const waiting = left.filter((name) => !jobs.some((job) => job.name === name));
  return (
    <Box title="本文附件和图片" extra={files.length > 0 && <span className="dim">{files.length} 个</span>}>
      {waiting.length > 0 && (
        <p className="small">
          刷新前没传完：{waiting.map((name) => `《${name}》`).join('')}。再选一次同一个文件，就接着传。
        </p>
      )}
      <UploadList jobs={jobs} uploads={uploads} />
      {files.length === 0 && jobs.length === 0 && <p className="dim">正文里还没有图片和附件。</p>}
      {files.length > 0 && (
        <ol className="files" aria-label="正文里的图片和附件，按正文的顺序">
          {files.map(({ id, file }) => (
            <Line key={id} id={id} file={file} isAsking={known.isAsking} />
          ))}
        </ol>
      )}
      {unscanned && <p className="small">未查毒：本机没有配置查毒程序。</p>}
      <details className="limits" open={files.length === 0}>
        <summary>能放什么文件</summary>
        <p className="small dim">图片：{allowed.picture.words}。</p>
        <p className="small dim">附件：{allowed.attachment.words}。</p>
        <p className="small dim">一篇最多 {limits.filesMax} 个。</p>
      </details>
    </Box>
  );
}
