/** Work in turn: one at a time under each key, and at most so many in all. */

/** The work of one key never overlaps itself, even when whoever asked for it has been told that it takes too long. */
export function turns(atOnce: number) {
  const last = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let free = atOnce;
  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(key);
    let over = () => {};
    const mine = new Promise<void>((resolve) => {
      over = resolve;
    });
    last.set(key, mine);
    await before;
    await enter();
    try {
      return await work();
    } finally {
      leave();
      over();
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
