/** The browser's clock: read here and nowhere else in the console. */

/** Milliseconds since 1970. */
export const nowMs = (): number => Date.now();

/** Milliseconds that only ever grow, for measuring how long something took. */
export const elapsedMs = (): number => performance.now();
