/**
 * Canonical JSON (RFC 8785) for everything that is hashed: the same value always gives the same bytes.
 * Refused, with the path to it: NUL and lone surrogates (PostgreSQL can't keep the one, UTF-8 the other), `undefined`
 * in lists, numbers (they go in as text, since 1.0 and 1 must not be two hashes). Keys with `undefined` are left out.
 */
import canonicalize from 'canonicalize';

export type Plain = string | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined };

export class NotCanonical extends Error {
  readonly path: string;
  constructor(path: string, what: string) {
    super(`${path || 'value'}: ${what}`);
    this.path = path;
  }
}

/** What is wrong with a text that is to be kept, or undefined. */
export function badText(text: string): 'nul' | 'surrogate' | undefined {
  if (text.includes('\u0000')) return 'nul';
  return text.isWellFormed() ? undefined : 'surrogate';
}

function check(value: unknown, path: string): void {
  if (typeof value === 'string') {
    const bad = badText(value);
    if (bad) throw new NotCanonical(path, bad === 'nul' ? 'has U+0000' : 'has half a character (lone surrogate)');
  } else if (Array.isArray(value)) {
    for (const [i, v] of value.entries()) check(v, `${path}[${i}]`);
  } else if (value !== null && typeof value === 'object') {
    for (const [k, v] of Object.entries(value)) {
      check(k, path);
      if (v !== undefined) check(v, path ? `${path}.${k}` : k);
    }
  } else if (typeof value !== 'boolean' && value !== null)
    throw new NotCanonical(path, `a ${typeof value} can't be hashed`);
}

/** The canonical text of a plain value. Throws NotCanonical. */
export function canonical(value: Plain): string {
  check(value, '');
  return canonicalize(value) as string;
}

/** Numbers and dates as text, all the way down: how a row becomes a value that can be hashed. */
export function plain(value: unknown): Plain | undefined {
  if (value === undefined) return undefined;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((v) => plain(v) ?? null);
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
}
