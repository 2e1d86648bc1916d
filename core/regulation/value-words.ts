/** A value as an adopter sets it, in plain Chinese: `5 working days` → 5 个工作日. */

import { sayDuration, sayEach } from './measure-words.ts';
import type { PeriodName } from './measures.ts';
import { valueSaid } from './phrase.ts';
import type { ValueDef } from './types.ts';

const noNames = { value: (id: string) => id };

/** Undefined where the text is no such value. */
export function sayValue(is: ValueDef['is'], text: string): string | undefined {
  if (is === 'duration') {
    const time = valueSaid(is, text);
    return time && sayDuration(time, noNames);
  }
  const said = valueSaid(is, text);
  return is === 'period' && said !== undefined ? sayEach(said as PeriodName, noNames) : said?.toString();
}
