/** Counts what could not stay, in the order in which it was met. */
export class Losses {
  readonly #counts = new Map<string, number>();
  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }
  /** 脚本（2 处） */
  say(): readonly string[] {
    return [...this.#counts].map(([what, times]) => `${what}（${times} 处）`);
  }
}
