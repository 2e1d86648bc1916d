/** What is counted, whatever for: duties that count the same share one series of sums. */
import type { Counting } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import type { Subject } from '../vocabulary/subjects.ts';
import type { Planned } from './plan.ts';

/** `subject`: of which kind of things. */
export type Series = Settled<Counting> & { readonly subject: Subject };

/** What a planned duty counts; undefined for those that sums say nothing about. */
export function seriesOf({ duty: { does }, thing: { subject } }: Planned): Series | undefined {
  if (does.pattern !== 'rate' && does.pattern !== 'gap' && does.pattern !== 'due') return undefined;
  const { events, credit, lasting } = does;
  return { subject, events, in: does.in, ...(credit ? { credit } : {}), ...(lasting ? { lasting } : {}) };
}

/** The same for all that count the same, in whatever order it is written. */
export const seriesKey = (series: Series): string =>
  JSON.stringify({ ...series, events: series.events.toSorted() }, (_key, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value,
  );

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
