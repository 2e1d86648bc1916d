import sharp from 'sharp';
import { expect, test } from 'vitest';
import { noise } from './made.fixture.ts';
import { largest, pixels, taken } from './taken.fixture.ts';

// Six pixels, each its own colour, so that every turn and mirroring is told from every other.
const sixColours = [
  [250, 0, 0],
  [0, 250, 0],
  [0, 0, 250],
  [250, 250, 0],
  [0, 250, 250],
  [250, 0, 250],
] as const;
const [r, g, b, y, c, m] = ['r', 'g', 'b', 'y', 'c', 'm'];
// As stored: three wide, two high. What is seen for each value of EXIF's orientation, row by row.
const seenBy: readonly (readonly [number, readonly (string | undefined)[][]])[] = [
  [
    1,
    [
      [r, g, b],
      [y, c, m],
    ],
  ],
  [
    2,
    [
      [b, g, r],
      [m, c, y],
    ],
  ],
  [
    3,
    [
      [m, c, y],
      [b, g, r],
    ],
  ],
  [
    4,
    [
      [y, c, m],
      [r, g, b],
    ],
  ],
  [
    5,
    [
      [r, y],
      [g, c],
      [b, m],
    ],
  ],
  [
    6,
    [
      [y, r],
      [c, g],
      [m, b],
    ],
  ],
  [
    7,
    [
      [m, b],
      [c, g],
      [y, r],
    ],
  ],
  [
    8,
    [
      [b, m],
      [g, c],
      [r, y],
    ],
  ],
];

test.each(seenBy)(
  'a picture that EXIF turns (%i) is turned, pixel for pixel, and says so',
  async (orientation, rows) => {
    const stored = sharp(Buffer.from(sixColours.flat()), { raw: { width: 3, height: 2, channels: 3 } });
    const file = await taken(await stored.withMetadata({ orientation }).png().toBuffer());
    expect([file.pieces[0]?.width, file.pieces[0]?.height]).toEqual([rows[0]?.length, rows.length]);
    const colour = (at: Buffer) => 'rgbycm'[sixColours.findIndex((one) => Buffer.from(one).equals(at))];
    const found = await pixels(largest(file));
    const flat = Array.from({ length: 6 }, (_, at) => colour(found.subarray(at * 3, at * 3 + 3)));
    expect(flat).toEqual(rows.flat());
    expect(file.notes.includes('已按拍摄方向摆正')).toBe(orientation !== 1);
  },
);

test('transparency makes a PNG, also in a photograph; so do flat colours; the rest is a JPEG', async () => {
  const bar = (left: number, height: number) => ({
    input: { create: { width: 60, height, channels: 3, background: '#c30' } } as const,
    ...{ left, top: 480 - height },
  });
  const flat = sharp({ create: { width: 900, height: 500, channels: 3, background: '#fff' } }).composite(
    [20, 110, 200, 290, 380, 470, 560, 650, 740].map((left, at) => bar(left, 100 + ((at * 137) % 300))),
  );
  expect((await taken(await flat.clone().png().toBuffer())).type).toBe('PNG');
  expect((await taken(await noise(900, 500).png().toBuffer())).type).toBe('JPEG');
  // A photograph that came as JPEG stays one, however flat.
  expect((await taken(await flat.clone().jpeg().toBuffer())).type).toBe('JPEG');
  const through = await noise(900, 500).ensureAlpha(0.5).png().toBuffer();
  const kept = await taken(through);
  expect(kept.type).toBe('PNG');
  expect((await sharp(largest(kept)).stats()).isOpaque).toBe(false);
  expect((await taken(await noise(900, 500).ensureAlpha(1).png().toBuffer())).type).toBe('JPEG');
});

test('one pixel that shows through is enough for a PNG', async () => {
  const bytes = await noise(300, 200).ensureAlpha(1).raw().toBuffer();
  bytes[4 * 777 + 3] = 0;
  const file = await taken(
    await sharp(bytes, { raw: { width: 300, height: 200, channels: 4 } })
      .png()
      .toBuffer(),
  );
  expect(file.type).toBe('PNG');
});

test('a palette with transparency, an interlaced one and grey ones of 1 and 16 bits come in', async () => {
  const palette = await noise(64, 64).ensureAlpha(0.3).png({ palette: true }).toBuffer();
  expect((await taken(palette)).type).toBe('PNG');
  expect((await taken(await noise(64, 64).png({ progressive: true }).toBuffer())).pieces[0]?.width).toBe(64);
  expect((await taken(await noise(64, 64).greyscale().png({ colours: 2 }).toBuffer())).pieces).toHaveLength(1);
  const deep = await noise(64, 64).toColourspace('rgb16').png().toBuffer();
  expect((await sharp(deep).metadata()).depth).toBe('ushort');
  expect((await sharp(largest(await taken(deep))).metadata()).depth).toBe('uchar');
});

test('colours of another space become those of the screen', async () => {
  // Display P3 (200, 100, 50) is about sRGB (214, 96, 34): reckoned by the two matrices of the norms.
  const square = { create: { width: 40, height: 40, channels: 3, background: 'rgb(200,100,50)' } } as const;
  const made = await sharp(square).png().toBuffer();
  const tagged = await sharp(made).keepIccProfile().withIccProfile('p3', { attach: true }).png().toBuffer();
  const wide = await sharp(tagged, { ignoreIcc: true }).raw().toBuffer();
  const file = await taken(tagged);
  const [red = 0, green = 0, blue = 0] = await pixels(largest(file));
  // It was converted to P3 when it was made, so that it has to come back, and not stay as it was stored.
  expect([...wide.subarray(0, 3)]).not.toEqual([200, 100, 50]);
  for (const [is, was] of [
    [red, 200],
    [green, 100],
    [blue, 50],
  ] as const)
    expect(Math.abs(is - was)).toBeLessThan(4);
  expect((await sharp(largest(file)).metadata()).icc).toBeUndefined();
});

test('a picture in printing colours comes as one for the screen, and says that colours may differ', async () => {
  const cmyk = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#ffffff' } })
    .toColourspace('cmyk')
    .jpeg({ quality: 100 })
    .toBuffer();
  expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
  const file = await taken(cmyk);
  expect(file.notes).toContain('印刷颜色（CMYK）已换成屏幕颜色，可能略有不同');
  // White stays white: an inverted reading of Adobe's JPEG would make it black.
  for (const value of (await pixels(largest(file))).subarray(0, 3)) expect(value).toBeGreaterThan(245);
});

test('of what moves the first frame stays, and it is said', async () => {
  const frames = Buffer.concat([Buffer.alloc(16 * 16 * 3, 200), Buffer.alloc(16 * 16 * 3, 10)]);
  const moving = sharp(frames, { raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } });
  for (const bytes of [
    await moving.clone().gif().toBuffer(),
    await moving.clone().webp({ lossless: true }).toBuffer(),
  ]) {
    const file = await taken(bytes);
    expect(file.notes).toContain('动图只留第一帧');
    expect([file.pieces[0]?.width, file.pieces[0]?.height]).toEqual([16, 16]);
    expect(Math.abs(((await pixels(largest(file)))[0] ?? 0) - 200)).toBeLessThan(4);
  }
  expect((await taken(await noise(16, 16).gif().toBuffer())).notes).not.toContain('动图只留第一帧');
});
