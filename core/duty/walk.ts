/** What counted, instant by instant: a gap asks only for the last day on which something is left, and how much there was. */
import { type Day, startOf } from '../day.ts';
import type { Tally } from './verdict.ts';

/** From when on it is known: what a merger brought, from the midnight of that day. */
export const knownAt = ({ firstAt, knownOn }: Tally): number => Math.max(firstAt, startOf(knownOn));

/**
 * Goes forward through what counted: no instant may be before the one asked for last. `lastOn`: the last day on which
 * something is left. `upTo`: what a gap is judged by then, as by all that is known: that day, what came after it and counts
 * no more, and one sum for all before. Whoever goes through thousands of events doesn't look back at all of them each time.
 */
export type Walk = {
  readonly lastOn: (now: number) => Day | undefined;
  readonly upTo: (now: number) => readonly Tally[];
};

export function walking(tallies: readonly Tally[]): Walk {
  const order = inOrder(tallies);
  const days: Counted[] = [];
  let [passed, total] = [0, 0];
  const pass = (tally: Tally): void => {
    const day = dayIn(days, tally.on);
    day.n += tally.n;
    day.tallies.push(tally);
    total += tally.n;
  };
  const lastAt = (now: number): number => {
    for (let next = order[passed]; next && knownAt(next) <= now; next = order[passed]) {
      pass(next);
      passed++;
    }
    return days.findLastIndex(({ n }) => n > 0);
  };
  // Where nothing was taken back or came from a merger, and nothing came late, it is the day of the last one that is known.
  const isPlain = order === tallies && tallies.every(({ n, on, knownOn }) => n > 0 && on === knownOn);
  let seen = 0;
  const lastSeen = (now: number): Day | undefined => {
    while ((order[seen]?.firstAt ?? Number.POSITIVE_INFINITY) <= now) seen++;
    return order[seen - 1]?.on;
  };
  return {
    lastOn: isPlain ? lastSeen : (now) => days[lastAt(now)]?.on,
    upTo: (now) => {
      const near = days.slice(Math.max(lastAt(now), 0));
      const before = near.reduce((sum, { n }) => sum - n, total);
      const few = near.flatMap((day) => day.tallies);
      // As they were given, which is the order of the log.
      const told = order === tallies ? few : tallies.filter((one) => few.includes(one));
      return before === 0 ? told : [{ ...longAgo, n: before }, ...told];
    },
  };
}

const never: Day = '0000-01-01';
const longAgo = { on: never, knownOn: never, firstAt: startOf(never), lastAt: startOf(never) };

type Counted = { readonly on: Day; n: number; readonly tallies: Tally[] };

/** They come nearly in order: looked for from the end. */
function dayIn(days: Counted[], on: Day): Counted {
  let place = days.length;
  while (place > 0 && (days[place - 1] as Counted).on > on) place--;
  const found = days[place - 1];
  if (found?.on === on) return found;
  const day: Counted = { on, n: 0, tallies: [] };
  days.splice(place, 0, day);
  return day;
}

/** The same list where nothing came late. */
function inOrder(tallies: readonly Tally[]): readonly Tally[] {
  const isInOrder = tallies.every((one, i) => i === 0 || knownAt(tallies[i - 1] as Tally) <= knownAt(one));
  return isInOrder ? tallies : tallies.toSorted((a, b) => knownAt(a) - knownAt(b));
}
