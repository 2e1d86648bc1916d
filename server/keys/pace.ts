/**
 * How often a key may ask: at most so many requests in any 60 seconds, counted in this process without a write to the
 * database. One thread takes one after another, so that the count is exact, also 100 at once. A start of the program
 * begins anew. A refused request doesn't count: whoever waits as long as he is told is served.
 */
const windowMs = 60_000;

/** The times of the last requests, oldest at `next`: one place for each that may come in a minute. */
type Ring = { readonly times: Float64Array; next: number };

export type Pace = {
  /** Takes one place under this name. Answers 0, or how many ms to wait for the next free one. */
  take(name: string, perMinute: number, atMs: number): number;
};

export function pace(): Pace {
  const rings = new Map<string, Ring>();
  const ringOf = (name: string, size: number): Ring => {
    const known = rings.get(name);
    if (known?.times.length === size) return known;
    const fresh = { times: new Float64Array(size).fill(Number.NEGATIVE_INFINITY), next: 0 };
    rings.set(name, fresh);
    return fresh;
  };
  return {
    take: (name, perMinute, atMs) => {
      const ring = ringOf(name, perMinute);
      const waitMs = (ring.times[ring.next] ?? 0) + windowMs - atMs;
      if (waitMs > 0) return waitMs;
      ring.times[ring.next] = atMs;
      ring.next = (ring.next + 1) % perMinute;
      return 0;
    },
  };
}
