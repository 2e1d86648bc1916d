/** The store of bytes: under their hash, once, whole or not at all. */
import { randomBytes } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { smallDisk } from '../away.fixture.ts';
import { DamagedFile, folderStorage, type Storage } from './storage.ts';

let folder: string;
let storage: Storage;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'menhu-storage-'));
  storage = folderStorage(join(folder, 'DATA'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const written = (bytes: Buffer | string, name = '来件'): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));

// printf abc | sha256sum
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const place = join('files', 'ba', '78', abc);

test('F1 bytes lie under their hash alone, for nobody but the program, and come back as they were', async () => {
  expect(await storage.put(written('abc', '来件.exe'))).toEqual({ sha256: abc, size: 3 });
  expect(filesIn(join(folder, 'DATA'))).toEqual([place]);
  expect(statSync(join(folder, 'DATA', place)).mode & 0o777).toBe(0o600);
  for (const each of ['files', 'files/ba', 'files/ba/78', 'files/beside'])
    expect([each, statSync(join(folder, 'DATA', each)).mode & 0o777]).toEqual([each, 0o700]);
  expect((await storage.read(abc)).toString()).toBe('abc');
  expect([await storage.has(abc), await storage.has('0'.repeat(64))]).toEqual([true, false]);
});

test('the same bytes lie there once, however often and from how many at once they come', async () => {
  const bytes = randomBytes(3_000_000);
  const puts = await Promise.all(Array.from({ length: 8 }, (_, n) => storage.put(written(bytes, `来件${n}`))));
  expect(new Set(puts.map(({ sha256 }) => sha256)).size).toBe(1);
  expect(filesIn(join(folder, 'DATA'))).toHaveLength(1);
  expect((await storage.read(puts[0]?.sha256 ?? '')).equals(bytes)).toBe(true);
});

test.each([
  ['a bit turned over', (path: string) => writeFileSync(path, 'abd'), '已经损坏'],
  ['the end missing', (path: string) => truncateSync(path, 2), '已经损坏'],
  ['the file gone', (path: string) => rmSync(path), '不见了'],
])('F1 a damaged file is an error in words and is never given: %s', async (_name, damage, words) => {
  await storage.put(written('abc'));
  damage(join(folder, 'DATA', place));
  const read = storage.read(abc);
  await expect(read).rejects.toThrow(DamagedFile);
  await expect(read).rejects.toThrow(words);
  await storage.put(written('abc')); // whoever still has it mends it
  expect((await storage.read(abc)).toString()).toBe('abc');
});

test('F1 a name that is no hash, or a link instead of a file, leads nowhere', async () => {
  for (const name of ['../../keys', abc.toUpperCase(), `${abc}/x`, '', `${abc}\n`])
    await expect(storage.read(name)).rejects.toThrow('is not a SHA-256');
  symlinkSync(written('秘密', '钥匙'), join(folder, '链接'));
  await expect(storage.put(join(folder, '链接'))).rejects.toThrow('ELOOP');
  expect(filesIn(join(folder, 'DATA'))).toEqual([]);
});

test('an empty file and one that ends on the step come back whole', async () => {
  for (const size of [0, 1 << 20, (1 << 20) + 1]) {
    const bytes = randomBytes(size);
    const { sha256, size: kept } = await storage.put(written(bytes));
    expect([kept, (await storage.read(sha256)).equals(bytes)]).toEqual([size, true]);
  }
});

test('I5 on a full disk nothing is half kept, what is kept is read, and the same file goes in when there is room', async () => {
  const disk = smallDisk('store-full', 8);
  try {
    const small = folderStorage(join(disk.disk, 'DATA'));
    const first = await small.put(written(randomBytes(1_000_000)));
    const bytes = randomBytes(2_000_000);
    disk.fill();
    await expect(small.put(written(bytes))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(filesIn(join(disk.disk, 'DATA'))).toHaveLength(1);
    expect((await small.read(first.sha256)).length).toBe(1_000_000);
    disk.free();
    const { sha256 } = await small.put(written(bytes));
    expect((await small.read(sha256)).equals(bytes)).toBe(true);
    expect(
      readFileSync(join(disk.disk, 'DATA', 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)).equals(bytes),
    ).toBe(true);
  } finally {
    disk.remove();
  }
});
