/** Regulations that were read in this process: weighing, adopting and describing ask for the same text one after the other. */
import { readRegulation } from '../core/regulation/read.ts';

type Read = ReturnType<typeof readRegulation>;

/** A text is some 20 KB, what is read of it some 100. */
const keptMax = 20;
const kept = new Map<string, Read>();

/** What `readRegulation` says; reading takes 0.1 to 0.4 s, and the same text always says the same. */
export function readOnce(source: string): Read {
  const known = kept.get(source);
  if (known) return known;
  const read = readRegulation(source);
  const [oldest] = kept.keys();
  if (kept.size >= keptMax && oldest !== undefined) kept.delete(oldest);
  kept.set(source, read);
  return read;
}
