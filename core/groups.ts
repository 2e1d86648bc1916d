/** Things by what they have in common. */

/** Adds to the list under a key. */
export function put<K, T>(lists: Map<K, T[]>, key: K, one: T): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

/** Those that fit: the same list where all do, so that a year judged piece by piece isn't copied at every step. */
export const those = <T>(all: readonly T[], fits: (one: T) => boolean): readonly T[] =>
  all.every(fits) ? all : all.filter(fits);

type Kept<K, T> = { readonly get: (key: K) => T | undefined; readonly set: (key: K, one: T) => unknown };

/** What is under a key, made when it is first asked for. */
export function kept<K, T extends {}>(known: Kept<K, T>, key: K, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** Groups in the order in which each was first met; within each the order of `all`. */
export function groups<K, T>(all: Iterable<T>, key: (one: T) => K): Map<K, T[]> {
  const lists = new Map<K, T[]>();
  for (const one of all) put(lists, key(one), one);
  return lists;
}
export const grouped = <T>(all: Iterable<T>, key: (one: T) => string): readonly (readonly T[])[] => [
  ...groups(all, key).values(),
];
