/** What people hand in for a year: read whole, or told line by line what to mend. */
import { expect, test } from 'vitest';
import { seed } from '../calendar.fixture.ts';
import { faultsOfDays, faultsOfFile } from './check.ts';
import { readDays } from './read.ts';
import { seedYears } from './years.ts';

/** As the command says it: line, column, message. */
function told(text: string): readonly string[] {
  return faultsOfFile(readDays(text)).map(({ message, at }) => `${at ? `${at.line}:${at.column} ` : ''}${message}`);
}
const csv = (...lines: readonly string[]) =>
  ['2027-01-01,休,元旦', '2027-05-01,休,劳动节', '2027-10-01,休,国庆节', ...lines].join('\n');

test('CSV as a spreadsheet writes it: head, other dates, other words, blank lines, a mark at the front', () => {
  const text = '\uFEFF日期,类别,名称\r\n2027/1/1,放假,元旦,\r\n"2027年1月3日","补班","元旦"\r\n,,\r\n\r\n';
  expect(readDays(text)).toEqual({
    year: 2027,
    rows: [
      { on: '2027-01-01', isOff: true, name: '元旦', at: { line: 2, column: 1 } },
      { on: '2027-01-03', isOff: false, name: '元旦', at: { line: 3, column: 1 } },
    ],
    faults: [],
  });
});

test('JSON in our own form, and in the shape of holiday-cn', () => {
  const own = '{"year": 2027, "days": [\n  {"on": "2027-01-01", "off": true, "name": "元旦"}\n]}';
  const other =
    '{"$schema": "x", "$id": "y", "year": 2027, "papers": ["z"], "days": [\n  {"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}';
  const rows = [{ on: '2027-01-01', isOff: true, name: '元旦', at: { line: 2, column: 3 } }];
  expect(readDays(own)).toEqual({ year: 2027, rows, faults: [] });
  expect(readDays(other)).toEqual({ year: 2027, rows, faults: [] });
});

test('every year of the seed goes through JSON and CSV unchanged, and is found sound', () => {
  for (const { year, days } of seedYears) {
    const json = JSON.stringify({ year, days: days.map(({ on, isOff, name }) => ({ on, off: isOff, name })) });
    const lines = days.map(({ on, isOff, name }) => `${on},${isOff ? '休' : '班'},${name}`).join('\n');
    for (const text of [json, lines]) {
      expect([year, told(text)]).toEqual([year, []]);
      const read = readDays(text);
      expect(read.rows.map(({ at: _, ...day }) => day)).toEqual(days);
      expect(read.year).toBe(year);
    }
  }
});

test.each([
  ['a day twice', csv('2027-01-01,休,元旦'), '4:1 1 月 1 日（星期五）写了两次（第 1 行已经有了）'],
  ['a day off that is a make-up workday too', csv('2027-05-01,班,劳动节'), '4:1 5 月 1 日（星期六）写了两次'],
  ['a day of another year', csv('2028-01-01,休,元旦'), '4:1 2028-01-01 不在 2027 年'],
  ['a day of November before', csv('2026-11-30,休,元旦'), '4:1 2026-11-30 不在 2027 年'],
  ['a make-up workday on a weekday', csv('2027-10-08,班,国庆节'), '4:1 10 月 8 日（星期五）本来就上班，不能是补班'],
  ['no name', csv('2027-10-02,休,'), '4:1 10 月 2 日（星期六）没有写是哪个节日'],
  ['a day that there is not', csv('2027-02-29,休,春节'), '4:1 没有“2027-02-29”这一天'],
  ['a date that is none', csv('十月二日,休,国庆节'), '4:1 日期“十月二日”看不懂：写成 2027-01-01'],
  ['neither off nor worked', csv('2027-10-02,假,国庆节'), '4:12 不认识“假”：写休或班'],
  ['too few cells', csv('2027-10-02 休 国庆节'), '4:1 有 1 格：每行三格'],
  ['full-width commas', csv('2027-10-02，休，国庆节'), '4:1 有 1 格（逗号要用半角）：每行三格'],
  ['too many cells', csv('2027-10-02,休,国庆节,2027-10-03'), '4:1 有 4 格：每行三格'],
  ['half a year', '2027-01-01,休,元旦\n2027-05-01,休,劳动节', '缺少国庆节（10 月 1 日（星期五））放假'],
  ['nothing', ' \n', '文件是空的'],
  ['a head alone', '日期,类别,名称\n', '没有一天：每行三格'],
  ['too large a file', 'x'.repeat(200_001), '文件太大'],
  ['no JSON', '{"year": 2027,\n "days": [}', '2:11 这里不是 JSON'],
  ['no year', '{\n "days": []}', '1:1 缺少年份：写成 "year": 2027'],
  ['a year in quotes', '{"year": "2027", "days": []}', '1:10 缺少年份'],
  ['no days', '{"year": 2027}', '1:1 缺少 "days"'],
  ['an unknown key', '{"year": 2027, "holidays": [], "days": []}', '1:16 不认识“holidays”'],
  ['a day that is no map', '{"year": 2027, "days": [\n"2027-01-01"]}', '2:1 每天写成 {"on"'],
  ['a day with an unknown key', '{"year": 2027, "days": [{"day": "2027-01-01"}]}', '1:26 不认识“day”'],
  ['a day without its name', '{"year": 2027, "days": [{"on": "2027-01-01", "off": true}]}', '1:25 没有写是哪个节日'],
  [
    'off in quotes',
    '{"year": 2027, "days": [\n{"on": "2027-01-01", "off": "true", "name": "元旦"}]}',
    '2:1 没有写放假',
  ],
])('%s is refused with its place and what to do', (_what, text, words) => {
  expect(told(text).some((line) => line.startsWith(words))).toBe(true);
});

test('a wrong year is read by its other days, so that the slip is told and not the rest', () => {
  expect(told(csv('2072-10-02,休,国庆节'))).toEqual([
    '4:1 2072-10-02 不在 2027 年：这一年的安排只能有 2027 年的日子，和上一年 12 月为元旦调整的日子',
  ]);
});

test('every slip of a file is told at once', () => {
  expect(told(csv('2027-02-30,休,春节', '2027-02-08,班,春节', '2027-02-09,休,'))).toHaveLength(3);
});

test('a unit may work on what is a day off for everybody, and have days off of its own; half a year is enough', () => {
  const day = (on: string, isOff: boolean) => ({ on, isOff, name: '火把节' });
  expect(faultsOfDays(2026, [day('2026-08-06', true), day('2026-10-01', false)], seed)).toEqual([]);
  expect(faultsOfDays(2026, [day('2026-08-07', false)], seed)[0]?.message).toContain('本来就上班');
  expect(faultsOfDays(2026, [day('2026-10-10', false)], seed)[0]?.message).toContain('本来就上班');
  const many = Array.from({ length: 201 }, () => day('2026-08-06', true));
  expect(faultsOfDays(2026, many, seed)).toHaveLength(1);
});
