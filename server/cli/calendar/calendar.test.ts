/** `menhu calendar …` as it is typed, on the county of the door's tests: seeded, loaded, loaded again, extra days, refusals. */
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedYears } from '../../../core/calendar/years.ts';
import { nthWorkday, workdayAt } from '../../../core/calendar.ts';
import { act } from '../../act.ts';
import { calendarAt, loadedYears } from '../../calendar-of.ts';
import { type County, county } from '../../county.fixture.ts';
import { freshDatabase, openFolder, type TestDatabase } from '../../db/testing.ts';
import { now } from '../../now.ts';
import { calendarFinding } from '../doctor/calendar.ts';
import { menhu } from '../run.fixture.ts';

let fresh: TestDatabase;
let c: County;
let folder: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  c = await county(fresh.db);
  folder = openFolder('calendar');
}, 60_000);
afterAll(async () => {
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

const cli = (...args: string[]) => menhu(['calendar', ...args], { DATABASE_URL: fresh.url, MENHU_LANG: 'zh' });
const file = (name: string, ...lines: string[]): string => {
  writeFileSync(join(folder, name), lines.join('\n'));
  return join(folder, name);
};
const installation = async () =>
  (await fresh.db.selectFrom('door.installation').select('id').executeTakeFirstOrThrow()).id;
/** Invented: the real arrangement for 2031 is not out. */
const year = (...more: string[]) =>
  ['2031-01-01,休,元旦', '2031-05-01,休,劳动节', '2031-10-01,休,国庆节', '2031-10-04,班,国庆节', ...more] as const;

test('a new installation has the years of the seed, each as core/calendar/years.ts states it', async () => {
  const rows = await loadedYears(fresh.db, now());
  expect(rows.map(({ year, days }) => ({ year, days }))).toEqual(seedYears);
  expect(rows.every(({ unitId, byPerson }) => unitId === null && byPerson === null)).toBe(true);
  const shown = await cli('show', '2026');
  expect(shown.out).toContain('2026 年有 248 个工作日');
  expect(shown.out).toContain('  劳动节  休 05-01 05-02 05-03 05-04 05-05  班 05-09');
});

test('E4 a loaded year makes its days sure; loading it again is a new version, and the old one still answers for its time', async () => {
  const before = await calendarAt(fresh.db, now());
  expect(workdayAt('2031-10-01', before)).toEqual({ isWorkday: true, isSure: false });
  const first = await cli('load', file('a.csv', ...year()), '--by', 'writer');
  expect([first.code, first.err, first.out]).toEqual([0, '', '已导入2031 年：放假 3 天（含周末），补班 1 天']);
  const then = now();
  const loaded = await calendarAt(fresh.db, then);
  expect(workdayAt('2031-10-04', loaded)).toEqual({ isWorkday: true, isSure: true });
  expect(loaded.hash).not.toBe(before.hash);

  expect((await cli('load', file('b.csv', ...year('2031-10-02,休,国庆节')), '--by', 'writer')).code).toBe(0);
  const newer = await calendarAt(fresh.db, now());
  expect(nthWorkday('2031-09-30', 1, newer).on).toBe('2031-10-03');
  // As of the moment before, nothing has changed: not a day, not the hash.
  const old = await calendarAt(fresh.db, then);
  expect([old.hash, nthWorkday('2031-09-30', 1, old).on]).toEqual([loaded.hash, '2031-10-02']);
  const events = await fresh.db
    .selectFrom('door.event')
    .select(['subjectKind', 'person', 'address', 'after'])
    .where('kind', '=', 'calendar.loaded')
    .orderBy('seq')
    .execute();
  expect(events).toHaveLength(2);
  expect(events[0]).toMatchObject({
    subjectKind: 'installation',
    person: c.person('writer'),
    address: 'menhu calendar',
    after: { year: '2031', days: '4' },
  });
});

test('the same days again are refused, and nothing is added', async () => {
  const again = await cli('load', file('c.csv', ...year('2031-10-02,休,国庆节')), '--by', 'writer');
  expect(again).toMatchObject({ code: 1, err: 'menhu: 和已经导入的完全一样，不用再导入' });
});

test('a year with a wrong day is refused with its line, and nothing is loaded', async () => {
  const wrong = await cli('load', file('d.csv', ...year('2031-10-03,班,国庆节')), '--by', 'writer');
  expect(wrong.code).toBe(1);
  expect(wrong.out).toMatch(
    /d\.csv 有 1 处要改，没有导入：\n {2}第 5 行第 1 列：10 月 3 日（星期五）本来就上班，不能是补班：请核对日期$/,
  );
  // The door looks for itself, whoever knocks.
  const asked = {
    subject: 'calendar',
    verb: 'load_for',
    id: await installation(),
    version: 0,
    key: randomUUID(),
  } as const;
  const days = [{ on: '2031-10-03', isOff: false, name: '国庆节' }];
  const actor = { person: c.person('writer'), address: 'test' };
  expect(await act(fresh.db, { ...asked, actor, body: { year: 2031, days } })).toMatchObject({
    status: 409,
    body: {
      code: 'calendar_wrong',
      reasons: [
        expect.stringContaining('本来就上班'),
        ...['元旦', '劳动节', '国庆节'].map((name) => expect.stringContaining(`缺少${name}`)),
      ],
    },
  });
  const rows = (await loadedYears(fresh.db, now())).filter((row) => row.year === 2031);
  expect(rows[0]?.days).toHaveLength(5);
});

test('the rows of the calendar are only added to', async () => {
  for (const text of ['update calendar.version set year = 2030', 'delete from calendar.version'])
    await expect(fresh.pool.query(text)).rejects.toThrow('permission denied');
});

test('a unit has its own days, which hold for it and the units below it, and for nobody else', async () => {
  const extra = file('e.csv', '2026-12-03,休,开斋节');
  const loaded = await cli('extra', extra, '--unit', '云溪分局', '--by', 'writer');
  expect([loaded.code, loaded.err, loaded.out]).toEqual([
    0,
    '',
    '已导入“云溪分局”的 2026 年：放假 1 天（含周末），补班 0 天',
  ]);
  const on = async (unit?: string) => workdayAt('2026-12-03', await calendarAt(fresh.db, now(), unit && c.unit(unit)));
  expect(await on()).toEqual({ isWorkday: true, isSure: true });
  expect(await on('法规处')).toEqual({ isWorkday: true, isSure: true });
  expect(await on('云溪分局')).toEqual({ isWorkday: false, isSure: true });
  expect(await on('云溪综合科')).toEqual({ isWorkday: false, isSure: true });
  expect((await cli('show', '2026', '--unit', '云溪分局')).out).toContain('  开斋节  休 12-03');
});

test.each([
  [['load'], 2, '要导入哪个文件？一次一个'],
  [['load', 'FILE'], 2, '缺少 --by'],
  [['load', 'FILE', '--by', 'nobody'], 1, '没有用户名 nobody'],
  [['extra', 'FILE', '--by', 'writer'], 2, '缺少 --unit'],
  [['extra', 'FILE', '--unit', '云溪', '--by', 'writer'], 1, '没有单位“云溪”'],
  [['load', 'LARGE', '--by', 'writer'], 1, '太大：一年的放假安排不会超过 400 KB'],
  [['load', 'ABSENT', '--by', 'writer'], 1, '没有 '],
  [['show', '1999'], 1, '没有导入过的年份“1999”'],
])('%j ends with %i and a sentence', async (args, code, words) => {
  const named: Readonly<Record<string, string>> = {
    FILE: file('f.csv', ...year()),
    LARGE: file('g.csv', 'x'.repeat(400_001)),
    ABSENT: join(folder, 'none.csv'),
  };
  const ended = await cli(...args.map((arg) => named[arg] ?? arg));
  expect(ended.code).toBe(code);
  expect(ended.err).toContain(words);
});

test('from 1 November on doctor asks for next year, and later it is bad', () => {
  const years = new Set([2025, 2026]);
  const state = (day: string) => calendarFinding(years, new Date(`${day}T12:00+08:00`)).state;
  expect(['2026-10-31', '2026-11-01', '2027-01-01'].map(state)).toEqual(['ok', 'warn', 'bad']);
});
