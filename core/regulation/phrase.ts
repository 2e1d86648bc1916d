/** One grammar of phrases, read word by word; a slip knows its offset in the scalar and what could stand there. */
import type { Node } from 'yaml';
import { unknownWord } from './body.ts';
import { countOf, dayIn, inWords } from './chinese.ts';
import { type Form, plainText, type Reading } from './form.ts';
import { type DurationUnit, durationUnits, type PeriodName, periodNames } from './measures.ts';

class Slip extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** A cursor over one phrase. Any run of spaces is one; of two words that could stand, name the longer first. */
export class Phrase {
  private readonly text: string;
  private offset = 0;
  /** Where the last match began. */
  private began = 0;
  constructor(text: string) {
    this.text = text;
  }
  private rest(): string {
    this.offset += /^\s*/.exec(this.text.slice(this.offset))?.[0].length ?? 0;
    return this.text.slice(this.offset);
  }
  get done(): boolean {
    return this.rest() === '';
  }
  /** What is still to be read. */
  get ahead(): string {
    return this.rest();
  }
  /** Eats one of these words if it stands here whole. */
  take(...words: readonly string[]): string | undefined {
    const rest = this.rest();
    return words.find((word) => {
      const match = new RegExp(`^${literal(word).replaceAll(' ', '\\s+')}${/\w$/.test(word) ? '(?![\\w-])' : ''}`).exec(
        rest,
      );
      if (match) this.offset += match[0].length;
      return match !== null;
    });
  }
  need(...words: readonly string[]): string {
    return this.take(...words) ?? this.fail('词', words);
  }
  /** Eats what the pattern (anchored by `^`) matches. */
  match(pattern: RegExp, what: string): string {
    const hit = pattern.exec(this.rest())?.[0];
    if (!hit) return this.fail('写法', [what]);
    this.began = this.offset;
    this.offset += hit.length;
    return hit;
  }
  /** Reads a part of what was matched last as a phrase of its own. */
  within<T>(part: string, parse: (words: Phrase) => T): T {
    const words = new Phrase(part);
    const at = this.began + this.text.slice(this.began).indexOf(part);
    try {
      const value = parse(words);
      if (!words.done) words.fail('这里该有的内容', ['（到此为止）']);
      return value;
    } catch (error) {
      throw error instanceof Slip ? new Slip(error.message, at + error.offset) : error;
    }
  }
  fail(what: string, allowed: readonly string[]): never {
    const here = /^[^\s,[\]]+/.exec(this.rest())?.[0] ?? '（到此为止）';
    throw new Slip(unknownWord(here, what, allowed), this.offset);
  }
  /** Says something about what was matched last. */
  say(message: string): never {
    throw new Slip(message, this.began);
  }
}

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\%]/g, '\\$&');

/** A form whose value is a phrase; what is left over at its end is a fault. */
export function phrase<T>(shows: string, parse: (words: Phrase, reading: Reading) => T): Form<T> {
  return { shows, read: (node, reading) => readPhrase(node, reading, shows, parse) };
}

function readPhrase<T>(
  node: Node,
  reading: Reading,
  shows: string,
  parse: (words: Phrase, reading: Reading) => T,
): T | undefined {
  const text = plainText(node, reading, shows);
  if (text === undefined) return undefined;
  const words = new Phrase(text);
  try {
    const value = parse(words, reading);
    if (!words.done) words.fail('这里该有的内容', ['（到此为止）']);
    return value;
  } catch (error) {
    if (!(error instanceof Slip)) throw error;
    reading.fault(node, error.message + inChinese(text, shows), error.offset);
    return undefined;
  }
}

/** A phrase that was written in Chinese: how the whole is written, and what it probably means. */
function inChinese(text: string, shows: string): string {
  if (!/\p{Script=Han}/u.test(text)) return '';
  const isDay = shows.includes('YYYY');
  const near = shows === numberShows ? countOf(text) : isDay ? dayIn(text) : inWords(text);
  const meant = near === undefined ? '' : `；是不是“${near}”？`;
  return isDay ? meant : `；整个写法是：${shows}${meant}`;
}
const numberShows = '数，如 5';

const longestFirst = (words: readonly string[]): readonly string[] => words.toSorted((a, b) => b.length - a.length);
const unitWords = longestFirst(durationUnits.flatMap((unit) => [`${unit}s`, unit]));
const periodWords = longestFirst(periodNames);

export const aNumber = (words: Phrase): string => words.match(/^\d+(\.\d+)?(?![\d.])/, '阿拉伯数字');

/** In the singular, however it is written. */
export const unit = (words: Phrase): DurationUnit => words.need(...unitWords).replace(/s$/, '') as DurationUnit;

/** `5 working days`, `24 hours`: whole. */
export function time(words: Phrase): { readonly n: number; readonly unit: DurationUnit } {
  const n = Number(aNumber(words));
  return Number.isInteger(n) ? { n, unit: unit(words) } : words.say('时长要写整数');
}
/** The same as it is kept where only people read it. */
export function duration(words: Phrase): string {
  const { n, unit: of } = time(words);
  return `${n} ${of}${n === 1 ? '' : 's'}`;
}
export const period = (words: Phrase): PeriodName => words.need(...periodWords) as PeriodName;
export const clock = (words: Phrase): string => words.match(/^([01]\d|2[0-3]):[0-5]\d(?!\d)/, 'HH:MM');

/** A number that stands alone. */
export const number: Form<number> = phrase('N', (words) => Number(aNumber(words)));

const valuePhrases = { duration: time, period, number: (words: Phrase) => Number(aNumber(words)), clock } as const;
type Said = { readonly [K in keyof typeof valuePhrases]: ReturnType<(typeof valuePhrases)[K]> };

/** A value of the front matter, as text that fits its type. */
export const valueForms = {
  duration: phrase('时长，如 5 working days', time),
  period: phrase('周期，如 month', period),
  number: phrase(numberShows, aNumber),
  clock: phrase('时刻，如 15:00', clock),
} as const;

/** What this text says, read as such a value; undefined where it says none. */
export function valueSaid<K extends keyof Said>(is: K, text: string): Said[K] | undefined {
  const read = readValue(is, text);
  return 'value' in read ? read.value : undefined;
}

/** Why this text is no such value: 时长要写整数; undefined where it is one. */
export function valueFault(is: keyof Said, text: string): string | undefined {
  const read = readValue(is, text);
  return 'fault' in read ? read.fault : undefined;
}

function readValue<K extends keyof Said>(is: K, text: string): { value: Said[K] } | { fault: string } {
  const words = new Phrase(text);
  try {
    const value = valuePhrases[is](words) as Said[K];
    if (!words.done) words.fail('这里该有的内容', ['（到此为止）']);
    return { value };
  } catch (error) {
    if (error instanceof Slip) return { fault: error.message + inChinese(text, valueForms[is].shows) };
    throw error;
  }
}
