/** The whole way with the real child process: uploaded over HTTP, checked, kept, and read again under its address. */
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UploadView } from '../contract/files.ts';
import type { Published } from '../file-view.ts';
import { runLimited } from './child/limited.ts';
import { Ground } from './ground.fixture.ts';
import { folderStorage } from './storage.ts';

let g: Ground;
beforeAll(async () => {
  g = await Ground.open();
});
afterAll(() => g.close());

const taken = async (bytes: Buffer, name: string, purpose: string): Promise<UploadView> => {
  const id = await g.upload('writer', bytes, { name, purpose });
  expect(await g.takeFiles({ take: (given) => runLimited(given) })).toEqual([]);
  return (await g.see('writer', id)).body as UploadView;
};

const colour = { r: 180, g: 30, b: 30 };
const photo = () => sharp({ create: { width: 2_000, height: 1_000, channels: 3, background: colour } });

test('F1 a picture is kept in several sizes, each under its own hash, and its address leads to its bytes', async () => {
  const { state, refused, file } = await taken(await photo().jpeg().toBuffer(), '云山.jpg', 'picture');
  expect([state, refused]).toEqual(['taken', undefined]);
  expect(file).toMatchObject({ kind: 'picture', name: '云山.jpg', type: 'JPEG' });
  const { published } = await g.db
    .selectFrom('files.file')
    .select('published')
    .where('id', '=', file?.id ?? '')
    .executeTakeFirstOrThrow();
  const pieces = published as Published[];
  expect(pieces.length).toBeGreaterThan(1);
  expect(file?.srcset?.split(', ')).toHaveLength(pieces.length);
  for (const piece of pieces) {
    const { width, height, format } = await sharp(await folderStorage(g.folder).read(piece.sha256)).metadata();
    expect([width, height, format]).toEqual([piece.width, piece.height, 'jpeg']);
  }
  expect(pieces.map(({ name }) => `/files/${file?.id}/${name}`)).toContain(file?.address);
}, 60_000);

test('F1 a page that is called a picture, or a picture that is called a PDF, is refused in words and leaves nothing', async () => {
  const before = await g.tree();
  const page = Buffer.from('<!doctype html><script>alert(1)</script>');
  const png = await photo().resize(10).png().toBuffer();
  for (const [bytes, name, purpose] of [
    [page, '图.png', 'picture'],
    [png, '公告.pdf', 'attachment'],
  ] as const) {
    const { state, refused } = await taken(bytes, name, purpose);
    expect([name, state, /[\u4e00-\u9fff]{6}/.test(refused?.message ?? '')]).toEqual([name, 'refused', true]);
  }
  expect(await g.tree()).toEqual(before);
}, 60_000);
