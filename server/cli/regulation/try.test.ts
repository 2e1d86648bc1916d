/** Trying a draft on what really happened, on the small bureau of the door's tests. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../../core/day.ts';
import { fence } from '../../../core/regulation/sample.fixture.ts';
import { packageRoot } from '../../db/package-root.ts';
import { openFolder } from '../../db/testing.ts';
import { now } from '../../now.ts';
import { walker } from '../../walk.fixture.ts';
import { menhu } from '../run.fixture.ts';

const w = walker();
let folder: string;
beforeAll(async () => {
  folder = openFolder('try');
  await w.published();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const today = localDay(now());
const present = readFileSync(join(packageRoot(), 'regulations/zj-portal.md'), 'utf8');
/** The text in force with one more article. */
const draft = (...lines: readonly string[]): string => {
  const path = join(folder, 'draft.md');
  writeFileSync(path, `${present}\n## 第九十九条 试算 {#99}\n\n试的一条。\n\n${fence('duty tried', ...lines)}\n`);
  return path;
};
const daily = ['over: column law', 'by: column.lead', 'event: article.published'];
const cli = (...args: string[]) => menhu(['regulation', 'try', ...args], { DATABASE_URL: w.url(), MENHU_LANG: 'zh' });
const rowOf = (out: string) => JSON.parse(out).duties.find(({ duty }: { duty: string }) => duty === 'tried');

test('a draft tells who would have met it and who would have breached it, and changes nothing', async () => {
  const versions = async () => (await w.pool().query('select count(*)::int as n from regulations.version')).rows;
  const before = await versions();
  const one = draft(...daily, 'rate: at least 1 per day');
  const met = await cli(one, '--unit', '局', '--since', today, '--json');
  expect([met.code, met.err]).toEqual([0, '']);
  expect(rowOf(met.out)).toMatchObject({ lines: 1, met: 1, breached: 0, law: expect.stringContaining('第九十九条') });
  const strict = draft(...daily, 'rate: at most 0 per day');
  const found = rowOf((await cli(strict, '--unit', '局', '--since', today, '--json')).out);
  expect(found).toMatchObject({ lines: 1, met: 0, breached: 1, who: [{ n: 1 }] });
  const told = await cli(strict, '--unit', '局', '--since', today);
  expect(told.out).toContain(`违反的：${found.who[0].name} 1`);
  expect(await versions()).toEqual(before);
});

test('texts that would have gone another way are told with both ways, and none where the chains stay as they are', async () => {
  const same = await cli(draft(...daily, 'rate: at least 1 per day'), '--unit', '局', '--since', today, '--json');
  expect(JSON.parse(same.out).articles).toEqual({ sent: 1, other: [] });
  const path = join(folder, 'longer.md');
  const step = fence(
    'step legal',
    'for: { site: main }',
    'add: { post: head, of: legal, act: review }',
    'place: first',
  );
  writeFileSync(path, `${present}\n## 第九十九条 法规先看 {#99}\n\n法规处先看。\n\n${step}\n`);
  const longer = await cli(path, '--unit', '局', '--since', today, '--json');
  const { sent, other } = JSON.parse(longer.out).articles;
  expect([sent, other.length]).toEqual([1, 1]);
  expect(other[0].would).toEqual(['法规处的处室负责人审核', ...other[0].took]);
  const told = await cli(path, '--unit', '局', '--since', today);
  expect(told.out).toContain('稿件流程：看了 1 次报送，1 件会走另一条流程');
  expect(told.out).toMatch(/原来：.*发布\n.*草案：法规处的处室负责人审核 → /);
});

test('what is wrong is told: a fault of the draft, a day that is none, a unit that is missing', async () => {
  const broken = await cli(draft('over: column law'), '--unit', '局', '--since', today);
  expect([broken.code, broken.out.includes('缺少“by”')]).toEqual([1, true]);
  const sound = draft(...daily, 'rate: at least 1 per day');
  expect(await cli(sound, '--unit', '局')).toMatchObject({ code: 2, err: expect.stringContaining('缺少 --since') });
  expect(await cli(sound, '--unit', '局', '--since', '2026-02-30')).toMatchObject({ code: 2 });
  expect(await cli(sound, '--since', today)).toMatchObject({ code: 2, err: expect.stringContaining('缺少 --unit') });
});
