/** The text of a key: `menhu_`, eight letters to recognise it by, and 256 random bits. Shown once; only its SHA-256 is kept. */
import { createHash, randomBytes } from 'node:crypto';

export type Token = { readonly token: string; readonly prefix: string; readonly hash: Buffer };

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
/** 40 bits, for people to name a key by. It opens nothing. */
const newPrefix = (): string => Array.from(randomBytes(8), (byte) => letters[byte % 32]).join('');

export function newToken(): Token {
  const prefix = newPrefix();
  const token = `menhu_${prefix}_${randomBytes(32).toString('base64url')}`;
  return { token, prefix, hash: tokenHash(token) };
}

const form = /^Bearer (menhu_([a-z2-7]{8})_[\w-]{43})$/i;

/** What an Authorization header says, when it says a key. */
export function tokenIn(header: string): { token: string; prefix: string } | undefined {
  const [, token, prefix] = form.exec(header) ?? [];
  return token && prefix ? { token, prefix } : undefined;
}
