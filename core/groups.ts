/** Things by what they have in common. */

/** Adds to the list under a key. */
export function put<K, T>(lists: Map<K, T[]>, key: K, one: T): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
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
