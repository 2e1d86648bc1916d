/** What a bench gives back. */

/** `value` is the median of the rounds, `min` and `max` their range; `unit` is written out: ms, /s, KB gz. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  readonly rounds?: number;
  readonly note?: string;
};
export type Bench = () => Promise<readonly Figure[]>;

/** The value below which a share of the sorted measurements lies: 0.5 is the median, 0.99 the slow end. Throws on none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  const value = sorted[at];
  if (value === undefined) throw new Error('no measurement');
  return value;
}

/** Median and range of several rounds of one measurement. */
export const ofRounds = (name: string, unit: string, values: readonly number[]): Figure => ({
  name,
  unit,
  value: quantile(values, 0.5),
  min: Math.min(...values),
  max: Math.max(...values),
  rounds: values.length,
});
