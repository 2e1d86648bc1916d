/** A rule with the values that the adopter set: `at most $cycle` becomes `at most 5 working days`. */

import { type Amount, type Clock, type Duration, isValue, others, type Period, type ValueRef } from './measures.ts';
import { valueSaid } from './phrase.ts';
import type { Binding, ValueDef } from './types.ts';

/** The same shape without any `$value` in it. */
export type Settled<T> = T extends ValueRef
  ? never
  : T extends string | number | boolean | undefined
    ? T
    : T extends readonly (infer U)[]
      ? readonly Settled<U>[]
      : { readonly [K in keyof T]: Settled<T[K]> };

type Bound = Settled<Duration> | Settled<Period> | Settled<Amount> | Settled<Clock>;

/**
 * The rule for a subject. `ids`: the subject and what it belongs to (column, site, unit), since a value may be bound for
 * each of them. Undefined where a value was not set for it: then nothing can be judged.
 */
export function settle<T>(
  rule: T,
  values: Readonly<Record<string, ValueDef>>,
  binding: Binding,
  ids: readonly string[],
): Settled<T> | undefined {
  const missing: string[] = [];
  const walk = (one: unknown): unknown => {
    if (isValue(one)) {
      const bound = boundTo(one.value, values, binding, ids);
      if (bound === undefined) missing.push(one.value);
      return bound;
    }
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, walk(part)]));
  };
  const settled = walk(rule);
  return missing.length > 0 ? undefined : (settled as Settled<T>);
}

function boundTo(
  id: string,
  values: Readonly<Record<string, ValueDef>>,
  binding: Binding,
  ids: readonly string[],
): Bound | undefined {
  const set = Object.hasOwn(binding.values, id) ? binding.values[id] : undefined;
  const own = typeof set === 'object' ? [...ids, others].find((one) => Object.hasOwn(set, one)) : undefined;
  const text = typeof set === 'string' ? set : own === undefined ? undefined : set?.[own];
  const is = values[id]?.is;
  // The adoption refused whatever doesn't fit its kind.
  return text === undefined || !is ? undefined : valueSaid(is, text);
}
