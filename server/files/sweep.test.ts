/** What nobody goes on with is forgotten, and what died in the middle is cleared away; nothing that is in use goes. */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { now } from '../now.ts';
import { Ground, randomly } from './ground.fixture.ts';
import { sweepFiles } from './sweep.ts';

let g: Ground;
beforeAll(async () => {
  g = await Ground.open();
});
afterAll(() => g.close());

const hours = (n: number) => n * 3_600_000;
const started = async () => {
  const id = String((await g.begin('writer', { size: 9 })).body.id);
  await g.part('writer', id, 0, randomly(4));
  return id;
};
const touched = (id: string, at: Date) =>
  g.db.updateTable('files.upload').set({ touchedAt: at }).where('id', '=', id).execute();
const left = async (...folders: string[]) =>
  (await g.tree()).filter((path) => folders.some((each) => path.startsWith(`${each}/`)));

test('an upload that is not touched for 24 hours goes with its bytes, and one that was touched stays', async () => {
  const [old, young] = [await started(), await started()];
  const at = now();
  await touched(old, new Date(at.getTime() - hours(24) - 1));
  await touched(young, new Date(at.getTime() - hours(24)));
  expect(await sweepFiles(g.db, g.folder, at)).toMatchObject({ uploads: 1 });
  expect([(await g.see('writer', old)).status, (await g.see('writer', young)).status]).toEqual([404, 200]);
  expect(await left('uploads')).toEqual([join('uploads', `${young}.part`)]);
  expect((await g.part('writer', young, 4, randomly(5))).status).toBe(200);
  await g.takeFiles();
});

test('bytes without an upload go, and those of one that was taken; a file that is kept outlives its upload', async () => {
  const id = await g.upload('writer', randomly(9));
  await g.takeFiles();
  writeFileSync(join(g.folder, 'uploads', `${id}.part`), 'died before it was removed');
  writeFileSync(join(g.folder, 'uploads', '00000000-0000-4000-8000-000000000000.part'), 'x');
  const kept = await left('files');
  expect(await sweepFiles(g.db, g.folder, now())).toMatchObject({ uploads: 0, parts: 2 });
  expect(await left('uploads')).toEqual([]);
  await sweepFiles(g.db, g.folder, new Date(now().getTime() + hours(25)));
  expect(await g.db.selectFrom('files.upload').select('id').execute()).toEqual([]);
  expect(await left('files')).toEqual(kept);
  expect(await g.db.selectFrom('files.file').select('id').execute()).not.toEqual([]);
});

test('what work left behind goes after an hour, and what may still be worked on stays', async () => {
  for (const name of ['taking/file-old/out', 'taking/file-new/out'])
    mkdirSync(join(g.folder, name), { recursive: true });
  for (const name of ['taking/file-old/out/x', 'taking/file-new/out/x', 'files/beside/old', 'files/beside/new'])
    writeFileSync(join(g.folder, name), 'x');
  const past = new Date(now().getTime() - hours(1) - 1_000);
  for (const name of ['taking/file-old', 'files/beside/old']) utimesSync(join(g.folder, name), past, past);
  expect(await sweepFiles(g.db, g.folder, now())).toMatchObject({ leftovers: 2 });
  expect(await left('taking', 'files/beside')).toEqual(['files/beside/new', 'taking/file-new/out/x']);
});

test('on a fresh folder there is nothing to sweep', async () => {
  expect(await sweepFiles(g.db, join(g.folder, 'none'), now())).toEqual({ uploads: 0, parts: 0, leftovers: 0 });
});
