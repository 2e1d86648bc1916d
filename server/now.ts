/** The only place that reads the clock. `at` moves it for the world's past (world load); nothing else sets it. */
let fixed: Date | undefined;

export const now = (): Date => (fixed ? new Date(fixed) : new Date());

/** From here on every act happens at this instant, until the next call; undefined returns to the real clock. */
export function setClock(at: Date | undefined): void {
  fixed = at;
}
