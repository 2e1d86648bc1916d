import { expect, test } from 'vitest';
import { periodAt } from '../period.ts';
import type { PeriodName } from '../regulation/measures.ts';
import { sayPeriod } from './say-period.ts';

test.each<[PeriodName, string, string, string]>([
  ['day', '2026-11-27', '2026-11-27', '今天'],
  ['day', '2026-11-19', '2026-11-27', '11-19'],
  ['working day', '2025-12-31', '2026-01-01', '2025-12-31'],
  ['week', '2026-11-25', '2026-11-27', '本周'],
  ['week', '2026-11-19', '2026-11-27', '11-16 至 11-22'],
  ['half-month', '2026-10-16', '2026-11-27', '10 月下半月'],
  ['month', '2026-11-02', '2026-11-30', '本月'],
  ['month', '2026-11-02', '2026-12-01', '11 月'],
  ['month', '2025-12-02', '2026-01-01', '2025 年 12 月'],
  ['quarter', '2026-05-02', '2026-11-27', '第 2 季度'],
  ['half-year', '2026-06-30', '2026-07-01', '上半年'],
  ['year', '2025-06-30', '2026-07-01', '2025 年'],
])('the %s of %s is, on %s, %s', (per, day, today, says) => {
  expect(sayPeriod(per, periodAt(per, day), today)).toBe(says);
});
