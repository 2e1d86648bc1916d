import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bornAt, isSame, takeLock } from './lock.mjs';

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'menhu-lock-'));
  file = join(folder, 'app.lock');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const living = () => spawn('sleep', ['60'], { stdio: 'ignore' });

test('a free lock is taken at once, and given back', async () => {
  const release = await takeLock(file);
  expect(readFileSync(file, 'utf8')).toBe(`${process.pid} ${bornAt(process.pid)}\n`);
  release();
  expect(readdirSync(folder)).toEqual([]);
});

test('who holds it gets it again, and keeps it when the second one lets go', async () => {
  const release = await takeLock(file);
  (await takeLock(file))();
  expect(existsSync(file)).toBe(true);
  release();
});

test('a living owner is waited for, and then named', async () => {
  const owner = living();
  writeFileSync(file, `${owner.pid} ${bornAt(owner.pid!)}\n`);
  await expect(takeLock(file, { waitMs: 300 })).rejects.toThrow(`process ${owner.pid} is already using this folder`);
  owner.kill('SIGKILL');
  rmSync(file);
});

test('an owner that ends while it is waited for makes room', async () => {
  const owner = living();
  writeFileSync(file, `${owner.pid} ${bornAt(owner.pid!)}\n`);
  const taken = takeLock(file, { waitMs: 5000, onWait: () => owner.kill('SIGKILL') });
  (await taken)();
  expect(existsSync(file)).toBe(false);
});

test('a number that lives again as another process is no owner', async () => {
  const other = living();
  writeFileSync(file, `${other.pid} 1-other\n`);
  (await takeLock(file, { waitMs: 0 }))();
  other.kill('SIGKILL');
});

test('a lock of nobody, or with nothing in it, is taken over', async () => {
  for (const text of ['', '999999999 1-x\n']) {
    writeFileSync(file, text);
    (await takeLock(file, { waitMs: 0 }))();
    expect(readdirSync(folder)).toEqual([]);
  }
});

test('no process is the same as one that never was', () => {
  expect(bornAt(999999999)).toBeUndefined();
  expect(isSame(999999999, 'anything')).toBe(false);
});
