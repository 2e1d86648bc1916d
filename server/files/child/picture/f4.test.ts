import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { noise, secrets, telling } from './made.fixture.ts';
import { stripJpeg, stripPng } from './strip.ts';
import { out, taken } from './taken.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'menhu-f4-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What exiftool (Debian: libimage-exiftool-perl) finds in files beside the files themselves, as `group:tag value`. */
function said(...paths: string[]): string[] {
  const run = spawnSync('exiftool', ['-a', '-G1', '-s', '-json', ...paths], { encoding: 'utf8' });
  if (run.error) throw new Error(`exiftool does not start, and nothing else shows what is left: ${run.error.message}`);
  const found = JSON.parse(run.stdout) as Record<string, unknown>[];
  expect(found).toHaveLength(paths.length);
  return found
    .flatMap((file) => Object.entries(file))
    .filter(([tag]) => !/^(SourceFile|System:|ExifTool:|Composite:)/.test(tag))
    .map(([tag, value]) => `${tag} ${String(value)}`);
}

function written(bytes: Buffer, name: string): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

/** Form and size of the pixels; nothing that anybody chose, and no camera. */
const harmless =
  /^(File:(FileType|FileTypeExtension|MIMEType|ImageWidth|ImageHeight|EncodingProcess|BitsPerSample|ColorComponents|YCbCrSubSampling)|JFIF:\w+|PNG:(ImageWidth|ImageHeight|BitDepth|ColorType|Compression|Filter|Interlace|PixelsPerUnit\w|PixelUnits)|PNG:ProfileName(?= icc$)|PNG-pHYs:\w+|IFD0:Orientation|File:ExifByteOrder) /;

/** A profile whose fields for program, day, device and maker are empty. */
const colours =
  /^(ICC-header:(ProfileVersion|ProfileClass|ColorSpaceData|ProfileConnectionSpace|ProfileFileSignature|CMMFlags|DeviceAttributes|RenderingIntent|ConnectionSpaceIlluminant|(ProfileCMMType|PrimaryPlatform|DeviceManufacturer|DeviceModel|ProfileCreator) *$|PrimaryPlatform Unknown \(\W*\)$|ProfileDateTime 0000:00:00 00:00:00$|ProfileID 0$)|ICC_Profile:(MediaWhitePoint|ChromaticAdaptation|(Red|Green|Blue)(MatrixColumn|TRC)))/;

/** Empty, zero, or what zero means to exiftool. */
const blank = /^ICC[-_]\S+ (0|0 0 0|0%|Unknown|Unknown \(\W*0?\W*\))?$/;

const isSaying = (line: string): boolean => ![harmless, colours, blank].some((form) => form.test(line));

const minute = 60_000;

test(
  'F4 exiftool finds secrets in what comes in, and nothing but the form of the pixels in what goes out',
  async () => {
    const outgoing: string[] = [];
    for (const [name, image] of [
      ['a.jpg', telling(noise(600, 400), 6).jpeg()],
      ['b.png', telling(noise(600, 400)).png()],
      ['c.webp', telling(noise(600, 400)).webp()],
    ] as const) {
      const given = await image.toBuffer();
      const before = said(written(given, name)).join('\n');
      for (const secret of [...secrets, 'GPSLatitude']) expect(before).toContain(secret);
      outgoing.push(...(await taken(given)).pieces.map((piece) => join(out, piece.file)));
    }
    expect(outgoing).toHaveLength(5);
    expect(said(...outgoing).filter(isSaying)).toEqual([]);
  },
  minute,
);

test(
  'F4 exiftool finds nothing but the form of the pixels in a picture that was only stripped',
  async () => {
    const jpeg = stripJpeg(await telling(noise(600, 400), 6).jpeg().toBuffer()).bytes;
    const png = stripPng(await telling(noise(600, 400), 6).png().toBuffer()).bytes;
    const lines = said(written(jpeg, 'd.jpg'), written(png, 'e.png'));
    expect(lines.filter(isSaying)).toEqual([]);
    expect(lines.filter((line) => line === 'IFD0:Orientation Rotate 90 CW')).toHaveLength(2);
  },
  minute,
);

test(
  'F4 material/images: nothing is left in real photographs',
  async () => {
    const root = fileURLToPath(new URL('../../../../', import.meta.url));
    const material = join(process.env.MENHU_MATERIAL ?? join(root, '../shared/material'), 'images');
    if (!existsSync(material))
      return console.warn('F4: material/images is absent, so that its photographs were not tried');
    const given = ['starfish.jpg', 'test.jpg'].map((name) => join(material, name));
    expect(said(...given).filter(isSaying)).not.toEqual([]);
    const outgoing = await Promise.all(
      given.map(async (path) => [
        ...(await taken(readFileSync(path))).pieces.map((piece) => join(out, piece.file)),
        written(stripJpeg(readFileSync(path), 'close').bytes, basename(path)),
      ]),
    );
    expect(said(...outgoing.flat()).filter(isSaying)).toEqual([]);
  },
  minute,
);
