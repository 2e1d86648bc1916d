import { expect, test } from 'vitest';
import { dutiesCsv } from './csv.ts';

test('what begins like a formula stays text, and commas and quotes keep their cell', () => {
  const counts = { lines: 3, met: 1, breached: 2, late: 1, open: 0, provisional: 0 };
  const row = {
    ...{ duty: 'a', law: { clause: 'zj#1', cite: '《规定》第一条', text: '' }, says: '每周至少 1 次，含"转载"' },
    ...{ ...counts, bearers: [{ name: '=SUM(A1)', ...counts, worst: [] }] },
  };
  expect(dutiesCsv({ title: '规定', version: 1, at: '2026-11-26T00:00:00Z', unbound: [], duties: [row] })).toBe(
    '\uFEFF条款,职责,谁负责,共几次,达到,违反,其中补做,还在期内,暂定\r\n' +
      `《规定》第一条,"每周至少 1 次，含""转载""",'=SUM(A1),3,1,2,1,0,0\r\n`,
  );
});
