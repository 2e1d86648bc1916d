/**
 * Operators' log: one JSON line each on stderr. Control, line-separating and bidi characters are escaped, so that no
 * input forges a line (C7). Of a database error only code, table and constraint are said: its detail can carry a citizen's text.
 */
import { now } from './now.ts';

const unsafe = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu;
const escapeChar = (c: string): string => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

export const logLine = (
  level: 'info' | 'warn' | 'error',
  what: string,
  more: Readonly<Record<string, string | number>> = {},
): string => JSON.stringify({ at: now().toISOString(), level, what, ...more }).replace(unsafe, escapeChar);

export function log(
  level: 'info' | 'warn' | 'error',
  what: string,
  more: Readonly<Record<string, string | number>> = {},
): void {
  process.stderr.write(`${logLine(level, what, more)}\n`);
}

/** What may be said of an error. */
export function aboutError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  const database = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    ...(database
      ? {}
      : {
          error: error.message.slice(0, 300),
          stack: (error.stack ?? '').split('\n').slice(1, 4).join(' ').slice(0, 600),
        }),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
  };
}
