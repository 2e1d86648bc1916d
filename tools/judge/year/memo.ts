/** What was found once of a history is kept: the judge asks for the same again for each line. */
import type { History } from './history.ts';

const kept = new WeakMap<History, Map<string, unknown>>();

export function once<T>(history: History, key: string, find: () => T): T {
  const known = kept.get(history) ?? new Map<string, unknown>();
  kept.set(history, known);
  if (!known.has(key)) known.set(key, find());
  return known.get(key) as T;
}
