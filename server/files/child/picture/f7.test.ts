import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bounds } from '../walls.ts';
import { canvasWebp, gif, manyScans, noise, zerosPng } from './made.fixture.ts';
import { encodePicture } from './picture.ts';
import { chunkOf } from './png.ts';

const root = mkdtempSync(join(tmpdir(), 'menhu-f7-'));
const [folder, out] = [join(root, 'in'), join(root, 'out')];
afterAll(() => rmSync(root, { recursive: true }));

type Line = { readonly name: string; readonly result: string; readonly cpuMs: number; readonly peakMb: number };
const lines = new Map<string, Line>();

/** Name, what is made, and what has to come of it: a code, or the pieces. */
const hostile: readonly (readonly [string, () => Promise<Buffer>, string])[] = [
  ['progressive JPEG of 100 million pixels', () => plain(10_000, 10_000), 'w1600.jpg w960.jpg w480.jpg'],
  ['PNG of 400 million pixels in 50 KB', async () => zerosPng(20_000, 20_000), 'picture_too_many_pixels'],
  [
    'PNG of two billion by two billion',
    async () => zerosPng(2 ** 31 - 1, 2 ** 31 - 1, { content: 100 }),
    'picture_too_long',
  ],
  ['PNG without width', async () => zerosPng(0, 10, { content: 10 }), 'picture_broken'],
  ['PNG of 10 by 10 whose data unpack to 100 MB', async () => zerosPng(10, 10, { content: 100_000_000 }), 'w10.png'],
  ['PNG with a text that unpacks to 100 MB', bigText, 'w10.png'],
  ['PNG of 100 million pixels', async () => zerosPng(10_000, 10_000), 'w1600.png w960.png w480.png'],
  ['GIF of 10,000 frames', async () => gif(2_000, 2_000, 10_000), 'w1600.png w960.png w480.png'],
  ['GIF with the largest canvas', async () => gif(65_535, 65_535, 1), 'picture_too_long'],
  ['GIF of 400 million pixels', async () => gif(20_000, 20_000, 1), 'picture_too_many_pixels'],
  ['WebP with the largest canvas', async () => canvasWebp(2 ** 24, 2 ** 24), 'picture_too_long'],
  ['WebP of 400 million pixels', async () => canvasWebp(20_000, 20_000), 'picture_too_many_pixels'],
  ['JPEG with 1,000 passes', () => manyScans(1_000), 'picture_odd'],
  [
    'JPEG that claims 65,000 by 65,000',
    async () => resized(await noise(64, 64).jpeg().toBuffer(), 65_000, 65_000),
    'picture_too_many_pixels',
  ],
  [
    'JPEG that claims 9,000 by 9,000 and holds 64',
    async () => resized(await noise(64, 64).jpeg().toBuffer(), 9_000, 9_000),
    'w1600.jpg w960.jpg w480.jpg',
  ],
  ['JPEG without height', async () => resized(await noise(64, 64).jpeg().toBuffer(), 64, 0), 'picture_broken'],
  ['JPEG of one by 65,500', () => plain(1, 65_500), 'w1.jpg'],
];

async function bigText(): Promise<Buffer> {
  const content = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(100_000_000))]);
  return zerosPng(10, 10, { extra: [chunkOf('zTXt', content)] });
}

const plain = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#888' } })
    .jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
    .toBuffer();

/** The frame header says another size than the data have. */
function resized(jpeg: Buffer, width: number, height: number): Buffer {
  const frame = Math.max(jpeg.indexOf(Buffer.from([0xff, 0xc0])), jpeg.indexOf(Buffer.from([0xff, 0xc2])));
  jpeg.writeUInt16BE(height, frame + 5);
  jpeg.writeUInt16BE(width, frame + 7);
  return jpeg;
}

// One process for all, so that its peak is that of the worst of them; its address space is that of a child.
beforeAll(async () => {
  mkdirSync(folder);
  mkdirSync(out);
  for (const [at, [name, made]] of hostile.entries()) {
    writeFileSync(join(folder, `${String(at).padStart(2, '0')} ${name}`), await made());
  }
  const program = fileURLToPath(new URL('./f7.fixture.ts', import.meta.url));
  const node = [process.execPath, '--max-old-space-size=512', '--disable-wasm-trap-handler', '--v8-pool-size=1'];
  const run = spawnSync(
    'prlimit',
    [`--as=${bounds.sourceBytes}`, '--cpu=120', ...node, '--import', 'tsx', program, folder, out],
    {
      encoding: 'utf8',
      timeout: 200_000,
      env: { PATH: process.env.PATH, MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' },
    },
  );
  for (const line of run.stdout.split('\n').filter(Boolean)) {
    const read = JSON.parse(line) as Line;
    lines.set(read.name.slice(3), read);
  }
  if (lines.size < hostile.length) throw new Error(`the process ended early: ${run.signal} ${run.stderr}`);
}, 240_000);

test.each(hostile)('F7 %s: refused, or taken within bounds', (name, _, expected) => {
  expect(lines.get(name)?.result).toBe(expected);
});

test('F7 none of them takes the memory of a child, nor its time', () => {
  const all = [...lines.values()];
  console.info(
    all
      .map(({ name, result, cpuMs, peakMb }) => `${cpuMs} ms of CPU, peak ${peakMb} MB: ${name}: ${result}`)
      .join('\n'),
  );
  expect(Math.max(...all.map((line) => line.peakMb))).toBeLessThan(900);
  expect(Math.max(...all.map((line) => line.cpuMs))).toBeLessThan(bounds.cpuSeconds * 1000);
});

test('F7 whatever byte is broken, whatever is missing: a picture or a refusal, never an error', async () => {
  const image = noise(40, 30);
  const kinds = await Promise.all([
    image.clone().jpeg().toBuffer(),
    image.clone().jpeg({ progressive: true }).toBuffer(),
    image.clone().png().toBuffer(),
    image.clone().gif().toBuffer(),
    image.clone().webp().toBuffer(),
  ]);
  const broken = fc.tuple(fc.constantFrom(...kinds), fc.nat(), fc.nat(255), fc.nat());
  await fc.assert(
    fc.asyncProperty(broken, async ([whole, at, value, end]) => {
      const bytes = Buffer.from(whole.subarray(0, 1 + (end % (whole.length * 2))));
      bytes[at % bytes.length] = value;
      const verdict = await encodePicture(bytes, { name: 'x', out });
      if ('ok' in verdict) expect(verdict.message).toMatch(/请/);
      else expect(verdict.pieces.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
}, 60_000);
