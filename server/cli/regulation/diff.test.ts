/** Two files compared on the command line, as people read it and as programs do. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../db/package-root.ts';
import { openFolder } from '../../db/testing.ts';
import { menhu } from '../run.fixture.ts';

const old = join(packageRoot(), 'regulations/qx-site.md');
let folder: string;
beforeAll(() => {
  folder = openFolder('diff');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const changed = (...pieces: readonly (readonly [string, string])[]): string => {
  const path = join(folder, 'new.md');
  writeFileSync(
    path,
    pieces.reduce((text, [from, to]) => text.replace(from, to), readFileSync(old, 'utf8')),
  );
  return path;
};
const diff = (...args: string[]) => menhu(['regulation', 'diff', ...args], { MENHU_LANG: 'zh' });

test('two versions are compared in words, and as JSON', async () => {
  const now = changed(['version: 1', 'version: 2'], ['within: 24 hours', 'within: 1 day']);
  const { code, out, err } = await diff(old, now);
  expect([code, err]).toEqual([0, '']);
  const lines = out.split('\n').filter((line) => line !== '');
  expect(lines[0]).toMatch(/第 1 版 → 《.*》第 2 版$/);
  expect(lines.slice(1, 3)).toEqual(['职责', expect.stringMatching(/^ {2}更松：职责和期限 .*（改的是要做什么）$/)]);
  expect(lines.slice(3)).toEqual([
    expect.stringMatching(/原来：.*24 小时内.*（第八条（一））$/),
    expect.stringMatching(/现在：.*1 日内.*（第八条（一））$/),
  ]);
  const { out: json } = await diff(old, now, '--json');
  expect(JSON.parse(json)).toMatchObject({
    compared: true,
    after: { slug: 'qx-site', version: 2 },
    duties: [{ change: 'laxer' }],
    chains: [],
  });
  expect((await diff(old, old)).out).toContain('两版做的事完全一样。');
});

test('a text that can’t be read says where, and two files are asked for', async () => {
  const { code, out } = await diff(old, changed(['within: 24 hours', 'within: 24 houres']));
  expect([code, out]).toEqual([1, expect.stringMatching(/new\.md:\d+:\d+: 错误：.*houres/)]);
  expect(await diff(old)).toMatchObject({ code: 2, err: expect.stringContaining('要比较哪两个文件') });
});
