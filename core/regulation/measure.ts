/** Reads quantities, word by word: `at least 2 days per week`, `5 working days`, `$promptly`. What they are: measures.ts. */

import type { Reading } from './form.ts';
import { type Amount, type Bound, bounds, type Clock, type Duration, type Period, type ValueRef } from './measures.ts';
import { hint } from './near.ts';
import { aNumber, clock, type Phrase, period as plainPeriod, time, unit } from './phrase.ts';
import type { ValueDef } from './types.ts';

type Kind = ValueDef['is'];
const kindNames: Readonly<Record<Kind, string>> = { duration: '时长', period: '周期', number: '数', clock: '时刻' };

/** `$id` where it stands here; its kind has to be one of these. */
function value(
  words: Phrase,
  reading: Reading,
  kinds: readonly Kind[],
): (ValueRef & { readonly is: Kind }) | undefined {
  if (!words.ahead.startsWith('$')) return undefined;
  const id = words.match(/^\$[\w-]+/, '$ 和待定的值的编号').slice(1);
  const known = reading.names.values;
  const is = known.get(id)?.is;
  if (!is) return words.say(`前言的 values 里没有“${id}”${hint(id, [...known.keys()])}`);
  if (kinds.includes(is)) return { value: id, is };
  return words.say(`“$${id}”是${kindNames[is]}，这里要的是${kinds.map((one) => kindNames[one]).join('或')}`);
}
const ref = ({ value: id }: ValueRef): ValueRef => ({ value: id });

export function amount(words: Phrase, reading: Reading): Amount {
  const bound = value(words, reading, ['number']);
  return bound ? ref(bound) : Number(aNumber(words));
}
export const bound = (words: Phrase): Bound => words.need(...bounds) as Bound;

/** `5 working days`, `$n days`, `$promptly`. Days and longer are whole; minutes and hours too. */
export function duration(words: Phrase, reading: Reading): Duration {
  const bound = value(words, reading, ['duration', 'number']);
  if (bound?.is === 'duration') return ref(bound);
  if (bound) return { n: ref(bound), unit: unit(words) };
  return time(words);
}

export function period(words: Phrase, reading: Reading): Period {
  const bound = value(words, reading, ['period', 'duration']);
  if (bound?.is === 'duration') {
    return words.say(`“$${bound.value}”是时长，这里要的是周期：在 values 里写 is: period`);
  }
  return bound ? ref(bound) : plainPeriod(words);
}

export function clockTime(words: Phrase, reading: Reading): Clock {
  const bound = value(words, reading, ['clock']);
  return bound ? ref(bound) : clock(words);
}
