/** From all bytes to a file that is kept: scanned, taken apart, written down once, or refused in words. */
import { linkSync, symlinkSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { UploadView } from '../contract/files.ts';
import { now, setClock } from '../now.ts';
import { newId } from './child/new-id.ts';
import type { Given, Piece, Taken, Verdict } from './child/types.ts';
import { Ground, randomly, sha256 } from './ground.fixture.ts';
import { fileJobs } from './intake.ts';
import { folderStorage } from './storage.ts';

let g: Ground;
let logged: string[] = [];
beforeAll(async () => {
  g = await Ground.open();
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    logged.push(String(line));
    return true;
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await g.close();
});
afterEach(async () => {
  logged = [];
  setClock(undefined);
  await g.db.deleteFrom('door.job').execute();
  await g.db.deleteFrom('files.upload').execute();
});

const view = async (id: string) => (await g.see('writer', id)).body as UploadView;
const count = async () =>
  Number((await g.db.selectFrom('files.file').select(g.db.fn.countAll().as('n')).executeTakeFirstOrThrow()).n);
const leftBehind = async () => (await g.tree()).filter((path) => /^(uploads|taking|files\/beside)\//.test(path));

test('a file that is taken has its row, its bytes, its address; and nothing is left behind', async () => {
  const bytes = randomly(500_000);
  const id = await g.upload('writer', bytes, { name: '公告.pdf' });
  expect(await g.takeFiles()).toEqual([]);
  const { state, file } = await view(id);
  expect(state).toBe('taken');
  expect(file).toEqual({
    id: expect.stringMatching(/^[a-z2-7]{26}$/),
    kind: 'document',
    name: '公告.pdf',
    type: 'PDF',
    size: 500_000,
    address: `/files/${file?.id}/file.pdf`,
    scanned: false,
    notes: [],
  });
  expect((await folderStorage(g.folder).read(sha256(bytes))).equals(bytes)).toBe(true);
  expect(await leftBehind()).toEqual([]);
  expect((await g.part('writer', id, 0, bytes)).body).toMatchObject({ state: 'taken' });
});

test('F5 a clean verdict is written down as one, and no scanner as none', async () => {
  const id = await g.upload('writer', randomly(9));
  await g.takeFiles({ scan: async () => 'clean' });
  expect((await view(id)).file?.scanned).toBe(true);
});

test('F5 what the scanner finds is refused by its name, logged, and gone', async () => {
  const before = await count();
  const id = await g.upload('writer', randomly(9));
  await g.takeFiles({ scan: async () => ({ found: 'Test.Planted-1' }) });
  expect(await view(id)).toMatchObject({
    state: 'refused',
    refused: { code: 'virus', message: '查毒程序在这个文件里发现了 Test.Planted-1，不能收；请先在自己的电脑上查毒' },
  });
  expect(logged.join()).toContain('"found":"Test.Planted-1"');
  expect([await count(), await leftBehind()]).toEqual([before, []]);
});

test('F5 without a verdict nothing is taken: it is said, and tried again after growing pauses, as long as it takes', async () => {
  const before = await count();
  const id = await g.upload('writer', randomly(9));
  const scan = async () => Promise.reject(new Error('connect ENOENT'));
  let at = now().getTime();
  for (const pause of [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]) {
    setClock(new Date(at));
    expect(await g.takeFiles({ scan })).toEqual([]);
    expect(await view(id)).toMatchObject({ state: 'checking', waiting: '查毒程序没有回答，正在重试' });
    setClock(new Date(at + pause * 1000 - 1));
    await g.takeFiles({ scan: async () => 'clean' }); // not yet due
    expect([pause, await count()]).toEqual([pause, before]);
    at += pause * 1000;
  }
  setClock(new Date(at));
  await g.takeFiles({ scan: async () => 'clean' });
  expect(await view(id)).toMatchObject({ state: 'taken', file: { scanned: true } });
  expect((await view(id)).waiting).toBeUndefined();
});

test('what the check refuses is refused in its words', async () => {
  const id = await g.upload('writer', randomly(9));
  const verdict: Verdict = { ok: false, code: 'not_a_pdf', message: '这不是 PDF，请另存后再传' };
  await g.takeFiles({ take: async () => verdict });
  expect(await view(id)).toMatchObject({
    state: 'refused',
    refused: { code: 'not_a_pdf', message: '这不是 PDF，请另存后再传' },
  });
  expect(await leftBehind()).toEqual([]);
});

test('D4 run twice at the same time it takes effect once', async () => {
  const before = await count();
  const id = await g.upload('writer', randomly(9));
  const take = fileJobs(g.intake())['take-file']!;
  const job = { id: newId(), kind: 'take-file', payload: { id }, attempts: 1 };
  const results = await Promise.allSettled([take(job), take(job), take(job)]);
  expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
  await take({ ...job, attempts: 2 });
  expect([await count(), (await view(id)).state]).toEqual([before + 1, 'taken']);
});

const picture = (more: Partial<Piece> = {}): Taken => ({
  id: newId(),
  kind: 'picture',
  name: '图.jpg',
  type: 'JPEG',
  pieces: [
    { file: 'a', name: 'w960.jpg', size: 3, media: 'image/jpeg', width: 960, height: 640, ...more },
    { file: 'b', name: 'w480.jpg', size: 2, media: 'image/jpeg', width: 480, height: 320 },
  ],
  notes: ['去掉了拍摄地点'],
});
const filled = async ({ out }: Given): Promise<void> => {
  await writeFile(join(out, 'a'), 'abc');
  await writeFile(join(out, 'b'), 'ab');
};

test('a picture is kept in its sizes, and says them', async () => {
  const id = await g.upload('writer', randomly(9), { name: '图.jpg', purpose: 'picture' });
  const taken = picture();
  await g.takeFiles({ take: (given) => filled(given).then(() => ({ ok: true, file: taken })) });
  expect((await view(id)).file).toMatchObject({
    kind: 'picture',
    size: 3,
    address: `/files/${taken.id}/w960.jpg`,
    width: 960,
    height: 640,
    srcset: `/files/${taken.id}/w480.jpg 480w, /files/${taken.id}/w960.jpg 960w`,
    notes: ['去掉了拍摄地点'],
  });
});

test('of a Word file the text is told, its pictures are kept, and the file itself as it came', async () => {
  const bytes = randomly(2_000);
  const id = await g.upload('writer', bytes, { name: '稿件.docx', purpose: 'word' });
  const pictures = [picture(), picture()];
  const word = { title: '题', html: '<p>文</p>', characters: 1, tables: 0, pictures, lost: ['EMF 图（1 个）'] };
  await g.takeFiles({ take: (given) => filled(given).then(() => ({ ok: true, word })) });
  const seen = await view(id);
  expect(seen.word).toEqual({ ...word, pictures: 2 });
  expect(seen.file).toMatchObject({ kind: 'original', name: '稿件.docx', type: 'DOCX', size: 2_000 });
  const rows = await g.db
    .selectFrom('files.file')
    .select('id')
    .where(
      'id',
      'in',
      pictures.map((p) => p.id),
    )
    .execute();
  expect(rows).toHaveLength(2);
  expect((await folderStorage(g.folder).read(sha256(bytes))).equals(bytes)).toBe(true);
});

test.each([
  ['a path out of its folder', { file: '../../../keys' }],
  ['an absolute path', { file: '/etc/hostname' }],
  ['the folder itself', { file: '..' }],
  ['a link to a file of ours', { file: 'link' }],
  ['a file of ours under a second name', { file: 'second' }],
  ['a page', { name: 'index.html' }],
  ['a picture that can run', { name: 'x.svg' }],
  ['an address of two levels', { name: '../x.jpg' }],
  ['the type of a page', { media: 'text/html' }],
  ['the type of a drawing', { media: 'image/svg+xml' }],
])('F1 a check that was taken over by its file publishes nothing: %s', async (_name, wrong) => {
  const before = await count();
  const id = await g.upload('writer', randomly(9), { name: '图.jpg', purpose: 'picture' });
  const take = async (given: Given): Promise<Verdict> => {
    await filled(given);
    symlinkSync('/etc/hostname', join(given.out, 'link'));
    writeFileSync(join(g.folder, 'key'), '钥匙');
    linkSync(join(g.folder, 'key'), join(given.out, 'second'));
    return { ok: true, file: picture(wrong) };
  };
  expect(await g.takeFiles({ take })).toHaveLength(1);
  expect([await count(), (await view(id)).state]).toEqual([before, 'checking']);
});

test('a file that fails again and again is refused in the end, with an alarm each time', async () => {
  const id = await g.upload('writer', randomly(9));
  const take = async () => Promise.reject(new Error('no child'));
  const alarms: string[] = [];
  for (let n = 0; n < 6; n++) {
    setClock(new Date(Date.now() + n * 400_000));
    alarms.push(...(await g.takeFiles({ take })));
  }
  expect(alarms).toEqual(Array(4).fill('no child'));
  expect(await view(id)).toMatchObject({ state: 'refused', refused: { code: 'not_checked' } });
  expect(logged.join()).toContain('"level":"error"');
});

test('D1 bytes that are missing on the disk are refused in words, never taken', async () => {
  const id = await g.upload('writer', randomly(9));
  writeFileSync(join(g.folder, 'uploads', `${id}.part`), 'abc');
  await g.takeFiles();
  expect((await view(id)).refused?.message).toBe('传来的内容在服务器上不完整了，请重新上传');
});

test('I5 with a full disk a file waits, says why, and is taken when there is room', async () => {
  const id = await g.upload('writer', randomly(9));
  const take = () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
  expect(await g.takeFiles({ take })).toEqual([]);
  expect((await view(id)).waiting).toBe('服务器的磁盘满了，腾出空间后会接着检查');
  setClock(new Date(Date.now() + 1_000));
  await g.takeFiles();
  expect((await view(id)).state).toBe('taken');
});
