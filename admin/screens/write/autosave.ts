/**
 * Keeps what is typed: on this machine at each change, on the server 1.5 s after the last one. When the server is away
 * it goes on trying, ever more slowly, and says so; the copy on this machine goes only when the server has the text.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { api, isAway, isSignedOut } from '../../api.ts';
import { type Draft, dropHere, keepHere } from '../../local.ts';
import { sentence } from '../../parts/error-box.tsx';
import type { Saving } from '../../parts/save-state.tsx';

const pause = 1_500;
const retryAfter = (tries: number) => Math.min(30_000, 2_000 * 2 ** (tries - 1));

type Tell = (saving: Saving) => void;

/** The saver of one draft. It lives as long as the page, and knows nothing about React. */
class Saver {
  private draft: Draft | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private onItsWay: Promise<void> | undefined;
  private tries = 0;
  private stopped = false;
  private keptHere = true;
  private readonly person: string;
  private readonly id: string;
  private readonly tell: Tell;

  constructor(person: string, id: string, tell: Tell) {
    this.person = person;
    this.id = id;
    this.tell = tell;
  }

  changed(draft: Draft): void {
    this.draft = draft;
    this.keptHere = keepHere(this.person, this.id, draft);
    this.tell({ kind: 'unsaved' });
    if (!this.stopped) this.later(pause);
  }

  /** Saves what isn't saved yet, now. */
  async now(): Promise<void> {
    clearTimeout(this.timer);
    await this.onItsWay;
    if (!this.draft || this.stopped) return;
    this.onItsWay = this.send(this.draft);
    await this.onItsWay;
    this.onItsWay = undefined;
  }

  /** Before a text is handed in: a save that comes later would bring the scratch back that the server has just cleared. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.onItsWay;
    this.draft = undefined;
  }

  start(): void {
    this.stopped = false;
  }

  /** The server has it in another way: as a revision, or given up. */
  done(saving?: Saving): void {
    this.draft = undefined;
    dropHere(this.person, this.id);
    if (saving) this.tell(saving);
  }

  private later(after: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), after);
  }

  private async send(draft: Draft): Promise<void> {
    this.tell({ kind: 'saving' });
    try {
      const { savedAt } = await api.content.saveScratch({ id: this.id, ...draft });
      this.tries = 0;
      if (this.draft !== draft) return this.tell({ kind: 'unsaved' });
      this.done({ kind: 'saved', at: savedAt });
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    if (isSignedOut(error)) this.wait({ kind: 'signed-out' });
    else if (isAway(error)) this.wait({ kind: 'away', tries: this.tries + 1, keptHere: this.keptHere });
    else this.tell({ kind: 'refused', message: sentence(error) });
  }

  private wait(saving: Saving): void {
    this.tries += 1;
    this.tell(saving);
    this.later(retryAfter(this.tries));
  }
}

export function useAutosave(person: string, id: string, first: Saving): { saver: Saver; saving: Saving } {
  const [saving, setSaving] = useState<Saving>(first);
  const alive = useRef(true);
  const saver = useMemo(() => new Saver(person, id, (s) => alive.current && setSaving(s)), [person, id]);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
      void saver.now();
    };
  }, [saver]);
  return { saver, saving };
}
export type { Saver };
