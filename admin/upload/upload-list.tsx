/** Files on their way: how far, what holds them up, and what can be done. What was refused stays until it was read. */

import { Button } from 'antd';
import { sizeWords } from '../../core/size-words.ts';
import { Light } from '../parts/light.tsx';
import { purposeNames } from './check.ts';
import { canPause, isUnderWay, type Job, type Uploads } from './queue.ts';
import type { At } from './upload.ts';

function says(at: At, size: number): string {
  const far = `${sizeWords(at.sent)} / ${sizeWords(size)}`;
  switch (at.kind) {
    case 'waiting':
      return '排队等着传';
    case 'sending':
      return at.sent === 0 ? `开始传，共 ${sizeWords(size)}` : `正在传 ${far}`;
    case 'paused':
      return at.sent === 0 ? '已暂停' : `已暂停，传了 ${far}`;
    case 'away':
      return `${at.words}。传了 ${far}，已试 ${at.tries} 次，会接着试`;
    case 'checking':
      return at.waiting ?? '传完了，正在检查';
    case 'refused':
      return at.message;
    case 'taken':
      return '传好了';
    case 'cancelled':
      return '不传了';
  }
}

function Line({ job, uploads }: { job: Job; uploads: Uploads }) {
  const { at, id, name, size } = job;
  const refused = at.kind === 'refused';
  return (
    <li className={refused ? 'job refused-job' : 'job'}>
      <p className="job-name">
        {refused && <Light tone="breached" />}
        <span>
          {purposeNames[job.purpose]}《{name}》
        </span>
      </p>
      {isUnderWay(job) && <progress max={size} value={at.sent} aria-label={`传《${name}》`} />}
      <p className={refused ? 'small' : 'small dim'}>{says(at, size)}</p>
      <div className="buttons">
        {canPause(job) && (
          <Button size="small" aria-label={`暂停《${name}》`} onClick={() => uploads.pause(id)}>
            暂停
          </Button>
        )}
        {at.kind === 'paused' && (
          <Button size="small" aria-label={`接着传《${name}》`} onClick={() => uploads.resume(id)}>
            接着传
          </Button>
        )}
        {isUnderWay(job) ? (
          <Button size="small" aria-label={`不传《${name}》了`} onClick={() => uploads.cancel(id)}>
            不传了
          </Button>
        ) : (
          <Button size="small" aria-label={`知道了，关上《${name}》`} onClick={() => uploads.close(id)}>
            知道了
          </Button>
        )}
      </div>
    </li>
  );
}

/** So many are drawn; the rest is a number, or a choice of 200 pictures would push everything else away. */
const shownMax = 8;

export function UploadList({ jobs, uploads }: { jobs: readonly Job[]; uploads: Uploads }) {
  if (jobs.length === 0) return null;
  // What was refused needs the reader; then what moves; then what waits.
  const rank = (job: Job) => (job.at.kind === 'refused' ? 0 : job.at.kind === 'waiting' ? 2 : 1);
  const sorted = [...jobs].sort((a, b) => rank(a) - rank(b));
  const more = sorted.length - shownMax;
  return (
    <div className="jobs">
      <ul aria-label="正在传的文件">
        {sorted.slice(0, shownMax).map((job) => (
          <Line key={job.id} job={job} uploads={uploads} />
        ))}
      </ul>
      {more > 0 && <p className="small dim">还有 {more} 个文件排在后面</p>}
    </div>
  );
}
