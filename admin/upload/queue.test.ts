import { expect, test } from 'vitest';
import { sizeWords } from '../../core/size-words.ts';
import { refusalOf } from './check.ts';
import { FakeServer, fileOf, queue } from './upload.fixture.ts';
import { Cancelled } from './upload.ts';

const kinds = (uploads: ReturnType<typeof queue>) => uploads.jobs().map((job) => job.at.kind);

test('three files go at once, the others wait for their turn, and all arrive', async () => {
  const server = new FakeServer();
  const uploads = queue(server);
  const sent = Array.from({ length: 8 }, (_, n) => uploads.send(fileOf(300_000, `${n}.pdf`), 'attachment'));
  expect(kinds(uploads).filter((kind) => kind === 'waiting')).toHaveLength(8);
  await Promise.all(sent);
  expect(server.atOnceMost).toBe(3);
  expect(server.kept.size).toBe(8);
  expect(uploads.jobs()).toEqual([]);
});

test('a paused file gives its turn to the next, and a cancelled one that waits ends at once', async () => {
  const server = new FakeServer();
  const uploads = queue(server);
  const sent = Array.from({ length: 5 }, (_, n) => uploads.send(fileOf(300_000, `${n}.pdf`), 'attachment'));
  for (const id of ['u0', 'u1', 'u2']) uploads.pause(id);
  uploads.cancel('u4');
  await expect(sent[4]).rejects.toBeInstanceOf(Cancelled);
  await sent[3];
  expect(kinds(uploads)).toEqual(['paused', 'paused', 'paused']);
  for (const id of ['u0', 'u1', 'u2']) uploads.resume(id);
  await Promise.all(sent.slice(0, 3));
  expect(server.kept.size).toBe(4);
});

test('200 files may wait; the next is refused with the number', async () => {
  const server = new FakeServer();
  const uploads = queue(server);
  const sent = Array.from({ length: 200 }, (_, n) => uploads.send(fileOf(10, `${n}.pdf`), 'attachment'));
  await expect(uploads.send(fileOf(10, 'x.pdf'), 'attachment')).rejects.toThrow(
    '没有传：一次最多排 200 个文件，等前面的传完再选',
  );
  await Promise.all(sent);
  expect(kinds(uploads)).toEqual(['refused']);
});

test('the same file is not sent twice at once, and a refused one may be chosen again', async () => {
  const server = new FakeServer();
  server.end = { state: 'refused', refused: { code: 'x', message: '不收' } };
  const uploads = queue(server);
  const file = fileOf(10);
  const first = uploads.send(file, 'attachment');
  await expect(uploads.send(file, 'attachment')).rejects.toThrow('《通知.pdf》已经在传');
  await expect(first).rejects.toThrow('不收');
  expect(kinds(uploads)).toEqual(['refused']);
  server.kept.clear();
  server.end = { state: 'taken' };
  await uploads.send(file, 'attachment');
  expect(uploads.jobs()).toEqual([]);
});

test('before anything is sent a file is refused by its name and size, in the sentence beside the button', () => {
  expect(refusalOf({ name: '表.doc', size: 10 }, 'attachment')).toBe(
    '没有传《表.doc》：附件只收 PDF、DOCX、XLSX、PPTX、OFD、TXT、CSV、ZIP、JPG、PNG，每个最大 50 MB；旧格式（DOC、XLS、PPT、WPS）请另存为新格式',
  );
  expect(refusalOf({ name: '空.pdf', size: 0 }, 'attachment')).toBe('没有传《空.pdf》：文件是空的');
  expect(refusalOf({ name: '图.PNG', size: 20_000_000 }, 'picture')).toBeUndefined();
  expect(refusalOf({ name: '图.png', size: 20_000_001 }, 'picture')).toBe(
    '没有传《图.png》：文件有 20.1 MB，图片每个最大 20 MB，请压缩或拆分后再传',
  );
  expect(refusalOf({ name: 'png', size: 10 }, 'picture')).toMatch(/图片只收 JPG/);
  expect(refusalOf({ name: `${'长'.repeat(256)}.pdf`, size: 10 }, 'attachment')).toMatch(/文件名超过 255 字/);
});

test('sizes are in thousands, and never 0 KB', () => {
  expect([1, 1499, 999_499, 999_500, 1_240_000].map(sizeWords)).toEqual(['1 B', '1 KB', '999 KB', '1.0 MB', '1.2 MB']);
});
