import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Taken } from '../types.ts';
import { noise, telling } from './made.fixture.ts';
import { encodePicture, takePicture } from './picture.ts';
import { namesOf, out, refusal, taken } from './taken.fixture.ts';

test('a photograph comes in three widths, largest first, and none is larger than it was', async () => {
  const photo = await taken(await noise(2000, 1000).jpeg().toBuffer());
  expect(namesOf(photo)).toEqual(['w1600.jpg', 'w960.jpg', 'w480.jpg']);
  expect(photo.pieces.map(({ width, height }) => [width, height])).toEqual([
    [1600, 800],
    [960, 480],
    [480, 240],
  ]);
  expect(namesOf(await taken(await noise(700, 300).jpeg().toBuffer()))).toEqual(['w700.jpg', 'w480.jpg']);
  expect(namesOf(await taken(await noise(480, 300).jpeg().toBuffer()))).toEqual(['w480.jpg']);
  expect(namesOf(await taken(await noise(1, 1).jpeg().toBuffer()))).toEqual(['w1.jpg']);
});

test('what a piece says of itself is what stands in its file', async () => {
  const photo = await taken(await noise(1200, 700).jpeg().toBuffer());
  for (const piece of photo.pieces) {
    const bytes = readFileSync(join(out, piece.file));
    const { width, height, format, isProgressive } = await sharp(bytes).metadata();
    expect({ width, height, size: bytes.length }).toEqual({
      width: piece.width,
      height: piece.height,
      size: piece.size,
    });
    expect([format, piece.media, isProgressive]).toEqual(['jpeg', 'image/jpeg', true]);
  }
});

test('the same bytes give the same pieces, byte for byte', async () => {
  for (const bytes of [await noise(1000, 400).jpeg().toBuffer(), await noise(600, 400).png().toBuffer()]) {
    const [one, two] = [await taken(bytes), await taken(bytes)];
    expect(one.id).not.toBe(two.id);
    const contents = (file: Taken) =>
      file.pieces.map((piece) => readFileSync(join(out, piece.file)).toString('base64'));
    expect(contents(one)).toEqual(contents(two));
  }
});

test('what a page or archive behind the picture says is gone with the next writing', async () => {
  const tail = Buffer.from('PK\u0003\u0004<script>alert(1)</script>%PDF-1.4');
  for (const image of [noise(50, 50).jpeg(), noise(50, 50).png(), noise(50, 50).gif(), noise(50, 50).webp()]) {
    const file = await taken(Buffer.concat([await image.toBuffer(), tail]));
    for (const piece of file.pieces) expect(readFileSync(join(out, piece.file)).includes('script')).toBe(false);
  }
});

test('a JPEG with stray bytes between its segments comes in; one without its end is refused', async () => {
  const jpeg = await noise(200, 200).jpeg().toBuffer();
  const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]));
  const stray = Buffer.concat([jpeg.subarray(0, scan), Buffer.from([1, 2, 3]), jpeg.subarray(scan)]);
  expect((await taken(stray)).pieces).toHaveLength(1);
  expect(await refusal(jpeg.subarray(0, -2))).toBe('picture_truncated');
});

test('a picture that is cut off is refused as one, whatever it is', async () => {
  const images = [noise(300, 300).jpeg(), noise(300, 300).jpeg({ progressive: true }), noise(300, 300).png()];
  for (const image of [...images, noise(300, 300).webp(), noise(300, 300).gif()]) {
    const bytes = await image.toBuffer();
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toBe('picture_truncated');
  }
});

const elsewhere: readonly (readonly [string, Buffer | (() => Promise<Buffer>), string])[] = [
  ['an empty file', Buffer.alloc(0), 'picture_empty'],
  ['text', Buffer.from('hello, this is no picture'), 'picture_unknown'],
  [
    'SVG',
    Buffer.from('<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>'),
    'picture_other_format',
  ],
  ['SVG in two-byte letters', Buffer.from('\ufeff<svg onload="x"/>', 'utf16le'), 'picture_other_format'],
  ['PDF', Buffer.from('%PDF-1.7\n'), 'picture_other_format'],
  ['HEIC', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'), 'picture_other_format'],
  ['BMP', Buffer.from('BM\0\0\0\0\0\0'), 'picture_other_format'],
  ['TIFF', () => noise(20, 20).tiff().toBuffer(), 'picture_other_format'],
  ['AVIF', () => noise(64, 64).avif({ effort: 0 }).toBuffer(), 'picture_other_format'],
];

test.each(elsewhere)('%s is refused by its content, and the sentence says what to do', async (_, made, code) => {
  const verdict = await encodePicture(Buffer.isBuffer(made) ? made : await made(), { name: 'a.jpg', out });
  expect(verdict).toMatchObject({ ok: false, code });
  expect('ok' in verdict && verdict.message).toMatch(/请/);
});

test('an upload is taken by its content, and its name loses the folders', async () => {
  const input = join(out, 'upload');
  writeFileSync(input, await telling(noise(100, 100)).jpeg().toBuffer());
  const file = await takePicture({ task: 'picture', input, name: 'C:\\照片\\现场.png', out });
  expect(file).toMatchObject({ kind: 'picture', name: '现场.png', type: 'JPEG' });
  expect('ok' in file ? [] : file.notes).toEqual(['已去掉图片里附带的拍摄地点、时间、设备、作者等信息']);
});

test('the longest strips are refused with what would fit, and a line of one pixel is not', async () => {
  expect(
    await refusal(
      await sharp({ create: { width: 1600, height: 30_000, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    ),
  ).toBe('picture_too_long');
  expect(
    namesOf(
      await taken(
        await sharp({ create: { width: 1, height: 65_500, channels: 3, background: '#fff' } })
          .jpeg()
          .toBuffer(),
      ),
    ),
  ).toEqual(['w1.jpg']);
  const line = await taken(
    await sharp({ create: { width: 65_500, height: 1, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer(),
  );
  expect(line.pieces.map(({ height }) => height)).toEqual([1, 1, 1]);
});
