/** Random numbers that are the same each time for one seed: the county's ids and hours. Never for a secret. */
export type Random = {
  /** From 0 on, below `below`. */
  whole(below: number): number;
  /** Shaped like a UUID v4. */
  uuid(): string;
};

/** Mulberry32: 32 bits of state are plenty for some thousand ids that only have to differ. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const hex = (digits: number): string => next().toString(16).padStart(8, '0').slice(0, digits);
  return {
    whole: (below) => next() % below,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[next() % 4]}${hex(3)}-${hex(8)}${hex(4)}`,
  };
}
