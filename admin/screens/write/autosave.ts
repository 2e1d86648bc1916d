/**
 * Keeps what is typed: on this machine within a fifth of a second, on the server 1.5 s after the last change. When the
 * server is away it goes on trying, ever more slowly, and says so; the copy on this machine goes only when the server has
 * the text. What another window of the same person saved meanwhile is never overwritten unasked.
 */

import { useEffect, useMemo, useRef, useState } from 'react';
import { api, isAway, isSignedOut } from '../../api.ts';
import { type Draft, dropHere, keepHere } from '../../local.ts';
import { nowMs } from '../../now.ts';
import { sentence } from '../../parts/error-box.tsx';
import type { Here, Saving } from '../../parts/save-state.tsx';

const pause = 1_500;
/** Somebody who types without a pause is saved all the same. */
const pauseMax = 10_000;
const keepPause = 200;
const retryAfter = (tries: number) => Math.min(30_000, 2_000 * 2 ** (tries - 1));

/** What the server has from elsewhere. */
export type Theirs = { readonly draft: Draft; readonly savedAt: string };
/** What it begins with: the server's saving that the text goes on from, or one that it has parted from. */
type First = {
  readonly draft: Draft;
  readonly saving: Saving;
  readonly base?: string | undefined;
  readonly theirs?: Theirs | undefined;
};
type Tell = (saving: Saving, theirs: Theirs | undefined) => void;
const sameText = (a: Draft | undefined, b: Draft) => a?.body.html === b.body.html && a.body.title === b.body.title;
const sameTime = (a: string | undefined, b: string | undefined) =>
  a === b || (a !== undefined && b !== undefined && Date.parse(a) === Date.parse(b));

/** The saver of one draft. It lives as long as the page, and knows nothing about React. */
class Saver {
  private draft: Draft | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private onItsWay: Promise<void> | undefined;
  private tries = 0;
  /** Since when (ms) something isn't on its way to the server. */
  private unsavedFrom: number | undefined;
  private stopped = false;
  private here: Here;
  private doubtful = false;
  private isShared = false;
  private theirs: Theirs | undefined;
  /** Which saving of the server this text goes on from. */
  private base: string | undefined;
  /** What was opened or sent last, perhaps without an answer: when the server has just this, the text goes on from it. */
  private sent: Draft;
  private readonly person: string;
  private readonly id: string;
  private readonly tellAll: Tell;

  constructor(person: string, id: string, first: First, tell: Tell) {
    this.person = person;
    this.id = id;
    this.sent = first.draft;
    this.base = first.base;
    this.theirs = first.theirs;
    this.tellAll = tell;
  }

  changed(draft: Draft): void {
    this.draft = draft;
    this.keepTimer ??= setTimeout(() => void this.keep(), keepPause);
    this.tellUnsaved();
    this.unsavedFrom ??= nowMs();
    if (!this.stopped && !this.theirs) this.later(Math.min(pause, this.unsavedFrom + pauseMax - nowMs()));
  }

  /** Saves what isn't saved yet, now. */
  async now(): Promise<void> {
    clearTimeout(this.timer);
    if (this.keepTimer) void this.keep();
    await this.onItsWay;
    if (!this.draft || this.stopped || this.theirs) return;
    this.onItsWay = this.send(this.draft);
    await this.onItsWay;
    this.onItsWay = undefined;
  }

  /** Before a text is handed in: a save that comes later would bring the scratch back that the server has just cleared. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.onItsWay;
  }

  start(): void {
    this.stopped = false;
  }

  /** The server has it in another way: as a revision, or given up. */
  done(saving?: Saving): void {
    this.base = undefined;
    this.theirs = undefined;
    this.settled();
    void dropHere(this.person, this.id, true);
    if (saving) this.tell(saving);
  }

  /** While another window of the same person has it open, each saving looks first what that one saved. */
  share(isShared: boolean): void {
    this.isShared = isShared;
  }

  /** Back at the window: another one may have saved since. */
  async look(): Promise<void> {
    this.doubtful = true;
    if (this.stopped || this.theirs || this.onItsWay) return;
    try {
      await this.parted();
    } catch {
      // Away: the doubt stays, and the next saving looks again.
    }
  }

  /** The writer has chosen between the two; what stands on the page is saved from here on. */
  chosen(draft: Draft, theirs: Theirs): void {
    this.base = theirs.savedAt;
    this.theirs = undefined;
    this.changed(draft);
  }

  private async keep(): Promise<void> {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    const { draft } = this;
    if (!draft) return;
    const at = await keepHere(this.person, this.id, draft, this.base);
    this.here = at === undefined ? 'none' : { at };
    if (this.draft === draft && !this.onItsWay && this.tries === 0) this.tellUnsaved();
  }

  private later(after: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), after);
  }

  private async send(draft: Draft): Promise<void> {
    try {
      if ((this.doubtful || this.isShared) && (await this.parted())) return;
      this.tell({ kind: 'saving' });
      this.sent = draft;
      this.unsavedFrom = undefined;
      const { savedAt } = await api.content.saveScratch({ id: this.id, ...draft });
      this.tries = 0;
      this.base = savedAt;
      if (this.draft !== draft) return this.tellUnsaved();
      this.settled();
      void dropHere(this.person, this.id);
      this.tell({ kind: 'saved', at: savedAt });
    } catch (error) {
      this.failed(error);
    }
  }

  /** Whether the server has another saving than the one that this text goes on from. */
  private async parted(): Promise<boolean> {
    const { body, columnIds, savedAt } = await api.content.scratch({ id: this.id });
    this.doubtful = false;
    if (!body || !savedAt || sameTime(savedAt, this.base)) return false;
    const there = { body, columnIds };
    if (sameText(this.sent, there) || sameText(this.draft, there)) {
      this.base = savedAt;
      return false;
    }
    this.theirs = { draft: there, savedAt };
    this.tellUnsaved();
    return true;
  }

  private settled(): void {
    this.draft = undefined;
    this.here = undefined;
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
  }

  private failed(error: unknown): void {
    if (isSignedOut(error)) this.wait({ kind: 'signed-out', here: this.here });
    else if (isAway(error)) this.wait({ kind: 'away', tries: this.tries + 1, here: this.here });
    else this.tell({ kind: 'refused', message: sentence(error), here: this.here });
  }

  private wait(saving: Saving): void {
    this.tries += 1;
    this.tell(saving);
    this.later(retryAfter(this.tries));
  }

  private tellUnsaved(): void {
    this.tell({ kind: this.theirs ? 'elsewhere' : 'unsaved', here: this.here });
  }

  private tell(saving: Saving): void {
    this.tellAll(saving, this.theirs);
  }
}

export type { Saver };

export function useAutosave(person: string, id: string, first: First) {
  const [state, setState] = useState<Pick<First, 'saving' | 'theirs'>>(first);
  const alive = useRef(true);
  const begun = useRef(first);
  const saver = useMemo(
    () => new Saver(person, id, begun.current, (saving, theirs) => alive.current && setState({ saving, theirs })),
    [person, id],
  );
  useEffect(() => {
    alive.current = true;
    const leave = () => void (document.visibilityState === 'hidden' && saver.now());
    document.addEventListener('visibilitychange', leave);
    return () => {
      alive.current = false;
      document.removeEventListener('visibilitychange', leave);
      void saver.now();
    };
  }, [saver]);
  return { saver, saving: state.saving, theirs: state.theirs };
}
