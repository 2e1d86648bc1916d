/** How much, how long, how often: the quantities of the language as plain data. `value`: bound at adoption (及时, 定期). */
import type { Duration as PlainDuration } from '../duration.ts';
import type { Period as PeriodName } from '../period.ts';

/** A value of the front matter, by its id; written `$id`. */
export type ValueRef = { readonly value: string };
/** Not negative. */
export type Amount = number | ValueRef;

export const bounds = ['at least', 'at most', 'above', 'below', 'exactly'] as const;
export type Bound = (typeof bounds)[number];

/** `minute` and `hour` run by the clock, through nights and holidays; the others are local days. */
export type DurationUnit = PlainDuration['unit'];
export const durationUnits = [
  'minute',
  'hour',
  'day',
  'working day',
  'week',
  'month',
  'year',
] as const satisfies readonly DurationUnit[];
export type Duration = ValueRef | { readonly n: Amount; readonly unit: DurationUnit };

export const periodNames = [
  'day',
  'working day',
  'week',
  'half-month',
  'month',
  'quarter',
  'half-year',
  'year',
] as const satisfies readonly PeriodName[];
export type { PeriodName };
export type Period = PeriodName | ValueRef;

/** A time of the day, HH:MM from 00:00 to 23:59. */
export type Clock = string | ValueRef;

export const isValue = (one: unknown): one is ValueRef => typeof one === 'object' && one !== null && 'value' in one;

/** Exact by the clock, and not by the calendar. */
export const isExact = (unit: DurationUnit): unit is 'minute' | 'hour' => unit === 'minute' || unit === 'hour';

/** Of values bound one by one, in the place of an id: what holds for all that have none of their own. */
export const others = '*';
