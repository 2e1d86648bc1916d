import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packageRoot } from './db/package-root.ts';
import { aboutError, logLine } from './log-line.ts';

const breaks = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Any code points but surrogates. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x2100 }), fc.integer({ min: 0xe000, max: 0x10ffff })), { maxLength: 60 })
  .map((points) => String.fromCodePoint(...points));

test('C7 no input forges a log line: line breaks, escape sequences and bidi marks are escaped', () => {
  for (const input of [
    'a\r\nb',
    'a\u2028b',
    'a\u2029b',
    '\u001b[31mred',
    'a\u202eb',
    'a\u2066b\u2069',
    'a\u0085b',
    '\u0000',
  ])
    expect(logLine('warn', 'x', { input })).not.toMatch(breaks);
  fc.assert(
    fc.property(anyText, (input) => {
      const line = logLine('info', input, { input });
      expect(line).not.toMatch(breaks);
      expect(JSON.parse(line).input).toBe(input);
    }),
  );
});

test('C7 material/blns: each naughty string is one line, and is read back as it was', () => {
  const file = join(process.env.MENHU_MATERIAL ?? join(packageRoot(), '../shared/material'), 'blns/blns.json');
  if (!existsSync(file)) return console.warn('C7: material/blns is absent, so that its strings were not tried');
  for (const naughty of JSON.parse(readFileSync(file, 'utf8')) as string[]) {
    const line = logLine('error', 'said', { naughty });
    expect(line).not.toMatch(breaks);
    expect(JSON.parse(line).naughty).toBe(naughty);
  }
});

test('C6 of a database error only code, table and constraint are said, never its detail', () => {
  const error = Object.assign(new Error('duplicate key value violates unique constraint'), {
    code: '23505',
    table: 'login',
    constraint: 'login_name_key',
    detail: 'Key (name)=(13800000000) already exists.',
  });
  expect(aboutError(error)).toEqual({ code: '23505', table: 'login', constraint: 'login_name_key' });
});
