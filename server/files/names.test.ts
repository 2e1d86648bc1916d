/** F1: whatever a file is called, where it lies is decided by us. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UploadView } from '../contract/files.ts';
import { Ground, randomly, sha256 } from './ground.fixture.ts';
import { extensionOf, shownName } from './name.ts';

let g: Ground;
beforeAll(async () => {
  g = await Ground.open();
});
afterAll(() => g.close());

const hostile = [
  ['../../x.pdf', 'x.pdf'],
  ['..\\..\\x.pdf', 'x.pdf'],
  ['C:\\x.pdf', 'x.pdf'],
  ['/etc/passwd/../x.pdf', 'x.pdf'],
  ['x\u0001\u001b[2J.pdf', 'x[2J.pdf'],
  ['\u202efdp.exe.pdf', 'fdp.exe.pdf'],
  ['a\u200b\u2066b\ufeff.pdf', 'ab.pdf'],
  ['换\r\n行.pdf', '换行.pdf'],
  ['con.pdf', 'con.pdf'],
  ['.htaccess.pdf', '.htaccess.pdf'],
  ['x.php.pdf', 'x.php.pdf'],
  ['<img src=x onerror=alert(1)>.pdf', '<img src=x onerror=alert(1)>.pdf'],
  ["'; drop table files.file; --.pdf", "'; drop table files.file; --.pdf"],
  ['%2e%2e%2fx.pdf', '%2e%2e%2fx.pdf'],
  [`${'文'.repeat(251)}.pdf`, `${'文'.repeat(251)}.pdf`],
  ['𠮷野.PDF', '𠮷野.PDF'],
] as const;

test('F1 a file lies under its hash, never under a name that somebody chose, and no name leads out of its folder', async () => {
  const hashes: string[] = [];
  for (const [name, shown] of hostile) {
    const bytes = randomly(50);
    hashes.push(sha256(bytes));
    const id = await g.upload('writer', bytes, { name });
    await g.takeFiles();
    const { file } = (await g.see('writer', id)).body as UploadView;
    expect([name, file?.name, file?.address]).toEqual([name, shown, `/files/${file?.id}/file.pdf`]);
  }
  const own = hashes.map((hash) => join('files', hash.slice(0, 2), hash.slice(2, 4), hash));
  expect(await g.tree()).toEqual(own.sort());
  for (const path of own) expect(sha256(readFileSync(join(g.folder, path)))).toBe(path.slice(-64));
});

test('F1 while it comes in, a file lies under the id of its upload', async () => {
  const begun = await g.begin('writer', { name: '../../../tmp/x.pdf', size: 10 });
  await g.part('writer', String(begun.body.id), 0, randomly(4));
  expect((await g.tree()).filter((path) => !path.startsWith('files/'))).toEqual([
    join('uploads', `${begun.body.id}.part`),
  ]);
});

test('a shown name has no folder, no control sign and no sign that turns or hides writing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      const shown = shownName(given);
      expect(shown).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]/u);
      expect(shownName(shown)).toBe(shown);
    }),
  );
});

test.each([
  ['a.PDF', 'pdf'],
  ['a.b.docx', 'docx'],
  ['a..pdf', 'pdf'],
  ['.pdf', ''],
  ['pdf', ''],
  ['a.', ''],
  ['a.pdf ', 'pdf '],
])('the end of %s is %s', (name, end) => {
  expect(extensionOf(name)).toBe(end);
});
