import { expect, test } from 'vitest';
import { holidaysOf } from './holidays.ts';

const off = (name: string, ...days: string[]) => days.map((on) => ({ on, isOff: true, name }));
const worked = (name: string, ...days: string[]) => days.map((on) => ({ on, isOff: false, name }));

test('days of one holiday are put together, what is worked for it beside them', () => {
  const days = [
    ...off('劳动节', '2026-05-01', '2026-05-02', '2026-05-03'),
    ...worked('劳动节', '2026-05-09'),
    ...worked('春节', '2027-02-27', '2027-02-28'),
    ...off('春节', '2027-02-27', '2027-02-28', '2027-03-01'),
    ...off('清明节', '2014-04-05', '2014-04-07'),
  ];
  expect(holidaysOf(days)).toEqual([
    { name: '劳动节', off: '5 月 1 日（周五）至 3 日（周日）', count: 3, worked: '5 月 9 日（周六）' },
    {
      name: '春节',
      off: '2 月 27 日（周六）至 3 月 1 日（周一）',
      count: 3,
      worked: '2 月 27 日（周六），2 月 28 日（周日）',
    },
    { name: '清明节', off: '4 月 5 日（周六），4 月 7 日（周一）', count: 2, worked: '' },
  ]);
});
