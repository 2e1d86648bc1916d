import { expect, test } from 'vitest';
import { readPlaywright, readVitest } from './results.mjs';

const passing = { status: 'passed', fullName: 'a rule holds', failureMessages: [] };
const failing = { status: 'failed', fullName: 'another rule holds', failureMessages: ['expected 1 to be 2'] };
const skipping = { status: 'skipped', fullName: 'needs the law texts', failureMessages: [] };

test('Vitest: what passed, what failed and what was skipped is counted, and named', () => {
  const file = { name: 'a.test.ts', status: 'failed', message: '', assertionResults: [passing, failing, skipping] };
  expect(readVitest({ numPassedTests: 1, numFailedTests: 1, testResults: [file] })).toEqual({
    passed: 1,
    failed: 1,
    skipped: ['a.test.ts: needs the law texts'],
    faults: ['a.test.ts: another rule holds\n      expected 1 to be 2'],
  });
});

test('Vitest: a file that could not be loaded is one failure', () => {
  const good = { name: 'a.test.ts', status: 'passed', message: '', assertionResults: [passing] };
  const broken = { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] };
  const result = readVitest({ numPassedTests: 1, numFailedTests: 0, testResults: [good, broken] });
  expect([result.passed, result.failed]).toEqual([1, 1]);
  expect(result.faults[0]).toContain('Cannot find module');
});

test('a runner that ran nothing has failed', () => {
  expect(readVitest({ numPassedTests: 0, numFailedTests: 0, testResults: [] }).failed).toBe(1);
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(readPlaywright({ stats, suites: [], errors: [] }).failed).toBe(1);
});

test('Playwright: nested suites are read, and a test that passed only at the second try has failed', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: 'write.spec.ts',
    line: 7,
    tests: [{ status, results: [{ errors: message ? [{ message }] : [] }] }],
  });
  const report = {
    stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 1 },
    errors: [],
    suites: [
      {
        specs: [spec('signs in', 'expected'), spec('writes', 'unexpected', 'no such button')],
        suites: [{ specs: [spec('sends', 'flaky'), spec('imports', 'skipped'), spec('reads', 'expected')] }],
      },
    ],
  };
  expect(readPlaywright(report)).toEqual({
    passed: 2,
    failed: 2,
    skipped: ['write.spec.ts:7 imports'],
    faults: ['write.spec.ts:7 writes\n      no such button', 'write.spec.ts:7 sends\n      '],
  });
});

test('Playwright: an error outside any test, as in a broken file, is a failure', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
  const result = readPlaywright({ stats, suites: [], errors: [{ message: 'SyntaxError' }] });
  expect([result.passed, result.failed, result.faults]).toEqual([3, 1, ['SyntaxError']]);
});
