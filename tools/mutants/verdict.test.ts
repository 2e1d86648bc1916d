import { expect, test } from 'vitest';
import { fromPlaywright, fromVitest, type TestRun, verdict } from './verdict.ts';

const run = (failed: string[] = [], broken: string[] = []): TestRun => ({ passed: [], failed, broken });
const clean: TestRun = { passed: ['A3 · T2 nobody approves', 'A2 as approved'], failed: ['tidy'], broken: [] };

test('a mutant is caught only by a test of its own number', () => {
  expect(verdict('A3', clean, run(['A3 · T2 nobody approves']))).toBe('caught');
  expect(verdict('T2', clean, run(['A3 · T2 nobody approves']))).toBe('caught');
  expect(verdict('A3', clean, run(['A2 as approved']))).toBe('caught by another test');
  expect(verdict('A3', clean, run(['tidy']))).toBe('survived');
  expect(verdict('A3', clean, run())).toBe('survived');
});

test('a file that cannot be run shows nothing, and neither does a test that fails anyway or is not there', () => {
  expect(verdict('A3', clean, run([], ['a.test.ts']))).toBe('tests broken');
  expect(verdict('A3', { ...clean, failed: ['A3 by bulk'] }, run(['A3 by bulk']))).toBe('not clean without it');
  expect(verdict('A3', { ...clean, broken: ['a.test.ts'] }, run(['A3 by bulk']))).toBe('not clean without it');
  expect(verdict('A4', clean, run(['A4 steps']))).toBe('not clean without it');
});

test('both runners are read', () => {
  const result = (title: string, status: string, ancestorTitles: string[] = []) => ({ title, status, ancestorTitles });
  const vitest = {
    testResults: [
      { name: 'a', status: 'failed', assertionResults: [result('A1 x', 'passed'), result('y', 'failed', ['A2 all'])] },
      { name: 'b', status: 'failed', assertionResults: [] },
    ],
  };
  expect(fromVitest(vitest)).toEqual({ passed: ['A1 x'], failed: ['A2 all'], broken: ['b'] });
  const playwright = {
    suites: [{ specs: [{ title: 'H1 x', ok: false }], suites: [{ specs: [{ title: 'y', ok: true }] }] }],
    errors: [{ message: 'no such file' }],
  };
  expect(fromPlaywright(playwright)).toEqual({ passed: ['y'], failed: ['H1 x'], broken: ['no such file'] });
});
