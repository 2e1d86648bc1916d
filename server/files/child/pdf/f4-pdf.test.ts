import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { noise, secrets, telling } from '../picture/made.fixture.ts';
import { onePage } from './paper.fixture.ts';
import { scrubPdf } from './pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'menhu-f4-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program of Debian's (libimage-exiftool-perl, poppler-utils); that it isn't there fails the test. */
function run(program: string, ...args: string[]): string {
  const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64_000_000 });
  if (done.error) throw new Error(`${program} does not start: ${done.error.message}`);
  return done.stdout;
}

/** Of each file what exiftool finds in it, `-ee` also in what is embedded. */
function said(paths: readonly string[]): Map<string, string[]> {
  const found = JSON.parse(run('exiftool', '-a', '-ee', '-G1', '-s', '-json', ...paths)) as Record<string, unknown>[];
  const lines = (file: Record<string, unknown>) =>
    Object.entries(file)
      .filter(([tag]) => !/^(SourceFile|System:|ExifTool:|File:|Composite:)/.test(tag))
      .map(([tag, value]) => `${tag} ${String(value)}`);
  return new Map(found.map((file) => [String(file.SourceFile), lines(file)]));
}

/** Of the pages, and of colour profiles whose fields are zero. */
const harmless =
  /^(JFIF:(JFIFVersion|ResolutionUnit|[XY]Resolution) |Adobe:(DCTEncodeVersion|APP14Flags[01]|ColorTransform) |PDF:(PDFVersion|EmbeddedImage\w*|Linearized|PageCount|PageMode|PageLayout|Language|TaggedPDF|HasXFA) |ICC[-_]\S+ (0|0 0 0|0%|Unknown|Unknown \(\W*0?\W*\))?$|ICC-header:(?!ProfileDateTime|DeviceM|ProfileCreator|ProfileCMM)|ICC-header:ProfileDateTime 0000|ICC_Profile:(Media\w+Point|\w+MatrixColumn|\w+TRC|ChromaticAdaptation))/;

/** The pages as pictures, each by its hash. */
function rendered(path: string): string[] {
  const pages = mkdtempSync(join(folder, 'pages-'));
  run('pdftoppm', '-r', '36', '-l', '3', path, join(pages, 'p'));
  return readdirSync(pages)
    .sort()
    .map((name) => readFileSync(join(pages, name)).toString('base64'));
}

test('F4 exiftool finds author, program and place in what comes in, and only pages in what goes out', async () => {
  const jpeg = await telling(noise(60, 40)).jpeg().toBuffer();
  const image = '/Subtype /Image /Width 60 /Height 40 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode';
  const given = onePage({
    page: '/Resources << /XObject << /I 11 0 R >> >> /Contents 12 0 R',
    trailer: '/Info 10 0 R',
    more: {
      10: `<< /Author (${secrets[0]}) /Producer (Word of ${secrets[0]}) /Title (C:\\\\Users\\\\wang\\\\site.doc) >>`,
      11: { dict: image, content: jpeg },
      12: { dict: '', content: 'q 180 0 0 80 10 10 cm /I Do Q' },
    },
  });
  const scrubbed = await scrubPdf(given);
  if (!scrubbed.ok) throw new Error(scrubbed.message);
  const [before, after] = [join(folder, 'before.pdf'), join(folder, 'after.pdf')];
  writeFileSync(before, given);
  writeFileSync(after, scrubbed.bytes);
  const found = said([before, after]);
  expect(found.get(before)?.join('\n')).toMatch(/Author Wang Secret/);
  expect(found.get(after)?.filter((line) => !harmless.test(line))).toEqual([]);
  expect(rendered(after)).toEqual(rendered(before));
  expect(rendered(after)).toHaveLength(1);
}, 60_000);

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const material = join(process.env.MENHU_MATERIAL ?? join(root, '../shared/material'), 'pdf');
/** Damaged on purpose, so that no two viewers draw the same. */
const unlike = new Set(['fuzz-23642.fuzz']);

test('F4 material/pdf: each file is taken with the same pages and nothing else, or refused in words', async () => {
  if (!existsSync(material)) return console.warn('F4: material/pdf is absent, so that its 140 files were not tried');
  const out = join(folder, 'material');
  mkdirSync(out);
  const lines: string[] = [];
  const taken: (readonly [given: string, scrubbed: string])[] = [];
  for (const path of readdirSync(material, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(pdf|fuzz)$/.test(path)) continue;
    const began = process.cpuUsage();
    const verdict = await scrubPdf(readFileSync(join(material, path)));
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1e6, path).toBeLessThan(10);
    lines.push(`${verdict.ok ? 'taken' : verdict.code} ${path}`);
    if (!verdict.ok) continue;
    taken.push([join(material, path), join(out, `${taken.length}.pdf`)]);
    writeFileSync(join(out, `${taken.length - 1}.pdf`), verdict.bytes);
  }
  const counts = new Map<string, number>();
  for (const [word = ''] of lines.map((line) => line.split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1);
  console.info([...counts].map(([word, count]) => `${count} ${word}`).join(', '));
  expect(taken.length).toBeGreaterThan(80);
  for (const [path, found] of said(taken.map(([, scrubbed]) => scrubbed))) {
    expect(
      found.filter((line) => !harmless.test(line)),
      path,
    ).toEqual([]);
  }
  const changed = taken.filter(([given, scrubbed]) => rendered(given).join() !== rendered(scrubbed).join());
  expect(changed.map(([given]) => given.split('/').at(-1)).filter((name) => !unlike.has(name ?? ''))).toEqual([]);
}, 300_000);
