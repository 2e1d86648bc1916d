/** Pieces that every explanation has. */
import type { LawView } from '../../contract/views.ts';

/** `lines`: for people. The rest is printed by --json as it is. */
export type Explained = { readonly kind: string; readonly lines: readonly string[] } & Readonly<
  Record<string, unknown>
>;

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
/** 2026-11-26 09:40, local. */
export const when = (at: Date | string): string => day.format(new Date(at));

/** The article, and its words below it. */
export const lawLines = (law: LawView, indent = '  '): readonly string[] => [
  `${indent}依据 ${law.cite}（${law.clause}）`,
  ...law.text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [`${indent}  ${line.trim()}`])),
];

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
