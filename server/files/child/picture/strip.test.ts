import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { Refused } from '../not-taken.ts';
import { noise, secrets, telling } from './made.fixture.ts';
import { chunkOf } from './png.ts';
import { stripJpeg, stripPng } from './strip.ts';

const raw = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
const holds = (bytes: Buffer) => secrets.filter((secret) => bytes.includes(secret));
/** A segment before the first table. */
const withSegment = (jpeg: Buffer, marker: number, text: string): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(text, 'latin1'), jpeg.subarray(2)]);
};
const withChunk = (png: Buffer, type: string, text: string): Buffer =>
  Buffer.concat([png.subarray(0, 33), chunkOf(type, Buffer.from(text, 'latin1')), png.subarray(33)]);

test('F4 a stripped JPEG has the same pixels, and no word of camera, author and place is in it', async () => {
  for (const progressive of [false, true]) {
    const jpeg = await telling(noise(120, 80)).jpeg({ progressive }).toBuffer();
    expect(holds(jpeg)).not.toEqual([]);
    const { bytes, place, dropped } = stripJpeg(jpeg);
    expect(holds(bytes)).toEqual([]);
    expect(bytes.includes('Exif')).toBe(false);
    expect(place).toBe(true);
    expect(dropped).toBe(jpeg.length - bytes.length);
    expect((await raw(bytes)).equals(await raw(jpeg))).toBe(true);
  }
});

test.each([0xe0, 0xe1, 0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xee, 0xef, 0xfe, 0xf0])(
  'F4 the segment %i of a JPEG goes with what it says',
  async (marker) => {
    const jpeg = await noise(30, 30).jpeg().toBuffer();
    for (const opening of [
      '',
      'JFIF\0\u0001\u0002\0\0\u0001\0\u0001\0\0',
      'Adobe\0d\0\0\0\0\u0001',
      'ICC_PROFILE\0\u0001\u0001',
      'MPF\0',
    ]) {
      const { bytes } = stripJpeg(withSegment(jpeg, marker, `${opening}${secrets[0]}`));
      expect(holds(bytes)).toEqual([]);
    }
  },
);

test('F4 what stands before, between and after the parts of a picture goes', async () => {
  const jpeg = await noise(30, 30).jpeg().toBuffer();
  const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]));
  const note = Buffer.from(secrets[0]);
  expect(holds(stripJpeg(Buffer.concat([jpeg.subarray(0, scan), note, jpeg.subarray(scan), note])).bytes)).toEqual([]);
  const png = await noise(30, 30).png().toBuffer();
  expect(holds(stripPng(Buffer.concat([png, note])).bytes)).toEqual([]);
});

test('F4 a stripped PNG has the same pixels, and no chunk that says more', async () => {
  const plain = await noise(120, 80).png().toBuffer();
  for (const type of ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVW', 'caBX', 'sPLT', 'iCCP']) {
    const { bytes } = stripPng(withChunk(plain, type, `Author\0${secrets[0]}`));
    expect(holds(bytes)).toEqual([]);
    expect(bytes.equals(plain)).toBe(true);
  }
  const { bytes, place } = stripPng(await telling(noise(120, 80)).png().toBuffer());
  expect(holds(bytes)).toEqual([]);
  expect(place).toBe(true);
  expect((await raw(bytes)).equals(await raw(plain))).toBe(true);
});

test('a frame of an animated PNG stays, and an unknown chunk that no viewer may skip is refused', async () => {
  const png = await noise(10, 10).png().toBuffer();
  expect(stripPng(withChunk(png, 'fdAT', 'frame')).bytes.includes('fdAT')).toBe(true);
  expect(() => stripPng(withChunk(png, 'SECR', 'x'))).toThrow(Refused);
});

test.each([2, 3, 4, 5, 6, 7, 8])(
  'how a picture is turned (%i) is all that its EXIF goes on saying',
  async (orientation) => {
    const jpeg = await telling(noise(40, 30), orientation).jpeg().toBuffer();
    const png = await telling(noise(40, 30), orientation).png().toBuffer();
    for (const { bytes, orientation: said } of [stripJpeg(jpeg), stripPng(png)]) {
      expect(said).toBe(orientation);
      const known = await sharp(bytes).metadata();
      expect(known.orientation).toBe(orientation);
      // Six bytes of name, and twenty-six.
      expect(known.exif?.length).toBeLessThanOrEqual(32);
      expect(holds(bytes)).toEqual([]);
    }
  },
);

test('stripping what is stripped changes nothing', async () => {
  for (const orientation of [1, 6]) {
    const jpeg = stripJpeg(await telling(noise(40, 30), orientation).withIccProfile('p3').jpeg().toBuffer()).bytes;
    expect(stripJpeg(jpeg).bytes.equals(jpeg)).toBe(true);
    const png = stripPng(await telling(noise(40, 30), orientation).withIccProfile('p3').png().toBuffer()).bytes;
    expect(stripPng(png).bytes.equals(png)).toBe(true);
  }
});

test('F4 the colour profile stays and gives the same colours, without words, device and day', async () => {
  const jpeg = await noise(40, 30).withIccProfile('p3').jpeg().toBuffer();
  const png = await noise(40, 30).withIccProfile('p3').png().toBuffer();
  const before = (await sharp(jpeg).metadata()).icc as Buffer;
  for (const [given, bytes] of [
    [jpeg, stripJpeg(jpeg).bytes],
    [png, stripPng(png).bytes],
  ] as const) {
    const after = (await sharp(bytes).metadata()).icc as Buffer;
    expect(after.length).toBe(before.length);
    // What it says of itself, in two-byte letters, and who made it.
    for (const word of ['s\u0000P\u00003\u0000C', 'C\u0000C\u00000', 'saws', 'lcms']) {
      expect([before.includes(word), after.includes(word)]).toEqual([true, false]);
    }
    expect(after.subarray(24, 36)).toEqual(Buffer.alloc(12));
    const colours = (one: Buffer) => sharp(one).toColourspace('srgb').raw().toBuffer();
    expect((await colours(bytes)).equals(await colours(given))).toBe(true);
  }
});

test('a JPEG that ends early is refused, or closed where its holder always did', async () => {
  const jpeg = await noise(100, 100).jpeg().toBuffer();
  const half = jpeg.subarray(0, jpeg.length / 2);
  expect(() => stripJpeg(half)).toThrow(Refused);
  expect(stripJpeg(half, 'close').bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  expect(() => stripJpeg(jpeg.subarray(0, 40), 'close')).toThrow(Refused);
});

test('whatever is broken in a picture, stripping ends with a picture or a refusal', async () => {
  const jpeg = await telling(noise(40, 30), 6).jpeg({ progressive: true }).toBuffer();
  const png = await telling(noise(40, 30), 6).png().toBuffer();
  const broken = fc.tuple(fc.nat(jpeg.length - 1), fc.nat(255), fc.nat(jpeg.length));
  fc.assert(
    fc.property(broken, ([at, value, end]) => {
      for (const [whole, strip] of [
        [jpeg, stripJpeg],
        [png, stripPng],
      ] as const) {
        const bytes = Buffer.from(whole.subarray(0, Math.max(end, 1)));
        bytes[at % bytes.length] = value;
        try {
          expect(holds(strip(bytes).bytes)).toEqual([]);
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
        }
      }
    }),
    { numRuns: 500 },
  );
});
