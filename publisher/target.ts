/** Where pages go. Files on this machine are one target; signed bundles for other hosts become another. */

import type { Piece, PublicFile } from './page/rows.ts';

/** What is durable at the target: the log up to `to` is there, made with this fingerprint (theme, names, addresses). */
export type State = { readonly to: number; readonly fingerprint: string };

/**
 * A file that is no longer public. `entry`: the log's last number that speaks of an article which once named it, so that
 * nobody who read the log before it puts the file back. `page`: the 410 page of what was withdrawn; null: 404.
 */
export type Taken = { readonly id: string; readonly entry: number; readonly page: Buffer | null };

/** One tree of one site. Paths are public addresses (`/news/1.html`), bytes are not yet compressed. */
export type Target = {
  /** Written beside, then renamed; unchanged bytes are not written. `asOf` is the log's number that the page was read at:
   * a path withdrawn later than that stays withdrawn, whoever writes. Answers whether the page is there now. */
  put(path: string, bytes: Buffer, asOf: number): Promise<boolean>;
  /** No longer there: 404. */
  remove(path: string): Promise<void>;
  /** Withdrawn: 410 with this page, at once and durably, in every tree. `entry` is the withdrawal's number in the log. */
  gone(path: string, bytes: Buffer, entry: number): Promise<void>;
  /**
   * A picture or attachment, outside the trees: whole before this resolves, durable with `commit`. `read` is asked only for
   * what isn't there, or isn't what it should be. False: it was taken away at `asOf` or later, and stays away.
   */
  putFile(file: PublicFile, asOf: number, read: (piece: Piece) => Promise<Buffer>): Promise<boolean>;
  /** At once and durably; each file goes even when its marker can't be written, and then the first error is thrown. */
  takeFiles(files: readonly Taken[]): Promise<void>;
  /** Every file of the site but these (id → names of its pieces) goes: what lies there and nobody put there. */
  keepOnly(files: ReadonlyMap<string, ReadonlySet<string>>): Promise<void>;
  /** All that was put is durable, then the state; a fresh tree becomes the live one. */
  commit(state: State): Promise<void>;
};

export type SiteTarget = {
  /** Undefined when nothing was ever committed. */
  state(): Promise<State | undefined>;
  readonly live: Target;
  /** A new empty tree beside the live one; earlier unfinished ones are cleared away. */
  fresh(): Promise<Target>;
};

export type Cluster = {
  site(label: string): SiteTarget;
  /** Host name (no port) → site label: how the edge finds the site of a request. */
  hosts(table: Readonly<Record<string, string>>): Promise<void>;
};
