import { expect, test } from 'vitest';
import { fromPlaywright, fromVitest, type TestRun, verdict } from './verdict.ts';

const run = (failed: string[] = [], broken: string[] = []): TestRun => ({ passed: 5, failed, broken });

test('a mutant is caught only by a test of its own number', () => {
  expect(verdict('A3', run(), run(['A3 nobody approves what they wrote']))).toBe('caught');
  expect(verdict('T2', run(), run(['A3 · T2 nobody approves what they wrote']))).toBe('caught');
  expect(verdict('A3', run(), run(['A2 what is published is what was approved']))).toBe('caught by another test');
  expect(verdict('A3', run(), run())).toBe('survived');
});

test('a file that cannot be run shows nothing, and neither does a test that fails anyway', () => {
  expect(verdict('A3', run(), run([], ['a.test.ts']))).toBe('tests broken');
  expect(verdict('A3', run(['A3 fails']), run(['A3 fails']))).toBe('not clean without it');
  expect(verdict('A3', { passed: 0, failed: [], broken: [] }, run(['A3 fails']))).toBe('not clean without it');
});

test('both runners are read', () => {
  const result = (title: string, status: string, ancestorTitles: string[] = []) => ({ title, status, ancestorTitles });
  const vitest = {
    testResults: [
      { name: 'a', status: 'failed', assertionResults: [result('A1 x', 'passed'), result('y', 'failed', ['A2 all'])] },
      { name: 'b', status: 'failed', assertionResults: [] },
    ],
  };
  expect(fromVitest(vitest)).toEqual({ passed: 1, failed: ['A2 all'], broken: ['b'] });
  const playwright = {
    suites: [{ specs: [{ title: 'H1 x', ok: false }], suites: [{ specs: [{ title: 'y', ok: true }] }] }],
    errors: [{ message: 'no such file' }],
  };
  expect(fromPlaywright(playwright)).toEqual({ passed: 1, failed: ['H1 x'], broken: ['no such file'] });
});
