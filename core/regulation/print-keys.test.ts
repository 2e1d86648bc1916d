import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keyTable } from './print-keys.ts';

test('docs/regulation-keys.md is what the forms print', () => {
  const page = readFileSync(new URL('../../docs/regulation-keys.md', import.meta.url), 'utf8');
  expect(page).toBe(keyTable());
});

test('the table has the keys of every kind and of the lists inside', () => {
  const page = keyTable();
  for (const row of [
    '| front matter | `in_force` | from adoption \\| YYYY-MM-DD..[YYYY-MM-DD] | ! | 施行日期 |',
    '| step | `place` | first \\| last \\| after POST | ! | 加在哪里；after 岗位 是在该岗位最后一步之后 |',
    '| `share` | any \\| each |  | 几家共一笔账，或每家一笔账 |',
    '| `within` | id |  | 是哪个角色中的 |',
  ]) {
    expect(page).toContain(row);
  }
});
