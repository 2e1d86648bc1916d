/** Like `to.push(...more)`, which breaks off when there is more than a call can carry: a paste can have 100,000 lines. */
export function addAll<T>(to: T[], more: readonly T[]): void {
  for (const one of more) to.push(one);
}
