/** The files of one writing page on their way: at most three at once, the rest in turn. What was refused stays to be read. */
import type { Purpose } from '../../server/contract/file-limits.ts';
import type { UploadView } from '../../server/contract/files.ts';
import { Refused } from '../api.ts';
import { queueMax, refusalOf } from './check.ts';
import { type At, Cancelled, Upload, type Ways } from './upload.ts';

const atOnce = 3;

export type Job = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly purpose: Purpose;
  readonly at: At;
};
type Entry = { job: Job; upload: Upload };
/** Remembers under which id a file went, for as long as the window is open: chosen again after a reload, it goes on. */
export type Remembered = {
  idFor: (file: File, purpose: Purpose) => string;
  done: (id: string) => void;
};

const refused = (message: string) => new Refused(422, { code: 'not_sent', message });

export class Uploads {
  private entries: readonly Entry[] = [];
  private shown: readonly Job[] = [];
  /** Who has a turn now, and who waits for one. A paused file has none, so that it holds nobody up. */
  private readonly turns = new Set<string>();
  private readonly line: string[] = [];
  private left = false;
  private readonly listeners = new Set<() => void>();
  private readonly ways: Ways;
  private readonly remembered: Remembered;

  constructor(ways: Ways, remembered: Remembered) {
    this.ways = ways;
    this.remembered = remembered;
  }

  /** What is on its way or was refused, in the order of asking. The same array until something changes. */
  readonly jobs = (): readonly Job[] => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Sends one file. Throws `Refused` with the reason, or `Cancelled` (also by the signal); the list shows how it goes. */
  async send(
    file: File,
    purpose: Purpose,
    tell: (at: At) => void = () => {},
    signal?: AbortSignal,
  ): Promise<UploadView> {
    const why = refusalOf(file, purpose) ?? this.full();
    const id = this.remembered.idFor(file, purpose);
    const same = this.entries.find((e) => e.job.id === id && isUnderWay(e.job));
    if (same) throw refused(`《${file.name}》已经在传`);
    // Tried once more: what was said of the last time is over.
    for (const old of this.entries) if (old.upload.file === file && !isUnderWay(old.job)) this.close(old.job.id);
    signal?.addEventListener('abort', () => this.drop(id));
    const upload = new Upload(id, file, purpose, this.ways, (at) => {
      this.change(id, at);
      tell(at);
    });
    const at: At = why ? { kind: 'refused', sent: 0, message: why } : { kind: 'waiting', sent: 0 };
    this.put([...this.entries, { upload, job: { id, name: file.name, size: file.size, purpose, at } }]);
    if (why) throw refused(why);
    this.lineUp(id);
    return this.run(upload);
  }

  pause(id: string): void {
    const entry = this.of(id);
    if (!entry || !canPause(entry.job)) return;
    entry.upload.hold('paused');
    this.stepOut(id);
  }

  resume(id: string): void {
    const entry = this.of(id);
    if (entry?.job.at.kind !== 'paused') return;
    entry.upload.hold('waiting');
    this.lineUp(id);
  }

  cancel(id: string): void {
    this.of(id)?.upload.cancel();
  }

  private drop(id: string): void {
    const entry = this.of(id);
    if (entry && isUnderWay(entry.job)) entry.upload.cancel();
    else this.close(id);
  }

  /** Takes what has ended out of the list. */
  close(id: string): void {
    if (this.of(id)) this.put(this.entries.filter((e) => e.job.id !== id));
  }

  /** The line is back. */
  readonly wake = (): void => {
    for (const { upload } of this.entries) upload.wake();
  };

  /** The page is left: what is under way stops, and goes on when the same file is chosen again. */
  end(): void {
    this.left = true;
    for (const { upload, job } of this.entries) if (isUnderWay(job)) upload.cancel();
  }

  private async run(upload: Upload): Promise<UploadView> {
    try {
      const view = await upload.run();
      this.close(upload.id);
      return view;
    } catch (error) {
      if (error instanceof Cancelled) this.close(upload.id);
      throw error;
    } finally {
      if (!this.left) this.remembered.done(upload.id);
      this.stepOut(upload.id);
    }
  }

  private lineUp(id: string): void {
    this.line.push(id);
    this.next();
  }

  private stepOut(id: string): void {
    this.turns.delete(id);
    if (this.line.includes(id)) this.line.splice(this.line.indexOf(id), 1);
    this.next();
  }

  private next(): void {
    while (this.turns.size < atOnce && this.line.length > 0) {
      const id = this.line.shift()!;
      this.turns.add(id);
      this.of(id)?.upload.resume();
    }
  }

  private full(): string | undefined {
    const waiting = this.entries.filter((e) => isUnderWay(e.job)).length;
    return waiting >= queueMax ? `没有传：一次最多排 ${queueMax} 个文件，等前面的传完再选` : undefined;
  }

  private of(id: string): Entry | undefined {
    return this.entries.find((e) => e.job.id === id);
  }

  private change(id: string, at: At): void {
    this.put(this.entries.map((e) => (e.job.id === id ? { ...e, job: { ...e.job, at } } : e)));
  }

  private put(entries: readonly Entry[]): void {
    this.entries = entries;
    this.shown = entries.map((e) => e.job);
    for (const listener of this.listeners) listener();
  }
}

const ended: readonly At['kind'][] = ['taken', 'refused', 'cancelled'];
export const isUnderWay = (job: Job): boolean => !ended.includes(job.at.kind);
const pausable: readonly At['kind'][] = ['waiting', 'sending', 'away'];
export const canPause = (job: Job): boolean => pausable.includes(job.at.kind);
