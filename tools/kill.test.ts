import { expect, test } from 'vitest';
import { killCycles } from './kill/cycles.ts';

test('D1 what PostgreSQL confirmed survives 20 kills of it, its tree and its program', async () => {
  const { cycles, confirmed, faults } = await killCycles(20);
  expect(faults).toEqual([]);
  expect(cycles).toBe(20);
  expect(confirmed).toBeGreaterThan(100);
}, 300_000);
