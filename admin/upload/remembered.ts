/**
 * Under which id a file went, for as long as this window is open. A page that is loaded anew has lost the file itself, and
 * may not read it again: chosen once more, it goes on from where the server has it.
 */
import type { Purpose } from '../../server/contract/file-limits.ts';
import type { Remembered } from './queue.ts';

type Line = { id: string; name: string; sign: string };

const signOf = (file: File, purpose: Purpose): string => [purpose, file.size, file.lastModified, file.name].join(' ');

export type Unfinished = Remembered & { readonly left: readonly string[] };

/** `left`: the names of what had not come through when the page was loaded. */
export function rememberedFor(article: string): Unfinished {
  const key = `menhu.uploads.${article}`;
  let lines = readLines(key);
  const put = (next: Line[]) => {
    lines = next;
    writeLines(key, lines);
  };
  return {
    left: lines.map((line) => line.name),
    idFor: (file, purpose) => {
      const sign = signOf(file, purpose);
      const known = lines.find((line) => line.sign === sign);
      if (known) return known.id;
      const id = crypto.randomUUID();
      put([...lines, { id, name: file.name, sign }]);
      return id;
    },
    done: (id) => put(lines.filter((line) => line.id !== id)),
  };
}

function readLines(key: string): Line[] {
  try {
    const lines: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(lines) ? (lines as Line[]) : [];
  } catch {
    return [];
  }
}

function writeLines(key: string, lines: readonly Line[]): void {
  try {
    if (lines.length > 0) sessionStorage.setItem(key, JSON.stringify(lines));
    else sessionStorage.removeItem(key);
  } catch {
    // Without it a file that is chosen again begins anew: slower, and nothing is lost.
  }
}
