import { expect, test } from 'vitest';
import { alarmWords, type CalendarAlarm, calendarAlarm } from './alarm.ts';

const at = (local: string) => new Date(`${local}+08:00`);
const until2026 = new Set([2025, 2026]);

const cases: readonly (readonly [string, CalendarAlarm | undefined, string])[] = [
  ['2026-10-31T23:59:59', undefined, 'there is time yet'],
  ['2026-11-01T00:00:00', { years: [2027], isLate: false }, 'from 1 November on, local time'],
  ['2026-12-31T23:59:59', { years: [2027], isLate: false }, 'to the last moment'],
  ['2027-01-01T00:00:00', { years: [2027], isLate: true }, 'then it is late'],
  ['2027-11-01T00:00:00', { years: [2027, 2028], isLate: true }, 'and then two are missing'],
];
test.each(cases)('E4 %s: %j, %s', (local, alarm, _why) => {
  expect(calendarAlarm(until2026, at(local))).toEqual(alarm);
});

test('a year that is loaded in time silences it', () => {
  expect(calendarAlarm(new Set([2026, 2027]), at('2026-12-01T08:00:00'))).toBeUndefined();
});

test('it is said in a clerk’s words', () => {
  expect(alarmWords({ years: [2027], isLate: false })).toBe(
    '2027 年的放假安排还没有导入：涉及的期限先按周一至周五上班计算，结果待定',
  );
});
