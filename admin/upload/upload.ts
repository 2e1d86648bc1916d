/**
 * One file on its way to the server: in parts, on again from where the server says, however often the line breaks; then
 * asked after until it is taken, or refused in words. It knows nothing about React, nor about the network.
 */
import { limits, type Purpose } from '../../server/contract/file-limits.ts';
import type { UploadView } from '../../server/contract/files.ts';
import { isAbsent, isAway, isSignedOut, Refused } from '../api.ts';

/** The server's three rows, and the clock. */
export type Ways = {
  begin: (asked: { id: string; purpose: Purpose; name: string; size: number }) => Promise<UploadView>;
  part: (id: string, offset: number, bytes: ArrayBuffer, signal: AbortSignal) => Promise<UploadView>;
  ask: (id: string) => Promise<UploadView>;
  /** Resolves after so many milliseconds, or at once when the signal ends it. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
  now: () => number;
};

/** Where it is. `sent`: bytes that the server has. `tries`: how often it was not taken since it last was; `words`: why. */
export type At =
  | { kind: 'waiting' | 'sending' | 'paused'; sent: number }
  | { kind: 'away'; sent: number; tries: number; words: string }
  | { kind: 'checking'; sent: number; waiting?: string }
  | { kind: 'taken'; sent: number }
  | { kind: 'refused'; sent: number; message: string }
  | { kind: 'cancelled'; sent: number };

const firstPart = 256 * 1024;
const partMin = 64 * 1024;
/** Milliseconds of one part: shorter parts show how far it is, and lose less when the line breaks. */
const [quick, slow] = [2_000, 6_000];
const retryAfter = (tries: number) => Math.min(30_000, 1_000 * 2 ** (tries - 1));
const [pollFirst, pollMax] = [300, 2_000];
/** How often the server may say another place than ours without that anything has come nearer. */
const stuckMax = 5;

const whyWaiting = (error: unknown): string =>
  isSignedOut(error) ? '登录已过期，在另一页登录后会接着传' : error instanceof Refused ? error.message : '';

/** Ended by the person: no error to be shown. */
export class Cancelled extends Error {
  constructor() {
    super('您停下了这次上传');
  }
}
const gone: NonNullable<UploadView['refused']> = {
  code: 'unreadable_file',
  message: '文件在传的时候被改动、移走或删掉了，请再选一次',
};

export class Upload {
  readonly id: string;
  readonly file: File;
  readonly purpose: Purpose;
  private readonly ways: Ways;
  private readonly tell: (at: At) => void;
  private state: At = { kind: 'waiting', sent: 0 };
  private size = firstPart;
  private tries = 0;
  private received = 0;
  private cancelled = false;
  private halted: Promise<void> | undefined;
  private goOn: () => void = () => {};
  /** Ends what is under way just now: a part, or a pause. */
  private stop = new AbortController();

  constructor(id: string, file: File, purpose: Purpose, ways: Ways, tell: (at: At) => void) {
    this.id = id;
    this.file = file;
    this.purpose = purpose;
    this.ways = ways;
    this.tell = tell;
    this.halt();
  }

  /** Begins at the first `resume`, and lasts until the server has taken it. Throws `Refused` in words, or `Cancelled`. */
  async run(): Promise<UploadView> {
    try {
      const view = await this.checked(await this.sent());
      this.to({ kind: 'taken', sent: this.file.size });
      return view;
    } catch (error) {
      if (this.cancelled) {
        this.to({ kind: 'cancelled', sent: this.received });
        throw new Cancelled();
      }
      const message = error instanceof Refused ? error.message : '页面出了错，是我们的问题，请再传一次';
      this.to({ kind: 'refused', sent: this.received, message });
      throw error;
    }
  }

  /** A person's pause, or `waiting` for its turn. */
  hold(kind: 'paused' | 'waiting'): void {
    this.halt();
    this.to({ kind, sent: this.received });
    this.interrupt();
  }

  resume(): void {
    this.halted = undefined;
    this.goOn();
  }

  /** The line is back: what waits for its next try goes on now. */
  wake(): void {
    if (this.state.kind === 'away') this.interrupt();
  }

  cancel(): void {
    this.cancelled = true;
    this.resume();
    this.interrupt();
  }

  private halt(): void {
    this.halted ??= new Promise((resolve) => {
      this.goOn = resolve;
    });
  }

  private interrupt(): void {
    this.stop.abort();
    this.stop = new AbortController();
  }

  private to(at: At): void {
    this.state = at;
    this.tell(at);
  }

  /** Sends part after part until all is there. */
  private async sent(): Promise<UploadView> {
    let view = await this.reached(() => this.begin());
    for (let stuck = 0; view.state === 'receiving'; ) {
      this.to({ kind: 'sending', sent: view.received });
      const before = view.received;
      view = await this.reached(() => this.part(before));
      stuck = view.received > before ? 0 : stuck + 1;
      if (stuck > stuckMax)
        throw new Refused(409, { code: 'stuck', message: '传不上去：服务器收不下，请过一会儿再传' });
    }
    return view;
  }

  private begin(): Promise<UploadView> {
    const { id, purpose, file } = this;
    return this.ways.begin({ id, purpose, name: file.name, size: file.size });
  }

  private async part(from: number): Promise<UploadView> {
    const bytes = await this.bytes(from);
    const startedAt = this.ways.now();
    try {
      const view = await this.ways.part(this.id, from, bytes, this.stop.signal);
      const took = this.ways.now() - startedAt;
      if (took < quick) this.size = Math.min(limits.partMax, this.size * 2);
      if (took > slow) this.size = Math.max(partMin, this.size / 2);
      return view;
    } catch (error) {
      // It has another place than ours (a part whose answer was lost), or forgot the upload: it says where to go on.
      if (error instanceof Refused && (error.status === 409 || isAbsent(error))) return this.begin();
      if (!this.halted) this.size = partMin;
      throw error;
    }
  }

  private async bytes(from: number): Promise<ArrayBuffer> {
    try {
      return await this.file.slice(from, from + this.size).arrayBuffer();
    } catch {
      throw new Refused(422, gone);
    }
  }

  /** Asks after it until its check has ended. */
  private async checked(first: UploadView): Promise<UploadView> {
    let view = first;
    for (let wait = pollFirst; view.state === 'checking'; wait = Math.min(pollMax, wait * 1.4)) {
      this.to({ kind: 'checking', sent: view.received, ...(view.waiting && { waiting: view.waiting }) });
      await this.ways.pause(wait, this.stop.signal);
      view = await this.reached(() => this.ways.ask(this.id));
    }
    if (view.state === 'taken') return view;
    throw new Refused(422, view.refused ?? { code: 'refused', message: '文件没有被收下，请再传一次' });
  }

  /** Does it until somebody answers; pauses and cancelling count in between. */
  private async reached(work: () => Promise<UploadView>): Promise<UploadView> {
    for (;;) {
      await this.mayGoOn();
      try {
        const view = await work();
        this.tries = 0;
        this.received = view.received;
        await this.mayGoOn();
        return view;
      } catch (error) {
        if (this.cancelled) throw error;
        if (!this.halted) await this.waitAfter(error);
      }
    }
  }

  private async mayGoOn(): Promise<void> {
    while (this.halted) await this.halted;
    if (this.cancelled) throw new Cancelled();
  }

  private async waitAfter(error: unknown): Promise<void> {
    const tooOften = error instanceof Refused && error.status === 429;
    if (!isAway(error) && !isSignedOut(error) && !tooOften) throw error;
    this.tries += 1;
    this.to({ kind: 'away', sent: this.received, tries: this.tries, words: whyWaiting(error) });
    await this.ways.pause(retryAfter(this.tries), this.stop.signal);
  }
}
