import { expect, test } from 'vitest';
import { ofRounds, quantile } from './figure.ts';

test('quantiles are measured values, never something between two of them', () => {
  const values = [30, 10, 20, 40];
  expect([quantile(values, 0.5), quantile(values, 0.99), quantile(values, 0), quantile([7], 0.5)]).toEqual([
    20, 40, 10, 7,
  ]);
  expect(() => quantile([], 0.5)).toThrow('no measurement');
});

test('rounds give the median with its range', () =>
  expect(ofRounds('start', 'ms', [57, 43, 276])).toEqual({
    name: 'start',
    unit: 'ms',
    value: 57,
    min: 43,
    max: 276,
    rounds: 3,
  }));
