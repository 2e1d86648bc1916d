/** File after file, with word of how far it is. Ctrl-C lets the one in hand be finished, so that nothing is left half. */
import type { Outside } from '../command.ts';

export type Whole = { readonly taken: number; readonly refused: number; readonly left: number };

/** Files after which a line of progress is due, and what counts as many. */
const step = 20;

/** `one` answers whether the file was taken. */
export async function eachFile(
  files: readonly string[],
  outside: Outside,
  one: (file: string) => Promise<boolean>,
): Promise<Whole> {
  let [taken, refused, stopped] = [0, 0, false];
  const stop = () => {
    stopped = true;
    outside.aside({ zh: '正在停：手上这个文件做完就停', en: 'stopping after the file in hand' });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    for (const file of files) {
      if (stopped) break;
      if (await one(file)) taken += 1;
      else refused += 1;
      const done = taken + refused;
      if (done % step === 0 && done < files.length) outside.aside(`${done} / ${files.length}`);
    }
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
  return { taken, refused, left: files.length - taken - refused };
}
