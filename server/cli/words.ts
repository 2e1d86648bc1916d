/** What the command line says, each sentence whole in both languages, and in which of them a person is spoken to. */
import type { Environment } from './command.ts';

export type Both = { readonly zh: string; readonly en: string };
export type Language = keyof Both;

export const languages: readonly Language[] = ['zh', 'en'];

/** MENHU_LANG, else the locale's language for messages; where neither names one of ours, both: Chinese first. */
export function languagesOf({ MENHU_LANG, LC_ALL, LC_MESSAGES, LANG }: Environment): readonly Language[] {
  const named = MENHU_LANG || LC_ALL || LC_MESSAGES || LANG || '';
  const known = languages.filter((one) => new RegExp(`^${one}(?![a-z])`, 'i').test(named));
  return known.length > 0 ? known : languages;
}

/** A sentence for the person at the keyboard; no stack is shown with it. */
export class Said extends Error {
  readonly both: Both;
  constructor(both: Both) {
    super(both.en);
    this.both = both;
  }
}

/** The command was not understood; it ends with 2. */
export class Usage extends Said {}
