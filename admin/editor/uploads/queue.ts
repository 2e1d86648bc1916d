/** Files on their way to the server: three at a time, each watched, stopped and tried again by itself. */
import type { FileView } from '../../../server/contract/files.ts';
import type { Upload } from '../props.ts';

export type State =
  | { readonly is: 'waiting' }
  | { readonly is: 'sending'; readonly part: number; readonly words?: string | undefined }
  | { readonly is: 'failed'; readonly message: string }
  | { readonly is: 'stopped' }
  | { readonly is: 'done'; readonly file: FileView };

export type Purpose = 'picture' | 'attachment';
export type Entry = {
  readonly id: string;
  readonly file: File;
  readonly purpose: Purpose;
  /** What the picture was said to show where it came from. */
  readonly alt: string;
  state: State;
  abort: AbortController;
};

const atOnce = 3;

export class Queue {
  readonly #entries = new Map<string, Entry>();
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #upload: () => Upload;
  readonly #onDone: (id: string) => void;
  #running = 0;
  #count = 0;
  #closed = false;

  /** `upload` is asked for each time: the screen may bring a new one with each rendering. */
  constructor(upload: () => Upload, onDone: (id: string) => void) {
    this.#upload = upload;
    this.#onDone = onDone;
  }

  add(file: File, purpose: Purpose, alt = ''): string {
    this.#count += 1;
    const id = `upload-${this.#count}`;
    this.#entries.set(id, { id, file, purpose, alt, state: { is: 'waiting' }, abort: new AbortController() });
    // The place is put into the text first.
    queueMicrotask(() => this.#next());
    return id;
  }
  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }
  /** Calls back on each change; answers how to end that. */
  watch(id: string, does: () => void): () => void {
    const all = this.#watchers.get(id) ?? new Set();
    this.#watchers.set(id, all.add(does));
    return () => all.delete(does);
  }

  stop(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry || entry.state.is === 'done') return;
    this.#set(entry, { is: 'stopped' });
    entry.abort.abort();
  }
  again(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry || (entry.state.is !== 'failed' && entry.state.is !== 'stopped')) return;
    entry.abort = new AbortController();
    this.#set(entry, { is: 'waiting' });
    this.#next();
  }
  /** Their places left the text: nobody waits for them any more. Undo can bring the place back, and `again` the upload. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const [id, { state }] of this.#entries)
      if (!ids.has(id) && (state.is === 'waiting' || state.is === 'sending')) this.stop(id);
  }
  close(): void {
    this.#closed = true;
    this.keepOnly(new Set());
  }

  #set(entry: Entry, state: State): void {
    entry.state = state;
    for (const does of this.#watchers.get(entry.id) ?? []) does();
  }

  #next(): void {
    while (this.#running < atOnce && !this.#closed) {
      const entry = [...this.#entries.values()].find(({ state }) => state.is === 'waiting');
      if (!entry) return;
      this.#running += 1;
      this.#set(entry, { is: 'sending', part: 0 });
      void this.#send(entry).finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
  }

  async #send(entry: Entry): Promise<void> {
    const { abort } = entry;
    const isStale = () => abort.signal.aborted || this.#closed;
    const onProgress = (part: number, words?: string) => {
      if (!isStale()) this.#set(entry, { is: 'sending', part, words });
    };
    try {
      const file = await this.#upload()(entry.file, entry.purpose, { onProgress, signal: abort.signal });
      if (isStale()) return;
      this.#set(entry, { is: 'done', file });
      this.#onDone(entry.id);
    } catch (error) {
      // Whatever went wrong is said at the place of the file; a stopped one says that already.
      if (!isStale())
        this.#set(entry, { is: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }
}
