/** What is counted, whatever for: duties that count the same share one series of sums. */
import type { Calendar } from '../calendar.ts';
import type { Subject } from '../vocabulary/subjects.ts';
import type { Count } from './facts.ts';
import type { Planned } from './plan.ts';

/** `subject`: of which kind of things. */
export type Series = Omit<Count, 'between'> & { readonly subject: Subject };

/** What a planned duty counts; undefined for those that sums say nothing about. */
export function seriesOf({ duty: { does }, thing: { subject } }: Planned): Series | undefined {
  if (does.pattern !== 'rate' && does.pattern !== 'gap' && does.pattern !== 'due') return undefined;
  const { events, credit, lasting } = does;
  return { subject, events, in: does.in, ...(credit ? { credit } : {}), ...(lasting ? { lasting } : {}) };
}

/** The same for all that count the same, in whatever order it is written. What has to last working days asks a calendar. */
export function seriesKey(series: Series, calendar: Calendar): string {
  const days = series.lasting?.unit === 'working day' ? calendar.hash : undefined;
  return JSON.stringify({ ...series, events: series.events.toSorted(), days }, (_key, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

/** What counted, whether it lasted or not: all series that differ in nothing else take it from the same sums. */
export function wholeOf({ lasting: _, ...series }: Series): Series {
  return series;
}

/** The key of that series, by the key of one in which it has to last; its own for any other. */
export function wholeKey(key: string): string {
  const { lasting: _, days: _days, ...whole } = JSON.parse(key) as Record<string, unknown>;
  return JSON.stringify(whole);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
