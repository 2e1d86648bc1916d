/** Where pages go. Files on this machine are one target; signed bundles for other hosts become another. */

/** What is durable at the target: the log up to `to` is there, made with this fingerprint (theme, names, addresses). */
export type State = { readonly to: number; readonly fingerprint: string };

/** One tree of one site. Paths are public addresses (`/news/1.html`), bytes are not yet compressed. */
export type Target = {
  /** Written beside, then renamed; unchanged bytes are not written. `asOf` is the log's number that the page was read at:
   * a path withdrawn later than that stays withdrawn, whoever writes. Answers whether the page is there now. */
  put(path: string, bytes: Buffer, asOf: number): Promise<boolean>;
  /** No longer there: 404. */
  remove(path: string): Promise<void>;
  /** Withdrawn: 410 with this page, at once and durably, in every tree. `entry` is the withdrawal's number in the log. */
  gone(path: string, bytes: Buffer, entry: number): Promise<void>;
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
