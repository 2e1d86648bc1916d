import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyFolder, secret } from './keys.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'menhu-keys-'));
  keyFolder(data);
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('a secret is made once, and is the same ever after', () => {
  const made = secret(data, 'session');
  expect(made).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(secret(data, 'session')).toBe(made);
  expect(readFileSync(join(data, 'keys/session'), 'utf8')).toBe(`${made}\n`);
});

test('two secrets differ', () => {
  expect(secret(data, 'session')).not.toBe(secret(data, 'fields'));
});

test('only the owner may enter the folder and read the file', () => {
  secret(data, 'session');
  expect(mode(join(data, 'keys'))).toBe('700');
  expect(mode(join(data, 'keys/session'))).toBe('600');
});

test('a secret that others may read is refused, with the remedy', () => {
  secret(data, 'session');
  chmodSync(join(data, 'keys/session'), 0o644);
  expect(() => secret(data, 'session')).toThrow('chmod 600');
});

test('an empty file is refused, not replaced', () => {
  writeFileSync(join(data, 'keys/session'), '', { mode: 0o600 });
  expect(() => secret(data, 'session')).toThrow('is empty');
});
