/** The disk for files runs full while somebody uploads: refused in words, nothing wrong kept, and it goes on when there is room. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { smallDisk } from '../away.fixture.ts';
import { setClock } from '../now.ts';
import { Ground, randomly, sha256 } from './ground.fixture.ts';
import { folderStorage } from './storage.ts';

let disk: ReturnType<typeof smallDisk>;
let g: Ground;
beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true); // the log of each refusal
  disk = smallDisk('files-full', 12);
  g = await Ground.open(join(disk.disk, 'DATA'));
});
afterAll(async () => {
  vi.restoreAllMocks();
  setClock(undefined);
  try {
    await g?.close();
  } finally {
    disk?.remove();
  }
});

const full = '服务器的磁盘满了，您的改动还没有存上；已有的稿件和公开的网页都在，请告诉信息化中心腾出空间后再试';

test('I5 on a full disk a part is refused in words and leaves nothing; with room the upload goes on, and is taken whole', async () => {
  const bytes = randomly(3_000_000);
  const id = String((await g.begin('writer', { size: bytes.length })).body.id);
  await g.part('writer', id, 0, bytes.subarray(0, 1_000_000));
  disk.fill();
  for (let n = 0; n < 3; n++) {
    const { status, body } = await g.part('writer', id, 1_000_000, bytes.subarray(1_000_000, 2_500_000));
    expect([status, body.code, body.message]).toEqual([503, 'disk_full', full]);
  }
  expect(statSync(join(g.folder, 'uploads', `${id}.part`)).size).toBe(1_000_000);
  expect((await g.see('writer', id)).body).toMatchObject({ received: 1_000_000, state: 'receiving' });
  disk.free();
  for (let at = 1_000_000; at < 3_000_000; at += 1_000_000)
    expect((await g.part('writer', id, at, bytes.subarray(at, at + 1_000_000))).status).toBe(200);
  disk.fill(); // no room for what the check makes of it
  expect(await g.takeFiles()).toEqual([]);
  expect((await g.see('writer', id)).body).toMatchObject({
    state: 'checking',
    waiting: '服务器的磁盘满了，腾出空间后会接着检查',
  });
  expect((await g.tree()).filter((path) => !path.startsWith('uploads/'))).toEqual([]);
  disk.free();
  setClock(new Date(Date.now() + 60_000));
  await g.takeFiles();
  expect((await g.see('writer', id)).body).toMatchObject({ state: 'taken' });
  expect((await folderStorage(g.folder).read(sha256(bytes))).equals(bytes)).toBe(true);
  expect(readFileSync(join(g.folder, (await g.tree())[0] ?? '')).equals(bytes)).toBe(true);
});
