/** Strangers' files, well meant and hostile, each through the real child. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileChild } from './compiled.fixture.ts';
import { safeName } from './display-name.ts';
import { tinyJpeg } from './jpeg.fixture.ts';
import { runProgram } from './limited.ts';
import { orNotTaken } from './not-taken.ts';
import { docx } from './office/office.fixture.ts';
import { fairQueue } from './queue.ts';
import { namedType } from './sniff.ts';
import type { Verdict } from './types.ts';
import { gigabyte, liar, nested, quoted, shared } from './zip/bombs.fixture.ts';

const material = process.env.MENHU_MATERIAL ?? fileURLToPath(new URL('../../../../shared/material', import.meta.url));
const isAbsent = !existsSync(material);
const folder = await mkdtemp(join(tmpdir(), 'files-material-'));
let compiled: Awaited<ReturnType<typeof compileChild>>;
beforeAll(async () => {
  compiled = await compileChild();
}, 120_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await compiled.remove();
});

const inTurn = fairQueue(2);
let count = 0;
/** As runLimited does, with the program that is compiled already. */
async function verdictOf(input: string, name: string): Promise<Verdict> {
  const byName = await orNotTaken(async () => void namedType(safeName(name), 'attachment'));
  if (byName) return byName;
  const out = join(folder, `out-${++count}`);
  await mkdir(out);
  const verdict = await inTurn('', () => runProgram(compiled.main, { task: 'attachment', input, name, out }));
  expect(await readdir(out)).toHaveLength(verdict.ok ? 1 : 0);
  await rm(out, { recursive: true });
  return verdict;
}

/** `begin 644 name`, lines that say their length, `end`; what Node has no reader for. */
function uudecode(text: string): Buffer {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => /^begin \d+ /.test(line)) + 1;
  return Buffer.concat(
    lines.slice(from, lines.indexOf('end', from)).map((line) => {
      const [length, ...signs] = [...line].map((sign) => (sign.charCodeAt(0) - 32) & 63) as [number, ...number[]];
      const bits = signs.map((sign) => sign.toString(2).padStart(6, '0')).join('');
      return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).subarray(0, length);
    }),
  );
}

const filesIn = (under: string): string[] =>
  readdirSync(under).flatMap((name) =>
    statSync(join(under, name)).isDirectory() ? filesIn(join(under, name)) : [join(under, name)],
  );

/** The file itself, decoded where it is written in letters, and the name it would be uploaded under. */
async function uploadOf(path: string): Promise<readonly [input: string, name: string]> {
  if (extname(path) !== '.uu') return [path, basename(path)];
  const input = join(folder, `in-${++count}`);
  await writeFile(input, uudecode(readFileSync(path, 'latin1')));
  return [input, basename(path, '.uu')];
}

const codeOf = (verdict: Verdict): string => (verdict.ok ? 'taken' : verdict.code);

test('F3 every file of the material gets a verdict, and we live and stay awake', async () => {
  if (isAbsent) {
    console.log('The material is absent (../shared/material): this test looked at nothing.');
    return;
  }
  let ticks = 0;
  const clock = setInterval(() => ticks++, 100);
  const tally = new Map<string, number>();
  const verdicts = await Promise.all(
    ['docx', 'pdf', 'archives', 'uploads', 'images'].flatMap((kind) =>
      filesIn(join(material, kind)).map(async (path) => {
        const code = codeOf(await verdictOf(...(await uploadOf(path))));
        const key = `${kind}: ${code}`;
        tally.set(key, (tally.get(key) ?? 0) + 1);
        return code;
      }),
    ),
  );
  clearInterval(clock);
  console.log(
    [...tally]
      .sort()
      .map(([key, times]) => `${key} ${times}`)
      .join('\n'),
  );
  expect(verdicts).toHaveLength(321);
  expect(ticks).toBeGreaterThan(50);
  // None of it may cost us the child: what is broken is refused in our words, by a child that lives.
  expect(verdicts.filter((code) => code.startsWith('unreadable'))).toEqual([]);
  expect([tally.get('docx: taken'), tally.get('docx: comments'), tally.get('docx: linked_picture')]).toEqual([
    10, 1, 1,
  ]);
  expect(tally.get('images: taken')).toBe(2);
}, 900_000);

test('F3 bombs through the real child: each is refused in words, none takes its time or memory', async () => {
  const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><w:hdr xmlns:w="x">&b;</w:hdr>';
  const part = (text: string) =>
    docx(tinyJpeg(''), {
      links: [['x1', 'header', 'header1.xml']],
      parts: [['word/header1.xml', text, 'application/xml']],
    });
  const bombs: readonly (readonly [string, Buffer, string])[] = [
    ['a.zip', gigabyte(), 'too_large_inside'],
    ['a.docx', gigabyte(), 'too_large_inside'],
    ['b.zip', liar(), 'too_large_inside'],
    ['c.zip', nested(5), 'too_deep'],
    ['d.zip', shared(100), 'zip_broken'],
    ['e.zip', quoted(50), 'zip_broken'],
    ['laughs.docx', await part(laughs), 'doctype'],
    ['deep.docx', await part('<a>'.repeat(1_000_000)), 'part_too_large'],
    ['wide.docx', await part(`<a ${Array.from({ length: 300_000 }, (_, at) => `b${at}="1"`).join(' ')}/>`), 'taken'],
  ];
  for (const [name, bytes, code] of bombs) {
    const input = join(folder, name);
    await writeFile(input, bytes);
    expect([name, codeOf(await verdictOf(input, name))]).toEqual([name, code]);
  }
}, 300_000);
