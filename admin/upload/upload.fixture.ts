/** A server of uploads in memory that can be made to break, and a clock that doesn't wait. */
import { limits, type Purpose } from '../../server/contract/file-limits.ts';
import type { UploadView } from '../../server/contract/files.ts';
import { Refused } from '../api.ts';
import { Uploads } from './queue.ts';
import { type At, Upload, type Ways } from './upload.ts';

type Kept = { view: UploadView; bytes: Blob };
const away = () => new Refused(0, { code: 'away', message: '连不上服务器' });

export class FakeServer {
  readonly kept = new Map<string, Kept>();
  /** What happens to the next asks, in turn; when it is empty all goes well. */
  readonly script: Array<'away' | 'lost answer' | 'forgotten' | Refused> = [];
  readonly offsets: number[] = [];
  readonly pauses: number[] = [];
  /** How often it says `checking` before it has taken a file. */
  checks = 0;
  end: Partial<UploadView> = { state: 'taken' };
  /** Called before each part is taken. */
  onPart: (id: string) => void = () => {};
  atOnce = 0;
  atOnceMost = 0;

  readonly ways: Ways = {
    begin: async ({ id, purpose, name, size }) => {
      this.breaks(id);
      const fresh: UploadView = { id, purpose, name, size, received: 0, state: 'receiving' };
      const kept = this.kept.get(id) ?? { view: fresh, bytes: new Blob() };
      this.kept.set(id, kept);
      return kept.view;
    },
    part: (id, offset, bytes, signal) => this.part(id, offset, bytes, signal),
    ask: async (id) => {
      this.breaks(id);
      return this.checked(this.of(id));
    },
    pause: async (ms) => void this.pauses.push(ms),
    now: () => 0,
  };

  private async part(id: string, offset: number, bytes: ArrayBuffer, signal: AbortSignal): Promise<UploadView> {
    this.atOnce += 1;
    this.atOnceMost = Math.max(this.atOnceMost, this.atOnce);
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.atOnce -= 1;
    this.onPart(id);
    if (signal.aborted) throw away();
    const lost = this.script[0] === 'lost answer';
    if (lost) this.script.shift();
    else this.breaks(id);
    const kept = this.of(id);
    this.offsets.push(offset);
    if (bytes.byteLength > limits.partMax) throw new Refused(413, { code: 'too_big', message: '太大' });
    if (offset !== kept.view.received) throw new Refused(409, { code: 'offset', message: '不是这一段' });
    kept.bytes = new Blob([kept.bytes, bytes]);
    const received = offset + bytes.byteLength;
    const all = received === kept.view.size;
    kept.view = { ...kept.view, received, state: all ? 'checking' : 'receiving' };
    if (lost) throw away();
    return all ? this.checked(kept) : kept.view;
  }

  private checked(kept: Kept): UploadView {
    if (kept.view.state !== 'checking') return kept.view;
    if (this.checks > 0) this.checks -= 1;
    else kept.view = { ...kept.view, ...this.end };
    return kept.view;
  }

  private of(id: string): Kept {
    const kept = this.kept.get(id);
    if (!kept) throw new Refused(404, { code: 'not_found', message: '没有这个上传' });
    return kept;
  }

  private breaks(id: string): void {
    const next = this.script.shift();
    if (next === 'forgotten') this.kept.delete(id);
    else if (next) throw next instanceof Refused ? next : away();
  }
}

/** Bytes that differ from place to place, so that a part in the wrong place is seen. */
export const fileOf = (size: number, name = '通知.pdf'): File =>
  new File([Uint8Array.from({ length: size }, (_, n) => (n * 7 + (n >> 8)) % 251)], name);

export function start(server: FakeServer, file: File, purpose: Purpose = 'attachment') {
  const said: At[] = [];
  const upload = new Upload('a', file, purpose, server.ways, (at) => said.push(at));
  const done = upload.run();
  done.catch(() => {});
  upload.resume();
  return { upload, done, said };
}

export function queue(server: FakeServer): Uploads {
  let n = 0;
  const known = new Map<File, string>();
  return new Uploads(server.ways, {
    idFor: (file) => {
      const id = known.get(file) ?? `u${n++}`;
      known.set(file, id);
      return id;
    },
    done: () => {},
  });
}

/** Of the bytes: comparing millions of numbers one by one takes a test half a minute. */
export async function sumOf(blob: Blob | undefined): Promise<string> {
  const sum = await crypto.subtle.digest('SHA-256', (await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
  return Array.from(new Uint8Array(sum), (n) => n.toString(16).padStart(2, '0')).join('');
}
