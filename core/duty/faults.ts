/** One cause, one fault. Language page, section 6. */
import type { Line } from './lines.ts';

/**
 * Of lines that stand together (one sheet): those that another covers, each with the one that counts. Two breaches have one
 * cause where they are about one thing, rest on a same event, and their times overlap. `weightOf`: what the breach costs; the
 * larger counts, of equal ones that which began first. Both verdicts stand as they are.
 */
export function covered(lines: readonly Line[], weightOf: (line: Line) => number): ReadonlyMap<Line, Line> {
  const breaches = lines
    .filter(({ verdict }) => verdict.status === 'breached')
    .toSorted((a, b) => weightOf(b) - weightOf(a) || (a.verdict.from < b.verdict.from ? -1 : 1));
  const found = new Map<Line, Line>();
  for (const line of breaches) {
    const larger = breaches.find(
      (one) => one !== line && !found.has(one) && isBefore(one, line, breaches) && isOneCause(one, line),
    );
    if (larger) found.set(line, larger);
  }
  return found;
}

const isBefore = (a: Line, b: Line, all: readonly Line[]): boolean => all.indexOf(a) < all.indexOf(b);

function isOneCause(a: Line, b: Line): boolean {
  const [one, other] = [a.verdict, b.verdict];
  const events = new Set(one.rests);
  return (
    a.thing.subject === b.thing.subject &&
    a.thing.id === b.thing.id &&
    other.rests.some((seq) => events.has(seq)) &&
    one.from < other.to &&
    other.from < one.to
  );
}
