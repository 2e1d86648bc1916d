/** Words for the writer above the text; each stays until it is closed. */
export type Notice = {
  readonly id: number;
  readonly tone: 'warned' | 'met';
  readonly title: string;
  readonly lines: readonly string[];
};

export class Notices {
  #all: readonly Notice[] = [];
  #count = 0;
  readonly #watchers = new Set<() => void>();

  /** The same words twice stand there once. */
  readonly tell = (title: string, lines: readonly string[] = [], tone: Notice['tone'] = 'warned'): void => {
    this.#count += 1;
    const same = (n: Notice) => n.title === title && n.lines.join('\n') === lines.join('\n');
    this.#set([...this.#all.filter((n) => !same(n)), { id: this.#count, tone, title, lines }]);
  };
  readonly close = (id: number): void => this.#set(this.#all.filter((n) => n.id !== id));
  readonly all = (): readonly Notice[] => this.#all;
  readonly watch = (does: () => void): (() => void) => {
    this.#watchers.add(does);
    return () => this.#watchers.delete(does);
  };

  #set(all: readonly Notice[]): void {
    this.#all = all;
    for (const does of this.#watchers) does();
  }
}
