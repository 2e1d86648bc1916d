/** At most so many at once; whoever waits is served in turn, person by person, so that 200 files of one delay nobody long. */

export function fairQueue(atOnce: number) {
  /** In the order in which they are next; each with what they still wait for. */
  const waiting = new Map<string, (() => void)[]>();
  let running = 0;

  function next(): void {
    const [person, line] = waiting.entries().next().value ?? [];
    if (running >= atOnce || person === undefined || line === undefined) return;
    const start = line.shift();
    // To the end, if more of theirs is left.
    waiting.delete(person);
    if (line.length > 0) waiting.set(person, line);
    running += 1;
    start?.();
  }

  return async <T>(person: string, work: () => Promise<T>): Promise<T> => {
    await new Promise<void>((start) => {
      waiting.set(person, [...(waiting.get(person) ?? []), start]);
      next();
    });
    try {
      return await work();
    } finally {
      running -= 1;
      next();
    }
  };
}
